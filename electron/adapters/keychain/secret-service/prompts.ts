import { z } from 'zod';
import { locked } from './failures.ts';
import { parse } from './items.ts';
import { faces } from './names.ts';
import type { Session } from './session.ts';

/** So long a prompt may stay open; then it is closed. */
const longestMs = 5 * 60_000;
const shownAfterMs = 300;

const completion = z.tuple([z.boolean(), z.object({ value: z.unknown() })]);

/** What an operation that may have to ask knows of who wants it. */
export interface Asker {
  /** Whether the person is there who wanted this: what goes on by itself opens no prompt. */
  readonly mayAsk: boolean;
  /** When it began, in the milliseconds of `performance.now()`. */
  readonly began: number;
  /** Aborted when nobody waits for it any more. */
  readonly unwanted: AbortSignal;
}

interface OpenPrompt {
  readonly path: string;
  readonly since: number;
  readonly complete: (body: readonly unknown[]) => void;
}

/** The service's prompts: one at a time, each with an end. */
export class Prompts {
  readonly #onChange: () => void;
  #waiting: OpenPrompt | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #dismissedAt = Number.NEGATIVE_INFINITY;

  /** `onChange` hears when `isOpen` changes. */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Whether one is before the person: some are answered by the service itself, at once. */
  get isOpen(): boolean {
    return this.#waiting !== null && performance.now() - this.#waiting.since >= shownAfterMs;
  }

  /** To be told what the service said of a prompt of ours. */
  completed(path: string, body: readonly unknown[]): void {
    if (this.#waiting?.path === path) this.#waiting.complete(body);
  }

  /**
   * Runs `ask`, which may come to a prompt, when no other prompt is open, and shows that prompt: one that nobody was shown asks
   * nothing. The prompt's result, null where there was none. Rejects with `locked` where the person may not be asked, or said no.
   */
  run(session: Session, asker: Asker, ask: () => Promise<string | null>): Promise<unknown> {
    const mine = this.#last.then(async () => {
      const path = await ask();
      if (path === null) return null;
      if (this.#mayShow(asker)) return this.#show(session, path, asker);
      await this.#dismiss(session, path);
      throw locked();
    });
    // Its caller hears of it; the next prompt only waits for its end.
    this.#last = mine.catch(() => {});
    return mine;
  }

  /** Shows a prompt that a call came to; its result. Rejects as `run` does. */
  show(session: Session, asker: Asker, path: string): Promise<unknown> {
    return this.run(session, asker, async () => path);
  }

  #mayShow({ mayAsk, began, unwanted }: Asker): boolean {
    return mayAsk && !unwanted.aborted && began > this.#dismissedAt;
  }

  async #show(session: Session, path: string, { unwanted }: Asker): Promise<unknown> {
    const { promise, resolve } = Promise.withResolvers<readonly unknown[] | null>();
    const stop = () => resolve(null);
    const timer = setTimeout(stop, longestMs).unref();
    session.ended.addEventListener('abort', stop);
    // Before it is shown: a service may complete it before it says that it did.
    this.#waiting = { path, since: performance.now(), complete: resolve };
    const shown = setTimeout(this.#onChange, shownAfterMs).unref();
    try {
      await session.call({ path, interface: faces.prompt, member: 'Prompt', signature: 's', body: [''] });
      const body = await promise;
      if (body === null) void this.#dismiss(session, path);
      const [dismissed, { value }] = body === null ? [true, { value: null }] : parse(completion, body);
      if (dismissed) this.#dismissedAt = performance.now();
      // Whoever wanted it was told meanwhile that the keychain is locked: nothing is done behind their back.
      if (dismissed || unwanted.aborted) throw locked();
      return value;
    } finally {
      clearTimeout(timer);
      clearTimeout(shown);
      session.ended.removeEventListener('abort', stop);
      this.#waiting = null;
      this.#onChange();
    }
  }

  async #dismiss(session: Session, path: string): Promise<void> {
    await session.call({ path, interface: faces.prompt, member: 'Dismiss' }).catch(() => {
      // It is gone, and with it the prompt.
    });
  }
}

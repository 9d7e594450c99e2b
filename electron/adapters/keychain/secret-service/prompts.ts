import { z } from 'zod';
import { locked } from './failures.ts';
import { parse } from './items.ts';
import { faces } from './names.ts';
import type { Session } from './session.ts';

const shownAfterMs = 300;
/** KeePassXC completes most of its prompts about entries by itself, on a busy machine not at once. */
const entryShownAfterMs = 1_500;

/** What it is about: the whole keychain, or entries of an open one. Whoever wants those waits until the person has answered. */
export type PromptKind = 'keychain' | 'entry';

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
  readonly kind: PromptKind;
  /** Whether it has been open for so long that it is before the person. */
  isShown: boolean;
  readonly complete: (body: readonly unknown[]) => void;
}

/** The service's prompts: one at a time, each with an end. */
export class Prompts {
  readonly #onChange: () => void;
  readonly #longestMs: number;
  #waiting: OpenPrompt | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #dismissedAt = Number.NEGATIVE_INFINITY;
  #heldUntil = Number.NEGATIVE_INFINITY;

  /** `onChange` hears when `isOpen` changes; a prompt that is open for `longestMs` is closed. */
  constructor(onChange: () => void, longestMs: number) {
    this.#onChange = onChange;
    this.#longestMs = longestMs;
  }

  /** Whether one is before the person: some are answered by the service itself, at once. */
  get isOpen(): boolean {
    return this.#waiting?.isShown === true;
  }

  /** Until when a prompt about entries was open, in the milliseconds of `performance.now()`: now, while one is. */
  heldUntil(): number {
    return this.#waiting?.kind === 'entry' ? performance.now() : this.#heldUntil;
  }

  /** To be told what the service said of a prompt of ours. */
  completed(path: string, body: readonly unknown[]): void {
    if (this.#waiting?.path === path) this.#waiting.complete(body);
  }

  /**
   * Runs `ask`, which may come to a prompt, when no other prompt is open, and shows that prompt: one that nobody was shown asks
   * nothing. The prompt's result, null where there was none. Rejects with `locked` where the person may not be asked, or said no.
   */
  run(session: Session, asker: Asker, ask: () => Promise<string | null>, kind: PromptKind): Promise<unknown> {
    const mine = this.#last.then(async () => {
      const path = await ask();
      if (path === null) return null;
      if (this.#mayShow(asker)) return this.#show(session, { path, kind }, asker);
      await this.#dismiss(session, path);
      throw locked();
    });
    // Its caller hears of it; the next prompt only waits for its end.
    this.#last = mine.catch(() => {});
    return mine;
  }

  /** Shows a prompt that a call came to; its result. Rejects as `run` does. */
  show(session: Session, asker: Asker, path: string, kind: PromptKind): Promise<unknown> {
    return this.run(session, asker, async () => path, kind);
  }

  #mayShow({ mayAsk, began, unwanted }: Asker): boolean {
    return mayAsk && !unwanted.aborted && began > this.#dismissedAt;
  }

  async #show(
    session: Session,
    { path, kind }: Pick<OpenPrompt, 'path' | 'kind'>,
    { unwanted }: Asker,
  ): Promise<unknown> {
    const { promise, resolve } = Promise.withResolvers<readonly unknown[] | null>();
    const stop = () => resolve(null);
    const timer = setTimeout(stop, this.#longestMs).unref();
    session.ended.addEventListener('abort', stop);
    // Before it is shown: a service may complete it before it says that it did.
    const waiting: OpenPrompt = { path, kind, isShown: false, complete: resolve };
    this.#waiting = waiting;
    const showLater = () => {
      waiting.isShown = true;
      this.#onChange();
    };
    const shown = setTimeout(showLater, kind === 'entry' ? entryShownAfterMs : shownAfterMs).unref();
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
      this.#heldUntil = this.heldUntil();
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

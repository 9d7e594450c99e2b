import { setTimeout as delay } from 'node:timers/promises';
import { KeychainTrouble } from './trouble.ts';

/** How long a caller waits; a longer list of accounts may say more. */
const patienceMs = 5_000;
const closeMs = 1_000;

export interface QueuedCall<T> {
  /** The accounts it is about: calls that share one keep their order. */
  readonly accounts: readonly string[];
  readonly timeoutMs?: number;
  /** From when on it is waited for, in the milliseconds of `performance.now()`: later than it began, where it goes on well. */
  readonly waitsFrom?: () => number;
  /** `unwanted` is aborted when nobody waits for it any more; while it waits `aside`, another call has its place. */
  readonly work: (unwanted: AbortSignal, aside: (wait: () => Promise<void>) => Promise<void>) => Promise<T>;
  /** What is wrong where it took too long. */
  readonly onTimeout: () => KeychainTrouble;
}

const always = () => Number.NEGATIVE_INFINITY;

/**
 * Calls on one account run one after the other; different accounts side by side, up to a limit. A call that no one waits for
 * isn't started.
 */
export class CallQueue {
  readonly #limit: number;
  readonly #tails = new Map<string, Promise<unknown>>();
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #aside = 0;
  #closed = false;
  #lastSuccess = Number.NEGATIVE_INFINITY;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get isIdle(): boolean {
    return this.#running + this.#aside === 0;
  }

  run<T>({ accounts, timeoutMs = patienceMs, waitsFrom = always, work, onTimeout }: QueuedCall<T>): Promise<T> {
    if (this.#closed) return Promise.reject(new KeychainTrouble('failed', { code: 'CLAVIS_CLOSING' }));
    const unwanted = new AbortController();
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    let started = false;
    const end = () => {
      const now = performance.now();
      const left = waitsFrom() + timeoutMs - now;
      // In a long line that moves, waiting is no sign of trouble.
      const moves = !started && now - this.#lastSuccess < timeoutMs;
      if (left > 0 || moves) return wait(moves ? timeoutMs : left);
      unwanted.abort();
      reject(onTimeout());
    };
    let timer = setTimeout(end, timeoutMs);
    const wait = (ms: number) => {
      clearTimeout(timer);
      timer = setTimeout(end, ms);
    };
    const before = Promise.all(accounts.map((account) => this.#tails.get(account)));
    const done = before.then(async () => {
      await this.#place();
      try {
        if (unwanted.signal.aborted) return;
        started = true;
        wait(timeoutMs);
        resolve(await work(unwanted.signal, (waiting) => this.#waitAside(waiting)));
        this.#lastSuccess = performance.now();
      } catch (error) {
        reject(error);
      } finally {
        clearTimeout(timer);
        this.#leave();
      }
    });
    for (const account of accounts) this.#tails.set(account, done);
    void done.then(() => {
      for (const account of accounts) if (this.#tails.get(account) === done) this.#tails.delete(account);
    });
    return promise;
  }

  /** From now on calls fail. Resolves when nothing runs or waits any more, and after a second at the latest. */
  async close(): Promise<void> {
    this.#closed = true;
    const tooLong = new AbortController();
    // It ends early when it is no longer needed.
    await Promise.race([this.#idle(), delay(closeMs, null, { signal: tooLong.signal }).catch(() => null)]);
    tooLong.abort();
  }

  async #idle(): Promise<void> {
    while (this.#tails.size > 0) await Promise.all(this.#tails.values());
  }

  async #place(): Promise<void> {
    if (this.#running >= this.#limit) await new Promise<void>((start) => this.#waiting.push(start));
    else this.#running += 1;
  }

  async #waitAside(wait: () => Promise<void>): Promise<void> {
    this.#aside += 1;
    this.#leave();
    try {
      await wait();
    } finally {
      await this.#place();
      this.#aside -= 1;
    }
  }

  #leave(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#running -= 1;
    else next();
  }
}

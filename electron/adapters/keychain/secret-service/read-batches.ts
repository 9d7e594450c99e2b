import type { ReadOutcome } from '../../../vault/ports.ts';
import { errorOf } from '../trouble.ts';
import { unreadable } from './failures.ts';

export type ReadMany = (accounts: readonly string[]) => Promise<Map<string, ReadOutcome>>;

interface Batch {
  readonly kind: unknown;
  readonly accounts: Set<string>;
  readonly outcomes: Promise<Map<string, ReadOutcome>>;
  begin(): void;
}

/** No longer than what is asked for in one go. */
const mostAccounts = 128;

/**
 * Reads that are asked for in the same moment are one batch: a copy or an export needs one answer of the service, and a
 * KeePassXC that asks for each access asks once.
 */
export class ReadBatches {
  readonly #readMany: ReadMany;
  readonly #kindNow: () => unknown;
  #open: Batch | null = null;

  /** `kindNow`: what calls must have in common to share a batch. */
  constructor(readMany: ReadMany, kindNow: () => unknown) {
    this.#readMany = readMany;
    this.#kindNow = kindNow;
  }

  async read(account: string): Promise<ReadOutcome> {
    const kind = this.#kindNow();
    if (this.#open !== null && (this.#open.kind !== kind || this.#open.accounts.size >= mostAccounts)) this.flush();
    this.#open ??= this.#start(kind);
    this.#open.accounts.add(account);
    const outcome = (await this.#open.outcomes).get(account);
    // What isn't known is not absent.
    return outcome ?? { ok: false, error: errorOf(unreadable()) };
  }

  /** Sends what was asked for up to now: before a write, so that calls on one account keep their order. */
  flush(): void {
    const batch = this.#open;
    this.#open = null;
    batch?.begin();
  }

  #start(kind: unknown): Batch {
    const accounts = new Set<string>();
    const { promise, resolve } = Promise.withResolvers<Map<string, ReadOutcome>>();
    const begin = () => resolve(this.#readMany([...accounts]));
    const batch = { kind, accounts, outcomes: promise, begin };
    queueMicrotask(() => {
      if (this.#open === batch) this.flush();
    });
    return batch;
  }
}

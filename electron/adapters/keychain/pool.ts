import { classifyFailure, type KeychainFailure } from './failure.ts';

/** What the pool needs of the binding's `AsyncEntry`. */
export interface KeychainEntry {
  getSecret(): Promise<number[] | null>;
  setSecret(secret: Uint8Array): Promise<void>;
  deleteCredential(): Promise<boolean>;
}

export type Tried<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: KeychainFailure };

/** What the binding throws, as a failure. */
export async function attempt<T>(work: () => Promise<T>): Promise<Tried<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, failure: classifyFailure(error instanceof Error ? error.message : '') };
  }
}

/**
 * Keeps every entry that was used, each with its connection to the keychain. An entry that was dropped keeps its
 * connection until it is garbage; `made` says how many there were.
 */
export class KeychainPool {
  readonly #open: (account: string) => KeychainEntry;
  readonly #kept = new Map<string, KeychainEntry>();
  made = 0;

  /** `open` may block, and throws where there is no keychain. */
  constructor(open: (account: string) => KeychainEntry) {
    this.#open = open;
  }

  /** Does `work` on the account's entry; again on a new one where the keychain was restarted behind the kept ones. */
  async use<T>(account: string, work: (entry: KeychainEntry) => Promise<T>): Promise<Tried<T>> {
    const first = await attempt(() => work(this.#entry(account)));
    if (first.ok || !first.failure.stale) return first;
    this.#kept.clear();
    const second = await attempt(() => work(this.#entry(account)));
    if (second.ok || !first.failure.unclear) return second;
    return { ok: false, failure: { ...second.failure, unclear: true } };
  }

  #entry(account: string): KeychainEntry {
    const kept = this.#kept.get(account);
    if (kept !== undefined) return kept;
    this.made += 1;
    const entry = this.#open(account);
    this.#kept.set(account, entry);
    return entry;
  }
}

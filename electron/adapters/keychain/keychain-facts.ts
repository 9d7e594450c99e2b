import type { KeychainState } from './keychain.ts';

/**
 * What is known of the keychain. Facts come from answers and from signals, and some answers come late: what was found out
 * since an earlier moment than the newest fact is old news.
 */
export class KeychainFacts {
  readonly #onState: (state: KeychainState) => void;
  #state: KeychainState | null = null;
  #moment = 0;
  #newest = 0;

  constructor(onState: (state: KeychainState) => void) {
    this.#onState = onState;
  }

  /** Null until there is a first fact. */
  get state(): KeychainState | null {
    return this.#state;
  }

  /** This moment, for what is about to be found out. */
  now(): number {
    this.#moment += 1;
    return this.#moment;
  }

  /** `since`: the moment from which on it is known to be so. */
  learn(state: KeychainState, since: number): void {
    if (since < this.#newest) return;
    this.#newest = since;
    if (state === this.#state) return;
    this.#state = state;
    this.#onState(state);
  }
}

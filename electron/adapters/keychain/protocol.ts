import type { KeychainFailure } from './failure.ts';

/** What the main thread and the keychain worker say to each other. Bytes are moved, not copied. */

/**
 * `accounts`: the names of all accounts, as JSON; `ping`: nothing but an answer. Their own account is ''.
 */
export type KeychainOperation = 'read' | 'write' | 'remove' | 'accounts' | 'ping';

export interface KeychainRequest {
  readonly id: number;
  readonly operation: KeychainOperation;
  readonly account: string;
  /** The value to write; null otherwise. */
  readonly bytes: Uint8Array<ArrayBuffer> | null;
}

export interface KeychainReply {
  readonly id: number;
  readonly outcome: KeychainOutcome;
  /** The worker has opened so many connections, or holds so much, that it should be replaced. */
  readonly spent: boolean;
}

export type KeychainOutcome =
  /** `bytes`: what was read, null if it is absent or nothing was asked for; JSON of a string[] for `accounts`, null if there are none. */
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> | null }
  | { readonly ok: false; readonly failure: KeychainFailure };

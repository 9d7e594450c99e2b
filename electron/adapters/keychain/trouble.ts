import { type VaultError, vaultError } from '../../vault/errors.ts';
import type { Reason } from '../../vault/reasons.ts';
import type { KeychainState } from './keychain.ts';

/**
 * What is wrong with a keychain, or with one thing in it. `refused`: it works, but not for this account or value; `denied`:
 * the system doesn't let Clavis speak to it.
 */
export type TroubleKind = 'locked' | 'missing' | 'no-default' | 'denied' | 'timeout' | 'failed' | 'refused';

/** Why the keychain didn't do what it was asked. Holds no text of the system's, thus nothing of a value. */
export class KeychainTrouble extends Error {
  readonly kind: TroubleKind;
  readonly reason: Reason;

  /** The reason is told where the keychain `failed` or `refused`; each other kind is an error of its own. */
  constructor(kind: TroubleKind, reason?: Reason) {
    super(reason === undefined ? kind : `${kind}: ${reason.code}`);
    this.kind = kind;
    this.reason = reason ?? { code: 'KEYCHAIN_UNKNOWN' };
  }
}

/** What the keychain is known to be after such a trouble. */
export const stateAfter = {
  locked: 'locked',
  missing: 'missing',
  'no-default': 'no-default',
  denied: 'denied',
  timeout: 'failing',
  failed: 'failing',
  refused: 'ready',
} as const satisfies Record<TroubleKind, KeychainState>;

export function errorOf({ kind, reason }: KeychainTrouble): VaultError {
  if (kind === 'locked') return vaultError('KEYCHAIN_LOCKED');
  if (kind === 'missing') return vaultError('KEYCHAIN_MISSING');
  if (kind === 'no-default') return vaultError('KEYCHAIN_NO_DEFAULT');
  if (kind === 'denied') return vaultError('KEYCHAIN_DENIED');
  if (kind === 'timeout') return vaultError('KEYCHAIN_TIMEOUT');
  return vaultError('KEYCHAIN_FAILED', { reason });
}

import { vaultError } from './errors.ts';
import type { LockFacts } from './locking.ts';
import type { Consent } from './ports.ts';

/** By what the person can be told from everybody else. */
export const identityChecks = ['touch-id', 'passphrase'] as const;
export type IdentityCheck = (typeof identityChecks)[number];

/** A check of who is there: the system's own, or that of a passphrase vault. */
export interface Identity {
  /** Which one it is; null: there is none. */
  checks(): IdentityCheck | null;
  /** @throws UNLOCK_REFUSED, UNLOCK_NOT_CONFIRMED, SEALED_FILE_* */
  ask(): Promise<void>;
}

export interface UnlockRuleParts {
  /** Whether the person is at the window that unlocks. */
  readonly attention: () => boolean;
  readonly identity: Identity;
  /** Asks in main's own dialog. It must be able to ask while the vault is locked. */
  readonly consent: Pick<Consent, 'ask'>;
}

/**
 * Decides whether an unlock counts: a page can ask for it at any time, and only a person can do the rest. The window has the
 * person's attention, a key or a button was pressed in it since the lock fell, and the person confirms outside of the page
 * wherever the system can check who it is, or the lock did not fall by the person's own hand.
 * @throws UNLOCK_NOT_ATTENDED, UNLOCK_NOT_PRESSED, UNLOCK_NOT_CONFIRMED, UNLOCK_REFUSED, DIALOG_OPEN,
 * ASKED_TOO_OFTEN, SEALED_FILE_*
 */
export function createUnlockRule({
  attention,
  identity,
  consent,
}: UnlockRuleParts): (lock: LockFacts) => Promise<void> {
  return async ({ wasPressed, fellByItself }) => {
    if (!attention()) throw vaultError('UNLOCK_NOT_ATTENDED');
    if (!wasPressed) throw vaultError('UNLOCK_NOT_PRESSED');
    if (identity.checks() !== null) return identity.ask();
    if (fellByItself && !(await consent.ask({ kind: 'unlock', facts: {} }))) throw vaultError('UNLOCK_NOT_CONFIRMED');
  };
}

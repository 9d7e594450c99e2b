import type { Secret } from './secret.ts';

/** What a new passphrase is for: a vault that is made with it, or one that it opens from now on. */
export const passphrasePurposes = ['create', 'change'] as const;
export type PassphrasePurpose = (typeof passphrasePurposes)[number];
/** What the passphrase there is is asked for. */
export const unlockPurposes = ['unlock', 'change'] as const;
export type UnlockPurpose = (typeof unlockPurposes)[number];

/**
 * Where no keychain is, the person may have values kept in a file of Clavis' own, each sealed under a key that their
 * passphrase opens. It serves as the `Keychain` from then on.
 */
export interface PassphraseVault {
  /** Whether this vault's values are in it. */
  isChosen(): boolean;
  /** Whether there is no keychain instead of which it would take values: it is never chosen in place of one that is there. */
  mayBeChosen(): boolean;
  /**
   * Makes an empty one, which is open then. `assertOffered` is asked again when its key is made, which takes a while, and
   * refuses by what it throws. @throws SEALED_FILE_*
   */
  create(passphrase: Secret, assertOffered?: () => void): Promise<void>;
  /** How long until a passphrase is tried again, after wrong ones, ms: also after a restart. */
  pauseMs(): number;
  /**
   * Opens it; false: it is another passphrase. One that a lock fell behind is refused, and the key is wiped again.
   * @throws UNLOCK_PAUSED, UNLOCK_REFUSED, SEALED_FILE_*
   */
  unlock(passphrase: Secret): Promise<boolean>;
  /** Whether it is the passphrase: a wrong one counts as one that does not unlock. @throws UNLOCK_PAUSED, SEALED_FILE_* */
  confirm(passphrase: Secret): Promise<boolean>;
  /** From now on this passphrase opens it. Values stay sealed as they are. @throws KEYCHAIN_* */
  change(passphrase: Secret): Promise<void>;
  /** Wipes the key: no value can be read until it is unlocked. Without a passphrase vault it does nothing. */
  lock(): void;
}

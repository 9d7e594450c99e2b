import type { Keychain } from './keychain-port.ts';
import type { ValuePlace } from './records.ts';
import type { Secret } from './secret.ts';

/** What a new passphrase is for: a vault that is made with it, one that it opens from now on, or one that values are moved to. */
export const passphrasePurposes = ['create', 'change', 'move'] as const;
export type PassphrasePurpose = (typeof passphrasePurposes)[number];
/** What the passphrase there is is asked for. */
export const unlockPurposes = ['unlock', 'change', 'move'] as const;
export type UnlockPurpose = (typeof unlockPurposes)[number];

/**
 * Where no keychain is, the person may have values kept in a file of Clavis' own, each sealed under a key that their
 * passphrase opens. It serves as the `Keychain` from then on.
 */
export interface PassphraseVault {
  /** Whether this vault's values are in it, as the database says. */
  isChosen(): boolean;
  /** Whether there is no keychain instead of which it would take values: it is never chosen in place of one that is there. */
  mayBeChosen(): boolean;
  /**
   * Makes an empty one, which is open then. `beforeFile` hears of its id when its key is made, which takes a while, and nothing is
   * on the disk yet; it refuses by what it throws. @throws SEALED_FILE_*
   */
  create(passphrase: Secret, beforeFile?: (fileId: string) => void): Promise<void>;
  /** @throws SEALED_FILE_GONE where its file is not there */
  assertThere(): void;
  /** The id of the file that is there; null: none is. @throws SEALED_FILE_UNREADABLE */
  fileId(): Promise<string | null>;
  /**
   * Removes the file with this id, and what lies next to it, when nothing writes it any more; any other file is left alone. That
   * none is there is fine. @throws SEALED_FILE_OTHER, SEALED_FILE_STAYS, SEALED_FILE_UNREADABLE
   */
  removeFile(fileId: string): Promise<void>;
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

/** Values of one of the two places, as long as one program holds it: once another one may, each call throws `KEYCHAIN_MISSING`. */
export interface HeldValues extends Pick<Keychain, 'readMany' | 'write' | 'remove'> {
  /** Whether what it acknowledged is on the disk, as far as that is known. */
  savesAtOnce(): Promise<boolean>;
}

/** The two places where values can be. `Keychain` is the current one. */
export interface ValuePlaces {
  current(): ValuePlace;
  /** Any of the two by itself, by whoever holds it now, which is asked for the account first. @throws KEYCHAIN_* */
  hold(place: ValuePlace, account: string): Promise<HeldValues>;
  /** From now on values are read and written there. The database says so already. */
  use(place: ValuePlace): void;
}

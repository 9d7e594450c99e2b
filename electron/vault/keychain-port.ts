import type { Outcome } from './outcome.ts';
import type { Secret } from './secret.ts';

/** What a read of several accounts found of one of them: its value, null where it is absent, or why it can't be read. */
export type ReadOutcome = Outcome<Secret | null>;

/** An item that the keychain keeps for an account, without its value. */
export interface KeychainItem {
  /** Tells it from the account's other items. For the keychain alone: no window hears it. */
  readonly id: string;
  /** What other programs show it by; anybody may have written it. '' where it has none. */
  readonly label: string;
  /** What people call the keyring or database that it lies in; '' where the system has only one. */
  readonly collection: string;
  /** When it was last changed, ms since the epoch; 0: the keychain doesn't say. */
  readonly modifiedAt: number;
}

/** Whether a value is the one that was kept under the account; null: that can't be told. */
export type IsIntact = (account: string, value: Secret) => Promise<boolean | null>;

/**
 * What became of an account that an earlier version may have written: there is nothing in it that the keychain could change;
 * it is encoded now; the keychain changed it; or it can't be read, or not be written without asking the person.
 */
export type RawOutcome = 'harmless' | 'encoded' | 'changed' | 'waits';

/**
 * The OS keychain under this app's service name, or the passphrase vault that the person chose instead. Absent is null; locked,
 * missing, dead and slow throw `KEYCHAIN_LOCKED`, `KEYCHAIN_MISSING`, `KEYCHAIN_NO_DEFAULT`, `KEYCHAIN_DENIED`, `KEYCHAIN_FAILED`,
 * `KEYCHAIN_TIMEOUT`; one that holds nothing of this vault throws `KEYCHAIN_OTHER`. A single value that can't be opened throws
 * `VALUE_DAMAGED`. Calls on one account keep their order.
 */
export interface Keychain {
  read(account: string): Promise<Secret | null>;
  /** All at once, each with an outcome of its own; throws where the keychain itself is in trouble. */
  readMany(accounts: readonly string[]): Promise<ReadonlyMap<string, ReadOutcome>>;
  /**
   * Resolves only when the keychain was seen to hold the value; a write that timed out is read back first. `label`: what people
   * see of the item in other programs.
   */
  write(account: string, value: Secret, label?: string): Promise<void>;
  /**
   * Removing what is absent is fine. On Linux it resolves only when the keychain was seen not to have the value any more; the
   * binding of macOS and Windows could look only by reading it.
   */
  remove(account: string): Promise<void>;
  /**
   * The accounts under this app's service name, other programs' too. Slow, and macOS and Windows hand every value over with
   * them: only for an explicit recovery. Throws `KEYCHAIN_LOCKED` where one of them has nothing but locked items.
   */
  accounts(): Promise<string[]>;
  /**
   * The items of each of these accounts that has any, the one that is read first; other programs' are left out where there are
   * several. No value is read, and the person is never asked.
   */
  items(accounts: readonly string[]): Promise<ReadonlyMap<string, readonly KeychainItem[]>>;
  /** Removes an item that is not the one that is read. False where it is, or is gone. */
  removeSpare(account: string, id: string): Promise<boolean>;
  /**
   * What people see of the account's item in other programs from now on. No value is read or written, and the person is
   * never asked. False where that is to be tried again later: there is no such item now.
   */
  label(account: string, label: string): Promise<boolean>;
  /**
   * Encodes the account's value where an earlier version kept it as it is and the keychain could change it; the person is
   * never asked. Nothing that `isIntact` does not know as the kept value is written.
   */
  encodeRaw(account: string, isIntact: IsIntact): Promise<RawOutcome>;
}

/** Keyed hashes (HMAC-SHA-256 under a random key that lives in the keychain), for comparing without keeping values. */
export interface Fingerprints {
  /**
   * `like`: under the key that this earlier fingerprint was made with, where the keychain still has it. Throws
   * `KEYCHAIN_*`.
   */
  of(value: Secret, like?: string): Promise<string>;
  /**
   * Asks the keychain again for this vault's key, which opens the system's prompt where it is locked; calls at once are
   * one. Throws `KEYCHAIN_OTHER` where it has none although the vault has keys, and the other `KEYCHAIN_*`.
   */
  probe(): Promise<void>;
  /** The accounts of all keys that may have been made so far, the newest last. */
  accounts(): string[];
  /** Whether a key that may be this vault's is among these accounts of a keychain, by its name alone. */
  isAmong(accounts: readonly string[]): boolean;
  /** From now on this keychain is the vault's: a key of its own is made where it has none. */
  adopt(): Promise<void>;
}

import type { Keychain } from '../../vault/ports.ts';

/**
 * What is known of the keychain. `asking`: the system has a window of its own open, for a password or a permission; `denied`:
 * the system does not let Clavis speak to it; `no-default`: it has no keyring yet that new values would go to.
 */
export type KeychainState = 'ready' | 'locked' | 'asking' | 'missing' | 'denied' | 'failing' | 'no-default';

export interface OpenKeychain extends Keychain {
  /** What `work` asks of the keychain opens no prompt of the system's, where that can be prevented: it fails as locked. */
  quietly<T>(work: () => Promise<T>): Promise<T>;
  /**
   * A number that is another one as soon as another program may hold the keychain, as where the Secret Service's name changes
   * hands; always the same where that can't be.
   */
  holder(): number;
  /** What `work` asks of the keychain is asked of this holder alone: once it is another one, it fails as missing. */
  whileHeldBy<T>(holder: number, work: () => Promise<T>): Promise<T>;
  /** Whether what it acknowledged is on the disk, as far as that is known. @throws KEYCHAIN_* */
  savesAtOnce(): Promise<boolean>;
  /** Waits up to a second for the calls under way. Later calls fail. */
  close(): Promise<void>;
  /**
   * Whether a call into the system has not come back, as while a prompt to unlock is open, and would hold up an ordinary exit
   * of the process: after `close`, kill the process instead.
   */
  hasBlockedCall(): boolean;
}

export interface KeychainOptions {
  readonly service: string;
  /** Hears of each change, when it is known. */
  readonly onState?: (state: KeychainState) => void;
  /**
   * Called when the keychain seems to be ready again, without anybody having asked it: reads something that shows whether it is
   * the vault's own, so that what then was read tells the state.
   */
  readonly verify?: () => Promise<void>;
}

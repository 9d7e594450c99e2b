import type { KeychainView, LockView } from '../vault-client.ts';
import type { IconName } from './icons.tsx';

export interface KeychainWords {
  readonly short: string;
  readonly icon: IconName;
  readonly tone: 'good' | 'due' | 'bad';
  /** What to do; empty where nothing is to be done. */
  readonly fix: string;
}

/** The keychain's state in words, with how to fix it. */
const keychainWords: Record<KeychainView['state'], KeychainWords> = {
  ready: { short: 'Keychain ready', icon: 'shield', tone: 'good', fix: '' },
  locked: {
    short: 'Keychain locked',
    icon: 'lock',
    tone: 'due',
    fix: 'Unlock your system’s keychain. Until then values can’t be read; the list and its names stay usable.',
  },
  asking: {
    short: 'Keychain asks',
    icon: 'lock',
    tone: 'due',
    fix: 'Your system’s keychain has a window of its own open. Answer it there, then do again what you were about to do.',
  },
  missing: {
    short: 'No keychain',
    icon: 'stop',
    tone: 'bad',
    fix: 'There is no keychain to talk to. On Linux start a Secret Service: gnome-keyring, KeePassXC or KWallet. Values are kept nowhere else unless you choose it.',
  },
  denied: {
    short: 'Keychain not allowed',
    icon: 'stop',
    tone: 'bad',
    fix: 'This system does not let Clavis speak to the keychain. Allow it (org.freedesktop.secrets, where AppArmor or a sandbox decides).',
  },
  failing: {
    short: 'Keychain failing',
    icon: 'alert',
    tone: 'bad',
    fix: 'The keychain does not answer as it should. Nothing is lost. Try again in a moment, or restart the keychain.',
  },
  'no-default': {
    short: 'No default keyring',
    icon: 'stop',
    tone: 'bad',
    fix: 'The Secret Service is there, but has no default keyring. Make one in “Passwords and Keys” and set it as default.',
  },
  other: {
    short: 'Another keychain',
    icon: 'swap',
    tone: 'bad',
    fix: 'This keychain holds nothing of this vault, as after a change of desktop or login. Nothing was deleted. Go back to the one before, or go on with this one.',
  },
};

/** What differs where values are in a passphrase vault. */
const vaultWords: Partial<Record<KeychainView['state'], KeychainWords>> = {
  ready: { ...keychainWords.ready, short: 'Passphrase vault' },
  locked: {
    ...keychainWords.locked,
    short: 'Vault locked',
    fix: 'The passphrase vault is locked. Lock Clavis, then unlock it with your passphrase.',
  },
  missing: {
    ...keychainWords.missing,
    short: 'Vault file missing',
    fix: 'The file of your values is gone from Clavis’ folder. Put it back there, then try again.',
  },
  failing: {
    ...keychainWords.failing,
    short: 'Vault failing',
    fix: 'The file of your values can’t be read or written as it should. It was left as it is. Try again, or put back a copy of it.',
  },
};

/** Where values are, and how that is. */
export function wordsOf({ state }: KeychainView, lock: LockView | null): KeychainWords {
  return (lock?.checks === 'passphrase' ? vaultWords[state] : undefined) ?? keychainWords[state];
}

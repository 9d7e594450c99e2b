import * as words from '../../electron/messages/window.ts';
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
  ready: { short: words.keychain.ready, icon: 'shield', tone: 'good', fix: '' },
  locked: {
    short: words.keychain.locked,
    icon: 'lock',
    tone: 'due',
    fix: words.keychain.lockedFix,
  },
  asking: {
    short: words.keychain.asking,
    icon: 'lock',
    tone: 'due',
    fix: words.keychain.askingFix,
  },
  missing: {
    short: words.keychain.missing,
    icon: 'stop',
    tone: 'bad',
    fix: words.keychain.missingFix,
  },
  denied: {
    short: words.keychain.denied,
    icon: 'stop',
    tone: 'bad',
    fix: words.keychain.deniedFix,
  },
  failing: {
    short: words.keychain.failing,
    icon: 'alert',
    tone: 'bad',
    fix: words.keychain.failingFix,
  },
  'no-default': {
    short: words.keychain.noDefault,
    icon: 'stop',
    tone: 'bad',
    fix: words.keychain.noDefaultFix,
  },
  other: {
    short: words.keychain.other,
    icon: 'swap',
    tone: 'bad',
    fix: words.keychain.otherFix,
  },
};

/** What differs where values are in a passphrase vault. */
const vaultWords: Partial<Record<KeychainView['state'], KeychainWords>> = {
  ready: { ...keychainWords.ready, short: words.passphraseVault.ready },
  locked: {
    ...keychainWords.locked,
    short: words.passphraseVault.locked,
    fix: words.passphraseVault.lockedFix,
  },
  missing: {
    ...keychainWords.missing,
    short: words.passphraseVault.missing,
    fix: words.passphraseVault.missingFix,
  },
  failing: {
    ...keychainWords.failing,
    short: words.passphraseVault.failing,
    fix: words.passphraseVault.failingFix,
  },
};

/** Where values are, and how that is. */
export function wordsOf({ state }: KeychainView, lock: LockView | null): KeychainWords {
  return (lock?.checks === 'passphrase' ? vaultWords[state] : undefined) ?? keychainWords[state];
}

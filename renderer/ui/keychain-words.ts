import type { KeychainView } from '../vault-client.ts';
import type { IconName } from './icons.tsx';

interface KeychainWords {
  readonly short: string;
  readonly icon: IconName;
  readonly tone: 'good' | 'due' | 'bad';
  /** What to do; empty where nothing is to be done. */
  readonly fix: string;
}

/** The keychain's state in words, with how to fix it. */
export const keychainWords: Record<KeychainView['state'], KeychainWords> = {
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
    fix: 'There is no keychain to talk to. On Linux start a Secret Service: gnome-keyring, KeePassXC or KWallet. Clavis keeps values nowhere else.',
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

import path from 'node:path';
import type { PassphraseVault } from '../../vault/ports.ts';
import type { KeychainOptions, KeychainState, OpenKeychain } from './keychain.ts';
import { openKeychain } from './open-keychain.ts';
import { openPassphraseVault, type PassphraseVaultOptions } from './passphrase-vault/keychain.ts';
import { errorOf, KeychainTrouble } from './trouble.ts';

/** Next to the database. Its presence is the choice: what nobody chose is not there. */
export const sealedFileName = 'values.sealed';

/** More than a program changes hands in the life of a process. */
const holdersOfOne = 2 ** 32;

export interface ChosenKeychainOptions extends KeychainOptions, Pick<PassphraseVaultOptions, 'report' | 'work'> {
  readonly platform: NodeJS.Platform;
  /** Where the vault's files are. */
  readonly folder: string;
}

export interface ChosenKeychain {
  readonly keychain: OpenKeychain;
  readonly passphraseVault: PassphraseVault;
}

/**
 * The keychain that this vault's values are in: the system's, or the passphrase vault once the person has chosen that. One
 * takes the other's place as a whole, as where a keychain changes hands.
 */
export function openChosenKeychain(options: ChosenKeychainOptions): ChosenKeychain {
  const { platform, folder, onState = () => {}, report, work } = options;
  let systemState: KeychainState | null = null;
  const passphrase = openPassphraseVault({
    file: path.join(folder, sealedFileName),
    onState: (state) => onState(state),
    report,
    ...(work === undefined ? {} : { work }),
  });
  const { isChosen } = passphrase.vault;
  const system = openKeychain(platform, {
    ...options,
    onState(state) {
      systemState = state;
      if (!isChosen()) onState(state);
    },
  });
  const chosen = (): OpenKeychain => (isChosen() ? passphrase.keychain : system);
  const holder = (): number => (isChosen() ? holdersOfOne + passphrase.keychain.holder() : system.holder());
  if (isChosen()) onState('locked');

  const keychain: OpenKeychain = {
    read: (account) => chosen().read(account),
    readMany: (accounts) => chosen().readMany(accounts),
    write: (account, value, label) => chosen().write(account, value, label),
    remove: (account) => chosen().remove(account),
    accounts: () => chosen().accounts(),
    items: (accounts) => chosen().items(accounts),
    removeSpare: (account, id) => chosen().removeSpare(account, id),
    label: (account, label) => chosen().label(account, label),
    encodeRaw: (account, isIntact) => chosen().encodeRaw(account, isIntact),
    quietly: (asked) => chosen().quietly(asked),
    holder,
    whileHeldBy(expected, asked) {
      const isPassphrase = expected >= holdersOfOne;
      if (isPassphrase !== isChosen()) return Promise.reject(errorOf(new KeychainTrouble('missing')));
      return chosen().whileHeldBy(isPassphrase ? expected - holdersOfOne : expected, asked);
    },
    async close() {
      await Promise.all([system.close(), passphrase.keychain.close()]);
    },
    hasBlockedCall: () => system.hasBlockedCall(),
  };

  return {
    keychain,
    passphraseVault: {
      ...passphrase.vault,
      mayBeChosen: () => !isChosen() && (systemState === 'missing' || systemState === 'denied'),
    },
  };
}

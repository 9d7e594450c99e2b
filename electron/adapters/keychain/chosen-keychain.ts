import path from 'node:path';
import type { PassphraseVault, ValuePlaces } from '../../vault/ports.ts';
import type { ValuePlace } from '../../vault/records.ts';
import type { Store } from '../../vault/store-port.ts';
import { placeAtStart } from './first-place.ts';
import { holdKeychain } from './hold-keychain.ts';
import type { KeychainOptions, KeychainState, OpenKeychain } from './keychain.ts';
import { openKeychain } from './open-keychain.ts';
import { stampOf } from './passphrase-vault/file.ts';
import { openPassphraseVault, type PassphraseVaultOptions } from './passphrase-vault/keychain.ts';
import { openSealedFileCare } from './passphrase-vault/sealed-file-care.ts';
import { errorOf, KeychainTrouble } from './trouble.ts';

/** Next to the database. What nobody chose, as the database says, is not used. */
export const sealedFileName = 'values.sealed';

/** More than a program changes hands in the life of a process. */
const holdersOfOne = 2 ** 32;

export interface ChosenKeychainOptions
  extends KeychainOptions,
    Pick<PassphraseVaultOptions, 'report' | 'work' | 'now'> {
  readonly platform: NodeJS.Platform;
  /** Where the vault's files are. */
  readonly folder: string;
  /** Which of the two was chosen. */
  readonly place: Store['valuePlace'];
}

export interface ChosenKeychain {
  readonly keychain: OpenKeychain;
  readonly passphraseVault: PassphraseVault;
  readonly valuePlaces: ValuePlaces;
}

/**
 * The keychain that this vault's values are in: the system's, or the passphrase vault once the person has chosen that. One
 * takes the other's place as a whole, as where a keychain changes hands.
 */
export function openChosenKeychain(options: ChosenKeychainOptions): ChosenKeychain {
  const { platform, folder, onState = () => {}, report, work, now } = options;
  const file = path.join(folder, sealedFileName);
  let place = placeAtStart(options.place, file);
  const states: Record<ValuePlace, KeychainState | null> = { keychain: null, passphrase: null };
  const learn = (of: ValuePlace) => (state: KeychainState) => {
    states[of] = state;
    if (of === place) onState(state);
  };
  const isChosen = (): boolean => place === 'passphrase';
  const passphrase = openPassphraseVault({
    file,
    isChosen,
    onState: learn('passphrase'),
    report,
    ...(work === undefined ? {} : { work }),
    ...(now === undefined ? {} : { now }),
  });
  const sealedFile = openSealedFileCare(file, { lock: passphrase.vault.lock, idle: passphrase.idle });
  const system = openKeychain(platform, { ...options, onState: learn('keychain') });
  const both: Record<ValuePlace, OpenKeychain> = { keychain: system, passphrase: passphrase.keychain };
  const chosen = (): OpenKeychain => both[place];
  const holder = (): number => (isChosen() ? holdersOfOne + passphrase.keychain.holder() : system.holder());
  if (isChosen()) onState(stampOf(file) === null ? 'missing' : 'locked');

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
    // Of the system's also what it is asked for while values are elsewhere, as what is left there after a move.
    quietly: (asked) => system.quietly(asked),
    savesAtOnce: () => chosen().savesAtOnce(),
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
      ...sealedFile,
      mayBeChosen: () => !isChosen() && (states.keychain === 'missing' || states.keychain === 'denied'),
    },
    valuePlaces: {
      current: () => place,
      hold: (of, account) => holdKeychain(both[of], account),
      use(next) {
        place = next;
        onState(states[next] ?? 'ready');
      },
    },
  };
}

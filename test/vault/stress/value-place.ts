import { rmSync } from 'node:fs';
import path from 'node:path';
import {
  type ChosenKeychain,
  openChosenKeychain,
  sealedFileName,
} from '../../../electron/adapters/keychain/chosen-keychain.ts';
import { openPassphraseVault } from '../../../electron/adapters/keychain/passphrase-vault/keychain.ts';
import { Secret } from '../../../electron/vault/secret.ts';
import type { Store } from '../../../electron/vault/store-port.ts';
import { startKeyring, type TestKeyring } from '../../support/keyring.ts';
import { littleWork } from '../../support/open-vault-file.ts';
import { readSealedValues } from '../../support/sealed-file.ts';
import { isKeyringThere, listAccounts } from './listing.ts';
import type { Place } from './protocol.ts';

/** Where the vaults of a run keep their values. */
export const valuePlaces = ['keyring', 'passphrase-vault'] as const;
export type ValuePlaceName = (typeof valuePlaces)[number];

export function placeNamed(name: string): ValuePlaceName {
  const named = valuePlaces.find((place) => place === name);
  if (named === undefined) throw new Error(`values are kept in ${valuePlaces.join(' or ')}, not in ${name}`);
  return named;
}

/** What several vaults, one after the other, keep their values in, and what others find there. */
export interface ValuePlace {
  readonly env: NodeJS.ProcessEnv;
  readonly passphrase: string | null;
  /** Before a vault is started for the first time: again with nothing in it, where that is in the vault's folder. */
  prepare(place: Place): Promise<void>;
  /** Every account with its value, as found by something that isn't Clavis. */
  accounts(place: Place): Promise<ReadonlyMap<string, string>>;
  /** Whether it had ended by itself; it is there again then, over the same data. */
  repair(): Promise<boolean>;
  stop(): Promise<void>;
}

export async function openValuePlace(name: ValuePlaceName): Promise<ValuePlace> {
  const keyring = await startKeyring({ secretService: name === 'keyring' });
  const { DISPLAY, ...own } = process.env;
  const env = { ...own, ...keyring.env };
  return name === 'keyring' ? inKeyring(keyring, env) : inPassphraseVault(keyring, env);
}

function inKeyring(keyring: TestKeyring, env: NodeJS.ProcessEnv): ValuePlace {
  return {
    env,
    passphrase: null,
    prepare: async () => {},
    accounts: ({ service }) => listAccounts(service, env),
    /** gnome-keyring 42 was seen to crash while many connections close, as those of killed processes do. */
    async repair() {
      if (await isKeyringThere(env)) return false;
      await keyring.restart();
      return true;
    },
    stop: () => keyring.stop(),
  };
}

const passphrase = 'four words kept elsewhere';
const fileOf = ({ folder }: Place): string => path.join(folder, sealedFileName);

function inPassphraseVault(keyring: TestKeyring, env: NodeJS.ProcessEnv): ValuePlace {
  return {
    env,
    passphrase,
    async prepare(place) {
      rmSync(fileOf(place), { force: true });
      const { vault, keychain } = openPassphraseVault({ file: fileOf(place), report: () => {}, work: littleWork });
      await vault.create(new Secret(passphrase));
      await keychain.close();
    },
    accounts: async (place) => readSealedValues(fileOf(place), passphrase),
    repair: async () => false,
    stop: () => keyring.stop(),
  };
}

/** A process that is killed while it tries the passphrase leaves a pause: here five minutes are over in 30 ms. */
const hasty = (): number => (Date.now() - Date.UTC(2026, 0, 1)) * 10_000;

/** The keychain as the vault's own process opens it, locked where it has a passphrase. */
export function openPlaced(
  { folder, service, passphrase: typed }: Place,
  chosen: Store['valuePlace'],
  report: (error: unknown) => void,
): ChosenKeychain {
  // Its file was made before the first start, which the person would have chosen then.
  if (typed !== null && chosen.get()?.place !== 'passphrase')
    chosen.set({ place: 'passphrase', work: null, fileId: null });
  const ofVault = typed === null ? {} : { work: littleWork, now: hasty };
  return openChosenKeychain({ platform: 'linux', place: chosen, folder, service, report, ...ofVault });
}

/** Opens it with its passphrase, after whatever pause there is. */
export async function unlockPlaced(
  { passphrase: typed }: Place,
  { pauseMs, unlock }: Pick<ChosenKeychain['passphraseVault'], 'pauseMs' | 'unlock'>,
): Promise<void> {
  if (typed === null) return;
  while (pauseMs() > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  if (!(await unlock(new Secret(typed)))) throw new Error('its passphrase is another one');
}

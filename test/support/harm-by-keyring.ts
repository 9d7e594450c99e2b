import { openSecretService } from '../../electron/adapters/keychain/secret-service/keychain.ts';
import { isVaultError } from '../../electron/vault/errors.ts';
import { Secret } from '../../electron/vault/secret.ts';
import type { TestKeyring } from './keyring.ts';

const service = 'Clavis Test';
const theirService = 'Another program';
/** On a busy machine a keyring with many items was seen to need more than one. */
const mostTries = 30;
const theirs = Array.from({ length: 20 }, (_, at) => `their secret ${at}`);

export interface Harm {
  /** Of ours, those that came back as something else. */
  readonly changed: ReadonlySet<string>;
  /** Of ours, those that did not come back. */
  readonly lost: ReadonlySet<string>;
  /** Of another program's twenty, how many are not as it left them. */
  readonly theirs: number;
}

export interface HarmOptions {
  readonly keyring: TestKeyring;
  /** How many are written before the keyring is restarted. */
  readonly batch: number;
  /** Hears how it stands after each restart. */
  readonly onBatch?: (written: number, changed: number, lost: number) => void;
}

/**
 * Keeps the values next to another program's secrets, restarts the keyring after each batch, and reads all that was kept so
 * far. What is written next makes the keyring write all of it again.
 */
export async function harmByKeyring(values: readonly string[], options: HarmOptions): Promise<Harm> {
  const { keyring, batch, onBatch = () => {} } = options;
  const keychain = openSecretService({ service }, keyring.env);
  const changed = new Set<string>();
  const lost = new Set<string>();
  const account = (at: number) => `hostile/${at}`;

  async function compare(written: number): Promise<void> {
    const accounts = Array.from({ length: written }, (_, at) => account(at));
    const outcomes = await inTime(() => keychain.readMany(accounts));
    for (const [at, value] of values.slice(0, written).entries()) {
      const outcome = outcomes.get(account(at));
      const held = outcome?.ok === true ? outcome.value?.reveal() : undefined;
      if (held === undefined) lost.add(value);
      else if (held !== value) changed.add(value);
    }
  }

  try {
    for (const [at, value] of theirs.entries()) await keyring.store(theirService, `${at}`, value);
    for (let written = 0; written < values.length; ) {
      for (const value of values.slice(written, written + batch)) {
        await inTime(() => keychain.write(account(written), new Secret(value)));
        written += 1;
      }
      await keyring.restart();
      await compare(written);
      onBatch(written, changed.size, lost.size);
    }
    await keychain.write('next/1', new Secret('sk-next'));
    await keyring.restart();
    await compare(values.length);
    const held = await Promise.all(theirs.map((_, at) => keyring.lookup(theirService, `${at}`)));
    return { changed, lost, theirs: theirs.filter((value, at) => held[at] !== value).length };
  } finally {
    await keychain.close();
  }
}

/** Does it again where the keyring did not answer in time, as a person would. */
async function inTime<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isVaultError(error, 'KEYCHAIN_TIMEOUT') || tries === mostTries) throw error;
    }
  }
}

/**
 * A passphrase vault's process whose memory is looked at: `<file> <seed> <heap snapshot>`. Does what a person does with a value,
 * locks, writes the snapshot, says `locked`, and waits to be ended. What it typed and kept it makes of the seed, so that nobody
 * gives it a text that would be found for that alone.
 */
import { setFlagsFromString, writeHeapSnapshot } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { openPassphraseVault } from '../../electron/adapters/keychain/passphrase-vault/keychain.ts';
import { Secret } from '../../electron/vault/secret.ts';
import { secretBytes } from './memory-secrets.ts';
import { littleWork } from './open-vault-file.ts';

const [file = '', seed = '', snapshot = ''] = process.argv.slice(2);
const secret = (name: string): Secret => new Secret(secretBytes(seed, name).toString('latin1'));

async function use(): Promise<void> {
  const { keychain, vault } = openPassphraseVault({ file, report: () => {}, work: littleWork });
  await vault.create(secret('passphrase'));
  await keychain.write('kept/1', secret('value'));
  await keychain.write('kept/2', secret('second value'));
  vault.lock();
  await vault.unlock(secret('passphrase'));
  // Read, and let go of, as a copy and an export do.
  await keychain.read('kept/1');
  await keychain.readMany(['kept/1', 'kept/2']);
  await vault.change(secret('next passphrase'));
  await keychain.write('kept/1', secret('rotated value'));
  await keychain.remove('kept/2');
  vault.lock();
}

await use();
setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');
for (let turn = 0; turn < 5; turn += 1) {
  collect();
  await new Promise((resolve) => setImmediate(resolve));
}
writeHeapSnapshot(snapshot);
console.log('locked');
setInterval(() => {}, 60_000);

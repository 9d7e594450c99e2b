import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeWrapping, openHead } from '../../../../electron/adapters/keychain/passphrase-vault/contents.ts';
import { openSealedValues } from '../../../../electron/adapters/keychain/passphrase-vault/sealed-values.ts';
import { Secret } from '../../../../electron/vault/secret.ts';
import { littleWork, makeVaultFile, passphrase, type VaultFile } from '../../../support/open-vault-file.ts';
import { readSealedValues } from '../../../support/sealed-file.ts';

/** A lock wipes the master key in its place: whoever uses it a moment later would seal values under zeros. */

let place: VaultFile;
beforeEach(async () => {
  place = makeVaultFile();
  const { keychain, vault } = place.open();
  await vault.create(passphrase);
  await keychain.write('kept/1', new Secret('sk-kept'));
  await keychain.close();
});
afterEach(() => place.remove());

/** The file's values, after one of them was read, so that the next act finds all in memory. */
async function openRead() {
  const opened = await openHead(readFileSync(place.file), passphrase.reveal());
  if (opened === null) throw new Error('its passphrase is another one');
  const values = openSealedValues({ file: place.file, opened, onFlaw: () => {} });
  await values.read('kept/1');
  return values;
}

async function afterTurns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await Promise.resolve();
}

it.each(Array.from({ length: 16 }, (_, turns) => turns))(
  'a lock %i turns after a read or a write began leaves it undone or done, and nothing under another key',
  async (turns) => {
    const writer = await openRead();
    const writing = writer.change({ account: 'kept/1', value: Buffer.from('sk-new') }).then(
      () => 'sk-new',
      ({ kind }) => kind,
    );
    await afterTurns(turns);
    writer.wipe();
    expect(['locked', 'sk-new']).toContain(await writing);
    expect(['sk-kept', 'sk-new']).toContain(readSealedValues(place.file, passphrase.reveal()).get('kept/1'));

    const reader = await openRead();
    const reading = reader.read('kept/1').then(String, ({ kind }) => kind);
    await afterTurns(turns);
    reader.wipe();
    expect(['locked', 'sk-kept', 'sk-new']).toContain(await reading);
  },
);

it.each(Array.from({ length: 16 }, (_, turns) => turns))(
  'a lock %i turns after a change of the passphrase began leaves the file open to the one or the other',
  async (turns) => {
    const values = await openRead();
    const next = 'another passphrase of mine';
    const changing = values.rewrap(await makeWrapping(next, littleWork)).then(
      () => next,
      () => passphrase.reveal(),
    );
    await afterTurns(turns);
    values.wipe();
    expect(readSealedValues(place.file, await changing).get('kept/1')).toBe('sk-kept');
  },
);

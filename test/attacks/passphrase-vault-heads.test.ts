import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Secret } from '../../electron/vault/secret.ts';
import { makeVaultFile, passphrase, type VaultFile } from '../support/open-vault-file.ts';
import { readSealedValues } from '../support/sealed-file.ts';

/** Somebody who kept an older copy of the file puts pieces of it into the one that is there. */

const next = new Secret('five words that nobody else has');
const headBytes = 140;
let place: VaultFile;
/** ms since the epoch. */
let now: number;

beforeEach(() => {
  place = makeVaultFile();
  now = Date.UTC(2026, 0, 1);
});
afterEach(() => place.remove());

const begin = () => place.open(() => now);

/** Head, index, records, index, head. */
function pieces(file: Buffer) {
  const recordsAt = headBytes + file.readUInt32BE(104);
  return {
    first: file.subarray(0, recordsAt),
    records: file.subarray(recordsAt, file.length - recordsAt),
    last: file.subarray(file.length - recordsAt),
  };
}

/** The file as it was before the passphrase was another one, and as it is since: with the same values. */
async function changePassphrase(): Promise<{ before: Buffer; since: Buffer }> {
  const { keychain, vault } = begin();
  await vault.create(passphrase);
  await keychain.write('kept/1', new Secret('sk-kept'));
  const before = readFileSync(place.file);
  await vault.change(next);
  await keychain.close();
  return { before, since: readFileSync(place.file) };
}

describe.each(['beginning', 'end'])('an older head and index, put at the %s of the file,', (where) => {
  const forge = (older: Buffer, file: Buffer): Buffer =>
    where === 'beginning'
      ? Buffer.concat([pieces(older).first, pieces(file).records, pieces(file).last])
      : Buffer.concat([pieces(file).first, pieces(file).records, pieces(older).last]);

  test('do not bring an old passphrase back: the current one opens it, the old one does not, and the next write mends the file', async () => {
    const { before, since } = await changePassphrase();
    writeFileSync(place.file, forge(before, since));
    expect(await begin().vault.unlock(passphrase)).toBe(false);
    now += 60_000;
    const { keychain, vault } = begin();
    expect(await vault.unlock(next)).toBe(true);
    expect((await keychain.read('kept/1'))?.reveal()).toBe('sk-kept');
    expect(place.reports).toMatchObject([{ code: 'SEALED_COPIES_DIFFER' }]);
    await keychain.write('kept/2', new Secret('sk-later'));
    expect(() => readSealedValues(place.file, passphrase.reveal())).toThrow();
    expect([...readSealedValues(place.file, next.reveal()).values()]).toEqual(['sk-kept', 'sk-later']);
  });

  test('bring back no older value, and hide none that came since', async () => {
    const { keychain, vault } = begin();
    await vault.create(passphrase);
    await keychain.write('kept/1', new Secret('sk-older'));
    const older = readFileSync(place.file);
    await keychain.write('kept/1', new Secret('sk-newer and longer'));
    await keychain.write('since/1', new Secret('sk-since'));
    await keychain.close();
    writeFileSync(place.file, forge(older, readFileSync(place.file)));
    const again = begin();
    expect(await again.vault.unlock(passphrase)).toBe(true);
    expect((await again.keychain.read('kept/1'))?.reveal()).toBe('sk-newer and longer');
    expect((await again.keychain.read('since/1'))?.reveal()).toBe('sk-since');
    expect(place.reports).toMatchObject([{ code: 'SEALED_COPIES_DIFFER' }]);
  });
});

test('an older head alone, without the index that was made for it, is no head: the passphrase of then opens nothing', async () => {
  const { before, since } = await changePassphrase();
  const forged = Buffer.concat([before.subarray(0, headBytes), since.subarray(headBytes)]);
  writeFileSync(place.file, forged);
  expect(await begin().vault.unlock(passphrase)).toBe(false);
  now += 60_000;
  const { keychain, vault } = begin();
  expect(await vault.unlock(next)).toBe(true);
  expect((await keychain.read('kept/1'))?.reveal()).toBe('sk-kept');
  await keychain.write('kept/2', new Secret('sk-later'));
  expect(readSealedValues(place.file, next.reveal()).get('kept/2')).toBe('sk-later');
});

test('a head that only looks like the true one does not keep the true one from being tried', async () => {
  const { since } = await changePassphrase();
  const forged = Buffer.from(since);
  // Another salt, the same wrapped key, and a checksum that is right.
  forged.fill(7, 28, 44);
  createHash('sha256').update(forged.subarray(0, 108)).digest().copy(forged, 108);
  writeFileSync(place.file, forged);
  const { keychain, vault } = begin();
  expect(await vault.unlock(next)).toBe(true);
  expect((await keychain.read('kept/1'))?.reveal()).toBe('sk-kept');
});

test('where the records fit neither of two heads that differ, the file is refused with words and left as it is', async () => {
  const { before, since } = await changePassphrase();
  const records = Buffer.from(pieces(since).records);
  records.fill(0, records.length - 16);
  const forged = Buffer.concat([pieces(before).first, records, pieces(since).last]);
  writeFileSync(place.file, forged);
  const { vault } = begin();
  await expect(vault.unlock(next)).rejects.toMatchObject({ code: 'SEALED_FILE_DAMAGED' });
  expect(vault.pauseMs()).toBe(0);
  expect(readFileSync(place.file).equals(forged)).toBe(true);
});

test('two writes of the same number that differ are refused: nobody can tell which one was acknowledged', async () => {
  const { before } = await changePassphrase();
  writeFileSync(place.file, before);
  const other = begin();
  await other.vault.unlock(passphrase);
  await other.vault.change(new Secret('a third one of some words'));
  await other.keychain.close();
  const third = readFileSync(place.file);
  writeFileSync(place.file, before);
  const again = begin();
  await again.vault.unlock(passphrase);
  await again.vault.change(next);
  await again.keychain.close();
  const second = readFileSync(place.file);
  writeFileSync(place.file, Buffer.concat([pieces(third).first, pieces(second).records, pieces(second).last]));
  await expect(begin().vault.unlock(next)).rejects.toMatchObject({ code: 'SEALED_FILE_DAMAGED' });
});

test('while it is open, a file with another passphrase is neither read nor written on until it is unlocked again', async () => {
  const { before } = await changePassphrase();
  const { keychain, vault } = begin();
  await vault.unlock(next);
  writeFileSync(place.file, before);
  const refused = expect.objectContaining({ code: 'KEYCHAIN_FAILED' });
  await expect(keychain.read('kept/1')).rejects.toEqual(refused);
  await expect(keychain.write('kept/1', new Secret('sk-new'))).rejects.toEqual(refused);
  expect(readFileSync(place.file).equals(before)).toBe(true);
  vault.lock();
  // The copy that somebody put back as a whole opens with the passphrase that it was made with.
  expect(await vault.unlock(passphrase)).toBe(true);
  expect((await keychain.read('kept/1'))?.reveal()).toBe('sk-kept');
});

test('while its passphrase changes, what is read meanwhile is read', async () => {
  const { keychain, vault } = begin();
  await vault.create(passphrase);
  await keychain.write('kept/1', new Secret('sk-kept'));
  let isChanged = false;
  const changing = vault.change(next).finally(() => {
    isChanged = true;
  });
  while (!isChanged) {
    expect((await keychain.read('kept/1'))?.reveal()).toBe('sk-kept');
    await new Promise((resolve) => setImmediate(resolve));
  }
  await changing;
});

import { copyFileSync, existsSync, renameSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { vaultError } from '../../electron/vault/errors.ts';
import { Secret } from '../../electron/vault/secret.ts';
import { makeVaultFile, passphrase, type VaultFile } from '../support/open-vault-file.ts';
import { readSealedValues } from '../support/sealed-file.ts';

/** Something happens between the steps of a passphrase vault: what the person is told must be what is so. */

/** The folder's names don't get to the disk. */
const disk = vi.hoisted(() => ({ fails: false, isFull: false }));
vi.mock(import('../../electron/adapters/files/folder.ts'), async (original) => {
  const real = await original();
  return {
    ...real,
    async holdFolder(path) {
      if (disk.fails) throw Object.assign(new Error('EIO'), { code: 'EIO' });
      return real.holdFolder(path);
    },
  };
});
/** What another program does right before a file gets its name. */
const before = vi.hoisted((): { rename: (from: string) => void } => ({ rename: () => {} }));
vi.mock(import('node:fs/promises'), async (original) => {
  const real = await original();
  return {
    ...real,
    async open(file, flags, mode) {
      // What is made, and not what is read.
      if (disk.isFull && mode === 0o600) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
      return real.open(file, flags, mode);
    },
    async rename(from, to) {
      before.rename(String(from));
      await real.rename(from, to);
    },
  };
});

let place: VaultFile;
beforeEach(() => {
  Object.assign(disk, { fails: false, isFull: false });
  before.rename = () => {};
  place = makeVaultFile();
});
afterEach(() => place.remove());

const other = new Secret('another passphrase of mine');

async function make() {
  const { keychain, vault } = place.open();
  await vault.create(passphrase);
  await keychain.write('kept/1', new Secret('sk-kept'));
  return { keychain, vault };
}

test('a vault that could not be made is not there at the next start, in the place of a keychain', async () => {
  disk.fails = true;
  await expect(place.open().vault.create(passphrase)).rejects.toMatchObject({ code: 'SEALED_FILE_UNWRITABLE' });
  expect(place.open().vault.isChosen()).toBe(false);
});

test('a full disk keeps the old values, and says why; a count that can’t be kept lets the person in, after a wait', async () => {
  const { keychain, vault } = await make();
  vault.lock();
  disk.isFull = true;
  expect(await vault.unlock(passphrase)).toBe(true);
  expect(place.waits).toEqual([5_000]);
  expect(place.reports).toMatchObject([{ code: 'ENOSPC' }]);
  await expect(keychain.write('kept/1', new Secret('sk-new'))).rejects.toMatchObject({ code: 'KEYCHAIN_FAILED' });
  expect((await keychain.read('kept/1'))?.reveal()).toBe('sk-kept');
  disk.isFull = false;
  await keychain.write('kept/1', new Secret('sk-new'));
  expect((await keychain.read('kept/1'))?.reveal()).toBe('sk-new');
});

test('a change that fails when the new passphrase counts already is said to be done', async () => {
  const { vault } = await make();
  disk.fails = true;
  const said = await vault.change(other).then(
    () => other,
    () => passphrase,
  );
  expect(readSealedValues(place.file, said.reveal()).get('kept/1')).toBe('sk-kept');
});

test('a change that was agreed to before a lock is not done after it', async () => {
  const { vault } = await make();
  const changing = vault.change(other);
  vault.lock();
  const unlocking = vault.unlock(passphrase);
  await expect(changing).rejects.toMatchObject({ code: 'KEYCHAIN_LOCKED' });
  expect(await unlocking).toBe(true);
  expect(readSealedValues(place.file, passphrase.reveal()).get('kept/1')).toBe('sk-kept');
});

test('a keychain that comes while the key is made, and a lock, leave no vault', async () => {
  const { vault } = place.open();
  const refused = (): void => {
    throw vaultError('PASSPHRASE_VAULT_NOT_OFFERED', { keys: 1 });
  };
  await expect(vault.create(passphrase, refused)).rejects.toMatchObject({ code: 'PASSPHRASE_VAULT_NOT_OFFERED' });
  const making = vault.create(passphrase);
  vault.lock();
  await expect(making).rejects.toMatchObject({ code: 'UNLOCK_REFUSED' });
  expect(existsSync(place.file)).toBe(false);
  expect(vault.isChosen()).toBe(false);
});

test('an older copy that takes the place of what was just written, before it has its name, is no write', async () => {
  const { keychain } = await make();
  copyFileSync(place.file, `${place.file}.other`);
  before.rename = (from) => renameSync(`${place.file}.other`, from);
  await expect(keychain.write('new/1', new Secret('sk-new'))).rejects.toMatchObject({ code: 'KEYCHAIN_FAILED' });
  before.rename = () => {};
  expect(await keychain.read('new/1')).toBe(null);
  expect((await keychain.read('kept/1'))?.reveal()).toBe('sk-kept');
});

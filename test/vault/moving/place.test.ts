import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../../electron/adapters/database/database.ts';
import { migrations } from '../../../electron/adapters/database/migrations/all.ts';
import { planRepair, repairDatabase } from '../../../electron/adapters/database/repair.ts';
import { Secret } from '../../../electron/vault/secret.ts';
import { startKeyring, type TestKeyring } from '../../support/keyring.ts';
import { openTestVault, someFields, someValue, type TestVault } from '../../support/test-vault.ts';

const passphrase = 'four words kept elsewhere';
/** Of the last version that had the choice in the file's presence. */
const migrationsBefore = 10;
let keyring: TestKeyring;
let opened: TestVault;

beforeEach(async () => {
  keyring = await startKeyring();
  opened = await openTestVault({ keyring });
  Object.assign(opened.consent, { agrees: true, newPassphrase: passphrase, types: [passphrase] });
});
afterEach(async () => {
  await opened.stop();
  await keyring.stop();
});

const code = (expected: string) => expect.objectContaining({ code: expected });
const sealedFile = () => path.join(opened.folder, 'values.sealed');
const database = () => path.join(opened.folder, 'vault.db');
const place = () => opened.vault.moving.view().place;
const tryPassphrase = () => opened.ports.passphraseVault.unlock(new Secret(passphrase));

async function moveOneKey(): Promise<string> {
  const { id } = await opened.vault.keys.add(someFields, someValue());
  await opened.vault.moving.start('passphrase');
  return id;
}

/** Makes the vault's database one of the version before: of what that did, nothing is taken back. */
function makeOlder(): void {
  const open = new DatabaseSync(database());
  open.exec(`DROP TABLE value_place; DROP TABLE moved_values; PRAGMA user_version = ${migrationsBefore}`);
  open.close();
}

test('a file that nobody chose is left alone and not used, at the first start and at later ones', async () => {
  const put = async () => writeFileSync(sealedFile(), 'what somebody put there');
  await opened.restart({ between: put });
  expect(place()).toBe('keychain');
  const { id } = await opened.vault.keys.add(someFields, someValue());
  await opened.restart();
  expect(opened.vault.locking.isLocked()).toBe(false);
  expect(await opened.lookup(`${id}/1`)).toBe(someValue().reveal());
  await expect(opened.vault.moving.start('passphrase')).rejects.toEqual(code('SEALED_FILE_THERE'));
  expect(readFileSync(sealedFile(), 'utf8')).toBe('what somebody put there');
  expect(opened.vault.moving.view()).toEqual({ place: 'keychain', progress: null, left: 0 });
});

test('a chosen file that is gone is said, and no keychain is used in its place; put back, it opens', async () => {
  const id = await moveOneKey();
  const away = `${sealedFile()}.away`;
  await opened.restart({ between: async () => renameSync(sealedFile(), away) });
  expect(opened.vault.locking.isLocked()).toBe(true);
  expect(place()).toBe('passphrase');
  expect(() => opened.ports.passphraseVault.assertThere()).toThrow(code('SEALED_FILE_GONE'));
  await expect(tryPassphrase()).rejects.toEqual(code('SEALED_FILE_GONE'));
  await expect(opened.ports.keychain.read(`${id}/1`)).rejects.toEqual(code('KEYCHAIN_LOCKED'));
  await opened.vault.reconcile();
  expect(await opened.lookup('fingerprint/1')).toBe(null);
  renameSync(away, sealedFile());
  await opened.vault.locking.unlock(async () => void (await tryPassphrase()));
  expect((await opened.ports.keychain.read(`${id}/1`))?.reveal()).toBe(someValue().reveal());
});

test('a vault of the version before is taken over once, by the file that was its choice', async () => {
  const id = await moveOneKey();
  await opened.restart({ between: async () => makeOlder() });
  expect(place()).toBe('passphrase');
  await opened.vault.locking.unlock(async () => void (await tryPassphrase()));
  expect((await opened.ports.keychain.read(`${id}/1`))?.reveal()).toBe(someValue().reveal());
  // From then on the database says it.
  await opened.restart({ between: async () => rmSync(sealedFile()) });
  expect(place()).toBe('passphrase');
});

test('a vault of the version before without such a file is in the keychain from then on', async () => {
  const { id } = await opened.vault.keys.add(someFields, someValue());
  await opened.restart({ between: async () => makeOlder() });
  expect(place()).toBe('keychain');
  await opened.restart({ between: async () => writeFileSync(sealedFile(), 'put there later') });
  expect(place()).toBe('keychain');
  expect((await opened.ports.keychain.read(`${id}/1`))?.reveal()).toBe(someValue().reveal());
});

test('an empty database of an older version takes over nothing either', () => {
  const file = path.join(opened.folder, 'older.db');
  openDatabase(file, migrations.slice(0, migrationsBefore)).close();
  const migrated = openDatabase(file);
  expect(migrated.prepare('SELECT place FROM value_place').get()).toEqual({ place: 'keychain' });
  migrated.close();
});

test('after a repair of the database values are looked for where they are', async () => {
  await moveOneKey();
  await opened.restart({
    async between() {
      writeFileSync(database(), 'damaged');
      repairDatabase(database(), planRepair(database()), Date.now());
    },
  });
  expect(place()).toBe('passphrase');
  expect(await tryPassphrase()).toBe(true);
});

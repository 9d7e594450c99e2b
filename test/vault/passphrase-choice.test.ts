import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Secret } from '../../electron/vault/secret.ts';
import { decryptWithAge } from '../support/age-program.ts';
import { startKeyring, type TestKeyring } from '../support/keyring.ts';
import { readSealedValues } from '../support/sealed-file.ts';
import { openTestVault, someFields, someValue, type TestVault } from '../support/test-vault.ts';

const passphrase = 'four words kept elsewhere';
let keyring: TestKeyring;
let opened: TestVault;

beforeEach(async () => {
  keyring = await startKeyring({ secretService: false });
  opened = await openTestVault({ keyring });
  opened.consent.newPassphrase = passphrase;
  // Until it was asked, a keychain may be there.
  await opened.vault.reconcile();
});
afterEach(async () => {
  await opened.stop();
  await keyring.stop();
});

const code = (expected: string) => expect.objectContaining({ code: expected });
const sealedFile = () => path.join(opened.folder, 'values.sealed');
const unlock = () =>
  opened.vault.locking.unlock(async () => {
    expect(await opened.ports.passphraseVault.unlock(new Secret(passphrase))).toBe(true);
  });

async function addKey(seed = 'a'): Promise<{ id: string; value: Secret }> {
  const value = someValue(seed);
  const { id } = await opened.vault.keys.add({ ...someFields, name: `Key ${seed}` }, value);
  return { id, value };
}

test('nothing is kept in a file until the person chose a passphrase for it; then keys are', async () => {
  await expect(addKey()).rejects.toEqual(code('KEYCHAIN_MISSING'));
  opened.consent.newPassphrase = null;
  await expect(opened.vault.passphrase.choose()).rejects.toEqual(code('NOT_CONFIRMED'));
  opened.consent.newPassphrase = 'short';
  await expect(opened.vault.passphrase.choose()).rejects.toEqual(code('PASSPHRASE_WEAK'));
  expect(readdirSync(opened.folder).filter((name) => name.startsWith('values'))).toEqual([]);

  opened.consent.newPassphrase = passphrase;
  await opened.vault.passphrase.choose();
  const { id, value } = await addKey();
  expect(readSealedValues(sealedFile(), passphrase).get(`${id}/1`)).toBe(value.reveal());
  await opened.vault.copying.copy(id);
  expect(opened.clipboard.held.clipboard).toBe(value.reveal());
  expect(opened.vault.activity.latest(5)).toContainEqual(
    expect.objectContaining({ kind: 'loosened', detail: 'values are in a passphrase vault from now on' }),
  );
});

test('it is offered neither a second time, nor where a keychain came, nor to keys whose values are in one', async () => {
  await keyring.restart();
  await expect.poll(() => opened.vault.reconcile()).toEqual([]);
  await expect(opened.vault.passphrase.choose()).rejects.toEqual(code('PASSPHRASE_VAULT_NOT_OFFERED'));
  await addKey();
  await keyring.kill();
  await expect.poll(async () => (await opened.vault.reconcile()).length).toBeGreaterThan(0);
  await expect(opened.vault.passphrase.choose()).rejects.toMatchObject({
    code: 'PASSPHRASE_VAULT_NOT_OFFERED',
    details: { keys: 1 },
  });
  expect(readdirSync(opened.folder)).not.toContain('values.sealed');
});

test('a lock closes it at once, and takes a copied value off the clipboard; the passphrase opens it again', async () => {
  await opened.vault.passphrase.choose();
  const { id, value } = await addKey();
  await opened.vault.copying.copy(id);
  expect(await opened.vault.locking.lock('hand')).toBe(true);
  expect(opened.clipboard.held.clipboard).toBeNull();
  await expect(opened.ports.keychain.read(`${id}/1`)).rejects.toEqual(code('KEYCHAIN_LOCKED'));
  await unlock();
  expect((await opened.ports.keychain.read(`${id}/1`))?.reveal()).toBe(value.reveal());
});

test('after a restart it is locked from the first moment on, and what a crash left is reconciled once it is open', async () => {
  await opened.vault.passphrase.choose();
  const { id, value } = await addKey();
  const { store, keychain } = opened.ports;
  store.commit(() => store.intents.add({ keyId: id, number: 2 }));
  await keychain.write(`${id}/2`, someValue('b'));
  await opened.restart();
  expect(opened.vault.locking.isLocked()).toBe(true);
  await opened.vault.reconcile();
  expect(opened.ports.store.intents.all()).toHaveLength(1);
  await unlock();
  expect(await opened.vault.reconcile()).toEqual([]);
  expect(opened.ports.store.intents.all()).toEqual([]);
  expect([...readSealedValues(sealedFile(), passphrase).keys()].sort()).toEqual([`${id}/1`, 'fingerprint/1'].sort());
  expect((await opened.ports.keychain.read(`${id}/1`))?.reveal()).toBe(value.reveal());
});

test('another vault’s file in its place takes nothing away: with its own one back, the value is there', async () => {
  await opened.vault.passphrase.choose();
  const { id, value } = await addKey();
  const own = readFileSync(sealedFile());
  const other = await openTestVault({ keyring });
  await other.vault.reconcile();
  other.consent.newPassphrase = passphrase;
  await other.vault.passphrase.choose();
  const others = readFileSync(path.join(other.folder, 'values.sealed'));
  await other.stop();

  writeFileSync(sealedFile(), others);
  await expect(opened.vault.copying.copy(id)).rejects.toEqual(code('KEYCHAIN_FAILED'));
  await opened.restart();
  await unlock();
  await expect(opened.vault.copying.copy(id)).rejects.toEqual(code('VALUE_MISSING'));
  await opened.vault.reconcile();
  expect(readFileSync(sealedFile()).equals(others)).toBe(true);
  await opened.restart({ between: async () => writeFileSync(sealedFile(), own) });
  await unlock();
  await opened.vault.copying.copy(id);
  expect(opened.clipboard.held.clipboard).toBe(value.reveal());
});

test('its passphrase is changed by who types the one there is, and by nobody else', async () => {
  await expect(opened.vault.passphrase.change()).rejects.toEqual(code('PASSPHRASE_VAULT_NONE'));
  await opened.vault.passphrase.choose();
  const { id, value } = await addKey();
  opened.consent.newPassphrase = 'five words that nobody else has';
  await expect(opened.vault.passphrase.change()).rejects.toEqual(code('NOT_CONFIRMED'));
  expect(readSealedValues(sealedFile(), passphrase).size).toBe(2);
  opened.consent.types = [passphrase];
  opened.consent.newPassphrase = 'short';
  await expect(opened.vault.passphrase.change()).rejects.toEqual(code('PASSPHRASE_WEAK'));
  opened.consent.newPassphrase = 'five words that nobody else has';
  await opened.vault.passphrase.change();
  expect(() => readSealedValues(sealedFile(), passphrase)).toThrow();
  expect(readSealedValues(sealedFile(), 'five words that nobody else has').get(`${id}/1`)).toBe(value.reveal());
});

test('a backup takes its values as from any keychain, and holds nothing of the file', async () => {
  await opened.vault.passphrase.choose();
  const { value } = await addKey();
  const backup = path.join(opened.folder, 'mine.age');
  await opened.vault.backingUp.save(backup, new Secret('another passphrase for the backup'));
  await decryptWithAge(backup, 'another passphrase for the backup', `${backup}.json`);
  const text = readFileSync(`${backup}.json`, 'utf8');
  expect(text).toContain(value.reveal());
  expect(text).not.toMatch(/CLAVISPV|Q0xBVklTUFY|fingerprint\//);
});

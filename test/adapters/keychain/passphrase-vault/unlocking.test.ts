import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openHead } from '../../../../electron/adapters/keychain/passphrase-vault/contents.ts';
import { openSealedValues } from '../../../../electron/adapters/keychain/passphrase-vault/sealed-values.ts';
import { Secret } from '../../../../electron/vault/secret.ts';
import { makeVaultFile, passphrase, type VaultFile } from '../../../support/open-vault-file.ts';
import { readSealedValues } from '../../../support/sealed-file.ts';

const wrong = new Secret('four words kept elsewhwere');
let place: VaultFile;
/** ms since the epoch. */
let now: number;

beforeEach(() => {
  place = makeVaultFile();
  now = Date.UTC(2026, 0, 1);
});
afterEach(() => place.remove());

const begin = () => place.open(() => now);

/** A vault with one value in it, that nobody has open. */
async function keepOne(value = 'sk-kept'): Promise<void> {
  const { keychain, vault } = begin();
  await vault.create(passphrase);
  await keychain.write('kept/1', new Secret(value));
  await keychain.close();
}

test('its file is for its owner alone, holds no value in the clear, and nothing else lies next to it', async () => {
  const umask = process.umask(0);
  try {
    await keepOne('a-value-that-no-file-may-hold');
  } finally {
    process.umask(umask);
  }
  expect(readdirSync(place.folder)).toEqual(['values.sealed']);
  const { mode } = statSync(place.file);
  expect((mode & 0o777).toString(8)).toBe(process.platform === 'win32' ? expect.any(String) : '600');
  const bytes = readFileSync(place.file, 'latin1');
  for (const text of ['a-value-that', 'kept/1', passphrase.reveal()]) expect(bytes).not.toContain(text);
});

test('locked it gives and takes nothing; unlocked with its passphrase it does, in another process, too', async () => {
  await keepOne();
  const { keychain, vault } = begin();
  expect(vault.isChosen()).toBe(true);
  const locked = expect.objectContaining({ code: 'KEYCHAIN_LOCKED' });
  await expect(keychain.read('kept/1')).rejects.toEqual(locked);
  await expect(keychain.write('kept/2', new Secret('sk-new'))).rejects.toEqual(locked);
  await expect(keychain.accounts()).rejects.toEqual(locked);
  expect(await vault.unlock(passphrase)).toBe(true);
  expect((await keychain.read('kept/1'))?.reveal()).toBe('sk-kept');
  vault.lock();
  await expect(keychain.readMany(['kept/1'])).rejects.toEqual(locked);
  expect(place.states.slice(-3)).toEqual(['locked', 'ready', 'locked']);
});

test('a lock that falls while the passphrase is tried counts: the vault stays locked', async () => {
  await keepOne();
  const { keychain, vault } = begin();
  const unlocking = vault.unlock(passphrase);
  vault.lock();
  await expect(unlocking).rejects.toMatchObject({ code: 'UNLOCK_REFUSED' });
  await expect(keychain.read('kept/1')).rejects.toMatchObject({ code: 'KEYCHAIN_LOCKED' });
});

test('a write that a lock falls into ends as locked, or is whole: the next start reads it or the one before', async () => {
  await keepOne();
  const { keychain, vault } = begin();
  for (let turn = 0; turn < 20; turn += 1) {
    now += 10 * 60_000;
    await vault.unlock(passphrase);
    const writing = keychain.write('kept/1', new Secret(`sk-${turn}`)).then(
      () => 'kept',
      (error: { code?: string }) => error.code,
    );
    await new Promise((resolve) => setTimeout(resolve, turn % 5));
    vault.lock();
    expect(['kept', 'KEYCHAIN_LOCKED']).toContain(await writing);
  }
  await vault.unlock(passphrase);
  expect((await keychain.read('kept/1'))?.reveal()).toMatch(/^sk-(kept|\d+)$/);
});

test('after wrong passphrases the pause grows to five minutes, also over restarts, and goes with the right one', async () => {
  await keepOne();
  const pauses: number[] = [];
  for (let turn = 0; turn < 11; turn += 1) {
    const { vault } = begin();
    expect(await vault.unlock(wrong)).toBe(false);
    pauses.push(vault.pauseMs() / 1_000);
    const again = begin().vault;
    await expect(again.unlock(passphrase)).rejects.toMatchObject({ code: 'UNLOCK_PAUSED' });
    now += again.pauseMs() - 1;
    await expect(begin().vault.unlock(passphrase)).rejects.toMatchObject({ code: 'UNLOCK_PAUSED' });
    now += 1;
  }
  expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
  const { vault } = begin();
  expect(await vault.unlock(passphrase)).toBe(true);
  expect(readdirSync(place.folder)).toEqual(['values.sealed']);
  expect(begin().vault.pauseMs()).toBe(0);
});

test('a try is counted before it is made, so that ending Clavis meanwhile saves nobody the pause', async () => {
  await keepOne();
  const { vault } = begin();
  const trying = vault.unlock(wrong);
  await expect.poll(() => readdirSync(place.folder)).toContain('values.sealed.tries');
  expect(begin().vault.pauseMs()).toBe(1_000);
  await trying;
});

test.each([
  ['can’t be read', () => writeFileSync(`${place.file}.tries`, 'not ours'), 5 * 60_000],
  [
    'is of a clock that was ahead',
    () => writeFileSync(`${place.file}.tries`, `{"wrong":2,"lastAt":${now * 2}}`),
    2_000,
  ],
])('a count of wrong passphrases that %s pauses no longer than it can', async (_, spoil, pauseMs) => {
  await keepOne();
  spoil();
  const { vault } = begin();
  expect(vault.pauseMs()).toBe(pauseMs);
  now += pauseMs;
  expect(await vault.unlock(passphrase)).toBe(true);
});

test('another passphrase opens it from the change on, and nothing but the wrapping of its key is another', async () => {
  await keepOne();
  const next = new Secret('five words that nobody else has');
  const { keychain, vault } = begin();
  await expect(vault.change(next)).rejects.toMatchObject({ code: 'KEYCHAIN_LOCKED' });
  await vault.unlock(passphrase);
  expect(await vault.confirm(wrong)).toBe(false);
  expect(vault.pauseMs()).toBe(1_000);
  now += 1_000;
  expect(await vault.confirm(passphrase)).toBe(true);
  const before = readFileSync(place.file);
  await Promise.all([vault.change(next), keychain.read('kept/1')]);
  const after = readFileSync(place.file);
  const recordsAt = 140 + after.readUInt32BE(104);
  expect(after.subarray(recordsAt, -recordsAt).equals(before.subarray(recordsAt, -recordsAt))).toBe(true);
  expect(after.subarray(0, 28).equals(before.subarray(0, 28))).toBe(true);
  expect(after.subarray(28, 104).equals(before.subarray(28, 104))).toBe(false);
  // Open it stays open, and goes on.
  await keychain.write('kept/2', new Secret('sk-later'));
  await keychain.close();
  expect([...readSealedValues(place.file, next.reveal())]).toEqual([
    ['kept/1', 'sk-kept'],
    ['kept/2', 'sk-later'],
  ]);
  expect(await begin().vault.unlock(passphrase)).toBe(false);
  now += 1_000;
  expect(await begin().vault.unlock(next)).toBe(true);
});

test('a file that is gone is said to be missing, not empty, and is never made again in silence', async () => {
  await keepOne();
  const { keychain, vault } = begin();
  await vault.unlock(passphrase);
  rmSync(place.file);
  const missing = expect.objectContaining({ code: 'KEYCHAIN_MISSING' });
  await expect(keychain.read('kept/1')).rejects.toEqual(missing);
  await expect(keychain.write('kept/2', new Secret('sk-new'))).rejects.toEqual(missing);
  expect(readdirSync(place.folder)).toEqual([]);
});

test('the master key is wiped where it lies', async () => {
  await keepOne();
  const opened = await openHead(readFileSync(place.file), passphrase.reveal());
  if (opened === null) throw new Error('its passphrase is another one');
  const { master } = opened;
  const values = openSealedValues({ file: place.file, opened, onFlaw: () => {} });
  values.wipe();
  expect(master.every((byte) => byte === 0)).toBe(true);
  await expect(values.read('kept/1')).rejects.toMatchObject({ kind: 'locked' });
});

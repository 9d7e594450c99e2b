import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  openHead,
  readContents,
  unsealValue,
} from '../../../../electron/adapters/keychain/passphrase-vault/contents.ts';
import type { OpenPassphraseVault } from '../../../../electron/adapters/keychain/passphrase-vault/keychain.ts';
import { isVaultError } from '../../../../electron/vault/errors.ts';
import { Secret } from '../../../../electron/vault/secret.ts';
import { makeVaultFile, passphrase, type VaultFile } from '../../../support/open-vault-file.ts';

const values = { 'one/1': 'sk-one', 'two/1': 'sk-two-with-more-in-it', 'three/12': '' } as const;
const accounts = Object.keys(values);
let place: VaultFile;
let whole: Buffer;

beforeEach(async () => {
  place = makeVaultFile();
  const { keychain, vault } = place.open();
  await vault.create(passphrase);
  for (const [account, value] of Object.entries(values)) await keychain.write(account, new Secret(value));
  await keychain.close();
  whole = readFileSync(place.file);
});
afterEach(() => place.remove());

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    return isVaultError(error) ? error.code : 'no words';
  }
}

/** What becomes of each account of the file as it is now: its value, or the code of its refusal. */
async function look({ keychain, vault }: OpenPassphraseVault): Promise<Record<string, string>> {
  const code = await codeOf(vault.unlock(passphrase));
  if (code !== 'done') return { unlock: code };
  const seen = await Promise.all(
    accounts.map(async (account) => {
      const read = keychain.read(account);
      const failed = await codeOf(read);
      return [account, failed === 'done' ? ((await read)?.reveal() ?? 'absent') : failed] as const;
    }),
  );
  await keychain.close();
  return Object.fromEntries(seen);
}

/** The file with this bit the other way round. */
function flipped(bit: number): Buffer {
  const bytes = Buffer.from(whole);
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return bytes;
}

type Seen = Readonly<Record<string, string>>;
const isRefused = (seen: Seen) => (account: string) => seen[account] !== Reflect.get(values, account);

/** The same as `look`, without the disk. */
async function lookInside(bytes: Buffer): Promise<Seen> {
  const opened = await openHead(bytes, passphrase.reveal());
  const contents = opened && readContents(bytes, opened.master);
  if (opened === null || contents === null) return { unlock: 'refused' };
  const { head, records } = contents;
  return Object.fromEntries(
    accounts.map((account) => {
      const sealed = records.get(account);
      const value = sealed && unsealValue(opened.master, head, account, sealed);
      return [account, sealed === undefined ? 'absent' : (value?.toString('utf8') ?? 'VALUE_DAMAGED')];
    }),
  );
}

test('of a file with one flipped bit, every bit of every byte, at most one value is refused, and all others are read', async () => {
  const outcomes = { whole: 0, oneRefused: 0 };
  for (let bit = 0; bit < whole.length * 8; bit += 1) {
    const bytes = flipped(bit);
    const seen = await lookInside(bytes);
    const refused = accounts.filter(isRefused(seen)).map((account) => seen[account]);
    if (refused.length === 0) outcomes.whole += 1;
    else outcomes.oneRefused += 1;
    expect(refused.length === 0 ? ['VALUE_DAMAGED'] : refused, `bit ${bit}`).toEqual(['VALUE_DAMAGED']);
  }
  // A record of each value: its nonce and its ciphertext. Its tag is in the index, too.
  const inRecords = Object.values(values).reduce((sum, value) => sum + 12 + value.length, 0) * 8;
  expect(outcomes).toEqual({ whole: whole.length * 8 - inRecords, oneRefused: inRecords });
});

test('a flipped bit is said when the vault is used: by its value’s error, or in the diagnostics, and the file stays as it is', async () => {
  // Each byte of twelve, and over them each bit of a byte.
  for (let bit = 0; bit < whole.length * 8; bit += 97) {
    const bytes = flipped(bit);
    writeFileSync(place.file, bytes);
    place.reports.length = 0;
    const seen = await look(place.open());
    const refused = accounts.filter(isRefused(seen)).map((account) => seen[account]);
    if (refused.length > 0) expect(refused, `bit ${bit}`).toEqual(['VALUE_DAMAGED']);
    else expect(place.reports).toMatchObject([{ code: 'SEALED_COPY_DAMAGED' }]);
    expect(readFileSync(place.file).equals(bytes)).toBe(true);
  }
});

test('a damaged value is no absent one: others are written and removed next to it, and it stays as it is', async () => {
  const bytes = Buffer.from(whole);
  // The last byte of the last record's ciphertext.
  const at = whole.length - 140 - whole.readUInt32BE(104) - 17;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(place.file, bytes);
  const opened = place.open();
  await opened.vault.unlock(passphrase);
  await opened.keychain.write('four/1', new Secret('sk-four'));
  await opened.keychain.remove('one/1');
  const outcomes = await opened.keychain.readMany(['one/1', 'two/1', 'three/12', 'four/1']);
  const damaged = [...outcomes].filter(([, outcome]) => !outcome.ok);
  expect(damaged).toMatchObject([[expect.any(String), { ok: false, error: { code: 'VALUE_DAMAGED' } }]]);
  expect(outcomes.get('one/1')).toEqual({ ok: true, value: null });
  await opened.keychain.close();
});

test('a file that is cut off, of other bytes, or of a newer Clavis is refused with words and left as it is', async () => {
  const newer = Buffer.from(whole);
  newer[8] = 2;
  newer[newer.length - 132] = 2;
  for (const [bytes, code] of [
    [whole.subarray(0, 100), 'SEALED_FILE_DAMAGED'],
    [Buffer.alloc(0), 'SEALED_FILE_DAMAGED'],
    [Buffer.from('no vault at all, but a text that is long enough to be one'.repeat(20)), 'SEALED_FILE_DAMAGED'],
    [newer, 'SEALED_FILE_NEWER'],
  ] as const) {
    writeFileSync(place.file, bytes);
    const opened = place.open();
    expect(await codeOf(opened.vault.unlock(passphrase))).toBe(code);
    expect(await codeOf(opened.vault.create(passphrase))).toBe('SEALED_FILE_THERE');
    // Neither is a wrong passphrase.
    expect(opened.vault.pauseMs()).toBe(0);
    expect(readFileSync(place.file).equals(bytes)).toBe(true);
  }
});

test('a file that lost its end, or its beginning, still gives every value that is whole in it', async () => {
  const recordsAt = 140 + whole.readUInt32BE(104);
  truncateSync(place.file, whole.length - recordsAt);
  expect(await look(place.open())).toEqual(values);
  writeFileSync(place.file, whole.subarray(recordsAt));
  expect(await look(place.open())).toEqual(values);
  // A part of the first record is gone with what was before it.
  writeFileSync(place.file, whole.subarray(recordsAt + 1));
  const seen = await look(place.open());
  expect(accounts.filter(isRefused(seen)).map((account) => seen[account])).toEqual(['VALUE_DAMAGED']);
});

test('values of another file, or of another account, open nowhere else', async () => {
  const other = makeVaultFile();
  const opened = other.open();
  await opened.vault.create(passphrase);
  await opened.keychain.write('one/1', new Secret('sk-other'));
  await opened.keychain.write('two/1', new Secret('sk-other'));
  // Of the same length each: they change places.
  const bytes = readFileSync(other.file);
  const from = 140 + bytes.readUInt32BE(104);
  const length = (bytes.length - 2 * from) / 2;
  const [first, second] = [bytes.subarray(from, from + length), bytes.subarray(from + length, from + 2 * length)];
  const swapped = Buffer.concat([bytes.subarray(0, from), second, first, bytes.subarray(from + 2 * length)]);
  writeFileSync(other.file, swapped);
  for (const account of ['one/1', 'two/1'])
    await expect(opened.keychain.read(account)).rejects.toMatchObject({ code: 'VALUE_DAMAGED' });
  writeFileSync(other.file, whole);
  await expect(opened.keychain.read('one/1')).rejects.toMatchObject({ code: 'KEYCHAIN_FAILED' });
  await expect(opened.keychain.write('one/1', new Secret('sk-new'))).rejects.toMatchObject({ code: 'KEYCHAIN_FAILED' });
  expect(readFileSync(other.file).equals(whole)).toBe(true);
  other.remove();
});

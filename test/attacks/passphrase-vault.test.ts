import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { replaceSealedFile } from '../../electron/adapters/keychain/passphrase-vault/file.ts';
import { Secret } from '../../electron/vault/secret.ts';
import { makeVaultFile, passphrase, type VaultFile } from '../support/open-vault-file.ts';

/** Another program of the same user puts something else in the place of a passphrase vault's files, at any moment. */

let place: VaultFile;
beforeEach(() => {
  place = makeVaultFile();
});
afterEach(() => place.remove());

const code = (expected: string) => expect.objectContaining({ code: expected });
const other = new Secret('another passphrase of mine');

async function make() {
  const { keychain, vault } = place.open();
  await vault.create(passphrase);
  await keychain.write('kept/1', new Secret('sk-kept'));
  return { keychain, vault };
}

describe('what is there is never replaced by a new vault', () => {
  test('a file that came while the key was made', async () => {
    const { vault } = place.open();
    const making = vault.create(passphrase);
    writeFileSync(place.file, 'the only place of some values');
    await expect(making).rejects.toEqual(code('SEALED_FILE_THERE'));
    expect(readFileSync(place.file, 'utf8')).toBe('the only place of some values');
    expect(vault.isChosen()).toBe(false);
    expect(readdirSync(place.folder)).toEqual(['values.sealed']);
  });

  test('that of another process that made one at the same moment', async () => {
    const [one, two] = [place.open(), place.open()];
    const made = await Promise.allSettled([one.vault.create(passphrase), two.vault.create(other)]);
    const isMade = made.map(({ status }) => status === 'fulfilled');
    expect(isMade).not.toEqual([true, true]);
    expect([one, two].map(({ vault }) => vault.isChosen())).toEqual(isMade);
  });

  test('that of a second choice at the same moment', async () => {
    const { vault } = place.open();
    const made = await Promise.allSettled([vault.create(passphrase), vault.create(other)]);
    expect(made.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    vault.lock();
    expect(await vault.unlock(passphrase)).toBe(true);
  });

  test('a link to a disk that is not there now', async () => {
    symlinkSync('/nonexistent/values.sealed', place.file);
    const { vault } = place.open();
    expect(vault.isChosen()).toBe(true);
    await expect(vault.create(passphrase)).rejects.toEqual(code('SEALED_FILE_THERE'));
  });
});

describe('what is no file of values is said, and keeps Clavis from nothing else', () => {
  test('a link in a circle at the start', async () => {
    symlinkSync(place.file, place.file);
    const { vault } = place.open();
    await expect(vault.unlock(passphrase)).rejects.toEqual(code('SEALED_FILE_UNREADABLE'));
  });

  test('later on', async () => {
    const { keychain } = await make();
    const read = () => keychain.read('kept/1');
    rmSync(place.file);
    await expect(read()).rejects.toEqual(code('KEYCHAIN_MISSING'));
    await expect(keychain.write('kept/1', new Secret('x'))).rejects.toEqual(code('KEYCHAIN_MISSING'));
    mkdirSync(place.file);
    await expect(read()).rejects.toEqual(code('KEYCHAIN_FAILED'));
    rmSync(place.file, { recursive: true });
    symlinkSync(place.file, place.file);
    await expect(read()).rejects.toEqual(code('KEYCHAIN_FAILED'));
  });
});

describe('an older copy is seen as another file', () => {
  test('with the same size and time, written in its place', async () => {
    const { keychain } = await make();
    await keychain.write('kept/1', new Secret('sk-old1'));
    const old = readFileSync(place.file);
    await keychain.write('kept/1', new Secret('sk-new1'));
    const { atime, mtime } = statSync(place.file);
    utimesSync(place.file, atime, mtime);
    expect((await keychain.read('kept/1'))?.reveal()).toBe('sk-new1');
    writeFileSync(place.file, old);
    utimesSync(place.file, atime, mtime);
    expect((await keychain.read('kept/1'))?.reveal()).toBe('sk-old1');
  });

  test('of a single value, put into the file that has its newer one', async () => {
    const { keychain } = await make();
    await keychain.write('kept/1', new Secret('sk-old1'));
    const old = readFileSync(place.file);
    await keychain.write('kept/1', new Secret('sk-new1'));
    const file = readFileSync(place.file);
    const recordAt = 140 + file.readUInt32BE(104);
    old.copy(file, recordAt, recordAt, recordAt + 12 + 'sk-old1'.length + 16);
    writeFileSync(place.file, file);
    await expect(keychain.read('kept/1')).rejects.toEqual(code('VALUE_DAMAGED'));
    await keychain.write('other/1', new Secret('sk-other'));
    await expect(keychain.read('kept/1')).rejects.toEqual(code('VALUE_DAMAGED'));
  });
});

describe('what lies in the place of the count of tries', () => {
  const tries = () => `${place.file}.tries`;

  test('a pipe holds nothing up', () => {
    execFileSync('mkfifo', [tries()]);
    const adapter = new URL('../../electron/adapters/keychain/passphrase-vault/keychain.ts', import.meta.url).href;
    const script = `
      import { openPassphraseVault } from ${JSON.stringify(adapter)};
      openPassphraseVault({ file: ${JSON.stringify(place.file)}, report() {} });
      process.exit(0);`;
    execFileSync(process.execPath, ['--input-type=module', '-e', script], { timeout: 60_000 });
  });

  test.each(['a large file', 'a link', 'a folder'])('%s is not read, is said, and counts as many tries', (what) => {
    if (what === 'a folder') mkdirSync(tries());
    else if (what === 'a link') symlinkSync(`${place.file}.count`, tries());
    else writeFileSync(tries(), JSON.stringify({ wrong: 0, lastAt: 0 }).padEnd(1_000_000));
    writeFileSync(`${place.file}.count`, JSON.stringify({ wrong: 0, lastAt: 0 }));
    const { vault } = place.open();
    expect(vault.pauseMs()).toBeGreaterThan(200_000);
    expect(place.reports).toHaveLength(1);
  });
});

test('passphrases that are tried at once count each before the next', async () => {
  const { vault } = await make();
  vault.lock();
  const tried = await Promise.allSettled(Array.from({ length: 5 }, () => vault.unlock(other)));
  expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('more than can be read again is not written', async () => {
  await make();
  const bytes = readFileSync(place.file);
  await expect(replaceSealedFile(place.file, Buffer.alloc(2 ** 30 + 1))).rejects.toEqual(code('EFBIG'));
  expect(readFileSync(place.file).equals(bytes)).toBe(true);
});

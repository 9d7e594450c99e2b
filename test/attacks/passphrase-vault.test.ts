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
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { replaceSealedFile } from '../../electron/adapters/keychain/passphrase-vault/file.ts';
import { Secret } from '../../electron/vault/secret.ts';
import { makeVaultFile, passphrase, type VaultFile } from '../support/open-vault-file.ts';
import { readSealedValues } from '../support/sealed-file.ts';

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

  /** Each of them at this path, and what of it is left afterwards. */
  const things = {
    'a large file': (at: string) => writeFileSync(at, JSON.stringify({ wrong: 0, lastAt: 0 }).padEnd(1_000_000)),
    'a link': (at: string) => {
      writeFileSync(`${place.file}.count`, JSON.stringify({ wrong: 0, lastAt: 0 }));
      symlinkSync(`${place.file}.count`, at);
    },
    'a link to a device': (at: string) => symlinkSync('/dev/zero', at),
    'a pipe': (at: string) => execFileSync('mkfifo', [at]),
    'an empty folder': (at: string) => mkdirSync(at),
    'a folder with something in it': (at: string) => {
      mkdirSync(at);
      writeFileSync(path.join(at, 'of somebody'), 'theirs');
    },
  } as const;
  const each = test.each(Object.entries(things));
  const longestMs = 5 * 60_000;
  /** Names of folders that were moved aside, with all that is in them. */
  const asides = () => readdirSync(place.folder).filter((name) => /\.folder-[0-9a-f]{8}$/.test(name));
  const expectNothingLost = (what: string) => {
    if (!what.startsWith('a folder')) return;
    expect(asides()).toHaveLength(1);
    expect(readFileSync(path.join(place.folder, asides()[0] ?? '', 'of somebody'), 'utf8')).toBe('theirs');
  };

  each('%s is not read, is said, and counts as many tries', (_, put) => {
    put(tries());
    const { vault } = place.open();
    expect(vault.pauseMs()).toBeGreaterThan(200_000);
    expect(place.reports).toHaveLength(1);
  });

  each('%s keeps nobody out for longer than the longest pause, however often Clavis starts', async (what, put) => {
    await make();
    put(tries());
    const later = Date.now() + longestMs;
    const { vault } = place.open(() => later);
    expect(vault.pauseMs()).toBeLessThan(1_000);
    const soon = later + 1_000;
    expect(await place.open(() => soon).vault.unlock(passphrase)).toBe(true);
    expect(place.open(() => soon).vault.pauseMs()).toBe(0);
    expectNothingLost(what);
  });

  each('%s makes no wrong passphrase free', async (what, put) => {
    await make();
    put(tries());
    const later = Date.now() + 2 * longestMs;
    expect(await place.open(() => later).vault.unlock(other)).toBe(false);
    expect(place.open(() => later).vault.pauseMs()).toBe(longestMs);
    expectNothingLost(what);
  });

  each('%s, put under the name of the next count, makes none free either', async (what, put) => {
    await make();
    put(`${tries()}.new`);
    const now = Date.now();
    expect(await place.open(() => now).vault.unlock(other)).toBe(false);
    expect(place.open(() => now).vault.pauseMs()).toBe(1_000);
    expect(place.waits).toEqual([]);
    expectNothingLost(what);
  });

  each('%s, put under the name of the next file, keeps no value from being written', async (what, put) => {
    const { keychain } = await make();
    put(`${place.file}.new`);
    await keychain.write('kept/2', new Secret('sk-later'));
    expect(readSealedValues(place.file, passphrase.reveal()).get('kept/2')).toBe('sk-later');
    expectNothingLost(what);
  });
});

describe('a batch of writes', () => {
  test('is written but for the one that can’t be: names that are too long, or no text', async () => {
    const { keychain } = await make();
    const outcomes = await Promise.allSettled(
      ['one/1', 'x'.repeat(0x1_0000), 'half\ud83d/1', 'two/1'].map((account) =>
        keychain.write(account, new Secret(`sk-${account.slice(0, 4)}`)),
      ),
    );
    expect(outcomes.map((outcome) => (outcome.status === 'fulfilled' ? 'kept' : outcome.reason.code))).toEqual([
      'kept',
      'KEYCHAIN_FAILED',
      'KEYCHAIN_FAILED',
      'kept',
    ]);
    expect([...readSealedValues(place.file, passphrase.reveal()).keys()]).toEqual(['kept/1', 'one/1', 'two/1']);
  });
});

describe('a passphrase', () => {
  test('with half a character is refused with words, and is no try', async () => {
    const { vault } = await make();
    const half = new Secret('half a character \ud83d of mine');
    // In UTF-8 both are the same.
    const replaced = new Secret('half a character \ufffd of mine');
    await expect(vault.change(half)).rejects.toEqual(code('PASSPHRASE_NOT_TEXT'));
    await vault.change(replaced);
    vault.lock();
    await expect(vault.unlock(half)).rejects.toEqual(code('PASSPHRASE_NOT_TEXT'));
    expect(vault.pauseMs()).toBe(0);
    expect(await vault.unlock(replaced)).toBe(true);
    const second = makeVaultFile();
    await expect(second.open().vault.create(half)).rejects.toEqual(code('PASSPHRASE_NOT_TEXT'));
    expect(readdirSync(second.folder)).toEqual([]);
    second.remove();
  });

  test('is the same however its characters were composed', async () => {
    const { vault } = await make();
    const text = 'Käse für Żółć und 각자';
    expect(text.normalize('NFD')).not.toBe(text.normalize('NFC'));
    await vault.change(new Secret(text.normalize('NFD')));
    vault.lock();
    expect(await vault.unlock(new Secret(text.normalize('NFC')))).toBe(true);
    expect(readSealedValues(place.file, text).get('kept/1')).toBe('sk-kept');
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

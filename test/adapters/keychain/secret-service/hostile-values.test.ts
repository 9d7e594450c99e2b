import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenKeychain } from '../../../../electron/adapters/keychain/keychain.ts';
import { openKeychain } from '../../../../electron/adapters/keychain/open-keychain.ts';
import { Secret } from '../../../../electron/vault/secret.ts';
import { startKeyring, type TestKeyring } from '../../../support/keyring.ts';

const service = 'Clavis Test';

/** Each of the first 256 characters, at both ends and within. */
const everyCharacter = Array.from({ length: 256 }, (_, code) => {
  const character = String.fromCharCode(code);
  return `${character}sk${character}x${character}`;
});

/** What a keyring's text file could take for its own. */
const likeTheFile = [
  'a\nsecret=sk-forged',
  'a\n[2]\nsecret=sk-forged',
  '[keyring]',
  '[1]',
  '#sk-comment',
  ';sk',
  'secret=sk',
  'a=b',
  'a\\nb',
  'a\\sb',
  '\\',
  'a\\',
  '\\x00',
  ' sk',
  'sk ',
  '  ',
  '\t',
  '\r\n',
  'a\r',
  '\n',
  'a;b;c',
  '"sk"',
  "'sk'",
  '%s%n',
  '$HOME',
  '{REF:P@I:46C9B1FFBD4ABC4BBB260C6190BAD20C}',
  '{TITLE}',
  '<![CDATA[sk]]>',
  '&amp;',
  '\u2028\u2029',
  '\ufeffsk',
  '🔑',
  'e\u0301',
  `-----BEGIN PRIVATE KEY-----\n${'QUJD'.repeat(500)}\n-----END PRIVATE KEY-----\n`,
  '{"type": "service_account", "private_key": "a\\nb"}',
];
const values = [...everyCharacter, ...likeTheFile];

describe.each([
  ['a keyring without a password, which is a text file', true],
  ['an encrypted keyring', false],
])('in %s', { timeout: 240_000 }, (_title, passwordless) => {
  let keyring: TestKeyring;
  let keychain: OpenKeychain;

  beforeAll(async () => {
    keyring = await startKeyring({ passwordless });
    Object.assign(process.env, keyring.env);
    keychain = openKeychain('linux', { service });
  });
  afterAll(async () => {
    await keychain.close();
    await keyring.stop();
  });

  test('no value is changed by a restart of the service, and no other program’s secret next to them', async () => {
    const theirs = Array.from({ length: 20 }, (_, at) => `their secret ${at}`);
    for (const [at, value] of theirs.entries()) await keyring.store('Another program', `${at}`, value);
    for (const [at, value] of values.entries()) await keychain.write(`hostile/${at}`, new Secret(value));
    for (let restarts = 0; restarts < 2; restarts += 1) {
      await keyring.restart();
      const outcomes = await keychain.readMany(values.map((_, at) => `hostile/${at}`));
      const changed = values.filter((value, at) => {
        const outcome = outcomes.get(`hostile/${at}`);
        return !outcome?.ok || outcome.value?.reveal() !== value;
      });
      expect(changed).toEqual([]);
      // What is written next makes the service write all of it again.
      await keychain.write('next/1', new Secret(`sk-${restarts}`));
    }
    for (const [at, value] of theirs.entries()) expect(await keyring.lookup('Another program', `${at}`)).toBe(value);
  });

  test('letters, digits, signs and blanks within are kept as they are, for other programs', async () => {
    const plain = values.filter((value) => /^[!-~]+$/.test(value) && !/[\\{}]/.test(value));
    expect(plain.length).toBeGreaterThan(90);
    for (const value of plain) expect(await keyring.lookup(service, `hostile/${values.indexOf(value)}`)).toBe(value);
  });

  test('whether it is a text file is as the test says', async () => {
    const folder = path.join(keyring.env['XDG_DATA_HOME'] ?? '', 'keyrings');
    const [file] = (await readdir(folder)).filter((name) => name.startsWith('login'));
    const text = await readFile(path.join(folder, file ?? ''), 'latin1');
    expect(text.startsWith('[keyring]')).toBe(passwordless);
  });
});

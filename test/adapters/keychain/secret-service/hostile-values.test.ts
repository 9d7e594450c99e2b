import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { harmByKeyring } from '../../../support/harm-by-keyring.ts';
import { evenly, hostileValues } from '../../../support/hostile-values.ts';
import { startKeyring, type TestKeyring } from '../../../support/keyring.ts';

/** A share of what `npm run stress -- keyring` tries. */
const values = evenly(hostileValues(2_000), 160);
const batch = 80;

describe.each([
  ['a keyring without a password, which is a text file', true],
  ['an encrypted keyring', false],
])('in %s', { timeout: 400_000 }, (_title, passwordless) => {
  let keyring: TestKeyring;

  beforeAll(async () => {
    keyring = await startKeyring({ passwordless });
  });
  afterAll(() => keyring.stop());

  test('no value is changed or lost by restarts of the service, and no other program’s secret next to them', async () => {
    expect(values).toHaveLength(160);
    const { changed, lost, theirs } = await harmByKeyring(values, { keyring, batch });
    expect({ changed: [...changed], lost: [...lost], theirs }).toEqual({ changed: [], lost: [], theirs: 0 });
  });

  test('letters, digits, signs and blanks within are kept as they are, for other programs', async () => {
    const plain = values.filter((value) => /^[!-~]+$/.test(value) && !/[\\{}]|^clavis-base64:/.test(value));
    expect(plain.length).toBeGreaterThan(10);
    for (const value of plain)
      expect(await keyring.lookup('Clavis Test', `hostile/${values.indexOf(value)}`)).toBe(value);
  });

  test('whether it is a text file is as the test says', async () => {
    const folder = path.join(keyring.env['XDG_DATA_HOME'] ?? '', 'keyrings');
    const [file] = (await readdir(folder)).filter((name) => name.startsWith('login'));
    const text = await readFile(path.join(folder, file ?? ''), 'latin1');
    expect(text.startsWith('[keyring]')).toBe(passwordless);
  });
});

import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type IdentityProblem, openFingerprints } from '../../../electron/adapters/keychain/fingerprints.ts';
import type { OpenKeychain } from '../../../electron/adapters/keychain/keychain.ts';
import { openKeychain } from '../../../electron/adapters/keychain/open-keychain.ts';
import type { Fingerprints } from '../../../electron/vault/ports.ts';
import { Secret } from '../../../electron/vault/secret.ts';
import { keyringOfFile } from '../../support/file-keyring.ts';

const account = 'fingerprint/1';
const keyring = keyringOfFile();
let keychain: OpenKeychain;
let service: string;
let count = 0;
/** What the database remembers between starts. */
let number: number;
let vaultIsEmpty: boolean;
let problems: (IdentityProblem | null)[];

beforeEach(async () => {
  count += 1;
  service = `Clavis Test ${count}`;
  keychain = openKeychain('linux', { service });
  number = 1;
  vaultIsEmpty = true;
  problems = [];
});
afterEach(() => keychain.close());

/** As at a start of the app. */
function open(): Fingerprints {
  return openFingerprints(keychain, {
    mayMake: () => vaultIsEmpty,
    number: {
      get: () => number,
      set: (next) => {
        number = next;
      },
    },
    onIdentityProblem: (problem) => problems.push(problem),
  });
}

test('a fingerprint is the HMAC-SHA-256 of the value under a random key that lives in the keychain', async () => {
  const fingerprint = await open().of(new Secret('sk-ключ'));
  const key = Buffer.from((await keyring().lookup(service, account)) ?? '', 'base64url');
  expect(key).toHaveLength(32);
  expect(fingerprint).toBe(`1:${createHmac('sha256', key).update('sk-ключ').digest('base64url')}`);
});

test('first calls at once share one key, and it serves after a restart of the app too', async () => {
  const fingerprints = open();
  const [one, same, other] = await Promise.all(['a', 'a', 'b'].map((value) => fingerprints.of(new Secret(value))));
  expect(same).toBe(one);
  expect(other).not.toBe(one);
  vaultIsEmpty = false;
  expect(await open().of(new Secret('a'))).toBe(one);
});

test('two that make the first key at the same moment share one', async () => {
  const [one, other] = [open(), open()];
  const [first, second] = await Promise.all([one.of(new Secret('a')), other.of(new Secret('a'))]);
  expect(second).toBe(first);
  vaultIsEmpty = false;
  expect(await open().of(new Secret('a'))).toBe(first);
});

test('a keychain that is adopted while its first key is made gets one key', async () => {
  const fingerprints = open();
  await Promise.all([fingerprints.adopt(), fingerprints.of(new Secret('a'))]);
  expect(await keychain.accounts()).toHaveLength(1);
});

test('a locked keychain gives an error and no new key; once unlocked the old key is used', async () => {
  const before = await open().of(new Secret('a'));
  const key = await keyring().lookup(service, account);
  await keyring().lock();
  const fingerprints = open();
  await expect(fingerprints.of(new Secret('a'))).rejects.toMatchObject({ code: 'KEYCHAIN_LOCKED' });
  await keyring().unlock();
  expect(await fingerprints.of(new Secret('a'))).toBe(before);
  expect(await keyring().lookup(service, account)).toBe(key);
});

test('a damaged key is reported and left as it is', async () => {
  await keyring().store(service, account, 'not a key');
  await expect(open().of(new Secret('a'))).rejects.toMatchObject({ code: 'KEYCHAIN_FAILED' });
  expect(await keyring().lookup(service, account)).toBe('not a key');
  expect(problems).toEqual(['failing']);
});

describe('another keychain', () => {
  afterEach(() => keyring().restart());

  /** A vault with keys, whose keychain is not the one that answers. */
  async function change(): Promise<{ before: string }> {
    const before = await open().of(new Secret('a'));
    vaultIsEmpty = false;
    await keyring().restart({ data: 'another' });
    problems = [];
    return { before };
  }
  const other = { code: 'KEYCHAIN_OTHER' };

  test('is told from an empty one: where the vault has keys, no key is made', async () => {
    await change();
    const fingerprints = open();
    await expect(fingerprints.of(new Secret('a'))).rejects.toMatchObject(other);
    await expect(fingerprints.probe()).rejects.toMatchObject(other);
    expect(await keyring().lookup(service, account)).toBeNull();
    expect(problems).toEqual(['other', 'other']);
  });

  test('is noticed at the next probe of a running app, and so is the way back', async () => {
    await open().of(new Secret('a'));
    vaultIsEmpty = false;
    const fingerprints = open();
    const before = await fingerprints.of(new Secret('a'));
    await keyring().restart({ data: 'another' });
    await expect(fingerprints.probe()).rejects.toMatchObject(other);
    // What is on the clipboard must still be known.
    expect(await fingerprints.of(new Secret('a'))).toBe(before);
    await keyring().restart();
    await fingerprints.probe();
    expect(problems.slice(-2)).toEqual(['other', null]);
  });

  test('that is adopted gets a key under the next number; back at the first one, its own key serves', async () => {
    const { before } = await change();
    const fingerprints = open();
    await fingerprints.adopt();
    const after = await fingerprints.of(new Secret('a'));
    expect(after).toMatch(/^2:/);
    expect(after.slice(2)).not.toBe(before.slice(2));
    expect(await keyring().lookup(service, 'fingerprint/2')).not.toBeNull();
    expect(await keyring().lookup(service, account)).toBeNull();
    expect(await open().of(new Secret('a'))).toBe(after);
    await keyring().restart();
    expect(await open().of(new Secret('a'))).toBe(before);
    expect(problems.at(-1)).toBeNull();
  });

  test('that is adopted can still tell what the first one’s key had marked, as long as the app runs', async () => {
    const { before } = await change();
    await keyring().restart();
    const fingerprints = open();
    await fingerprints.of(new Secret('a'));
    await keyring().restart({ data: 'another' });
    await fingerprints.adopt();
    expect(await fingerprints.of(new Secret('a'), before)).toBe(before);
    expect(await fingerprints.of(new Secret('b'), before)).not.toBe(before);
    expect(await fingerprints.of(new Secret('a'))).toMatch(/^2:/);
  });

  test('whose adoption a crash cut off is another one still, and its number is never given again', async () => {
    await change();
    const real = keychain.write;
    Object.assign(keychain, { write: () => Promise.reject(new Error('killed')) });
    await expect(open().adopt()).rejects.toThrow('killed');
    Object.assign(keychain, { write: real });
    await expect(open().probe()).rejects.toMatchObject(other);
    const fingerprints = open();
    await fingerprints.adopt();
    expect(await fingerprints.of(new Secret('a'))).toMatch(/^3:/);
  });

  test('that turns out to be the vault’s own is not given a second key', async () => {
    const { before } = await change();
    const fingerprints = open();
    await keyring().restart();
    await fingerprints.adopt();
    expect(await fingerprints.of(new Secret('a'))).toBe(before);
    expect(number).toBe(1);
  });
});

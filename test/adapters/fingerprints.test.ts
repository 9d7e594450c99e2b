import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openFingerprints } from '../../electron/adapters/fingerprints.ts';
import { type OpenKeychain, openKeychain } from '../../electron/adapters/keychain.ts';
import { Secret } from '../../electron/vault/secret.ts';
import { startKeyring, type TestKeyring } from '../support/keyring.ts';

const workerUrl = new URL('../../electron/adapters/keychain-worker.ts', import.meta.url);
const account = 'fingerprint/1';
let keyring: TestKeyring;
let keychain: OpenKeychain;
let service: string;
let count = 0;

beforeAll(async () => {
  keyring = await startKeyring();
  Object.assign(process.env, keyring.env);
});
afterAll(() => keyring.stop());
beforeEach(() => {
  count += 1;
  service = `Clavis Test ${count}`;
  keychain = openKeychain({ service, workerUrl });
});
afterEach(() => keychain.close());

test('a fingerprint is the HMAC-SHA-256 of the value under a random key that lives in the keychain', async () => {
  const fingerprint = await openFingerprints(keychain).of(new Secret('sk-ключ'));
  const key = Buffer.from((await keyring.lookup(service, account)) ?? '', 'base64url');
  expect(key).toHaveLength(32);
  expect(fingerprint).toBe(`1:${createHmac('sha256', key).update('sk-ключ').digest('base64url')}`);
});

test('first calls at once share one key, and it serves after a restart of the app too', async () => {
  const fingerprints = openFingerprints(keychain);
  const [one, same, other] = await Promise.all(['a', 'a', 'b'].map((value) => fingerprints.of(new Secret(value))));
  expect(same).toBe(one);
  expect(other).not.toBe(one);
  expect(await openFingerprints(keychain).of(new Secret('a'))).toBe(one);
});

test('a locked keychain gives an error and no new key; once unlocked the old key is used', async () => {
  const before = await openFingerprints(keychain).of(new Secret('a'));
  const key = await keyring.lookup(service, account);
  await keyring.lock();
  const fingerprints = openFingerprints(keychain);
  await expect(fingerprints.of(new Secret('a'))).rejects.toMatchObject({ code: 'KEYCHAIN_LOCKED' });
  await keyring.unlock();
  expect(await fingerprints.of(new Secret('a'))).toBe(before);
  expect(await keyring.lookup(service, account)).toBe(key);
});

test('a damaged key is reported and left as it is', async () => {
  await keyring.store(service, account, 'not a key');
  await expect(openFingerprints(keychain).of(new Secret('a'))).rejects.toMatchObject({ code: 'KEYCHAIN_FAILED' });
  expect(await keyring.lookup(service, account)).toBe('not a key');
});

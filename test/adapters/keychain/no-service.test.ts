import { afterAll, beforeAll, expect, test } from 'vitest';
import type { KeychainState } from '../../../electron/adapters/keychain/keychain.ts';
import { openKeychain } from '../../../electron/adapters/keychain/open-keychain.ts';
import { Secret } from '../../../electron/vault/secret.ts';
import { startKeyring, type TestKeyring } from '../../support/keyring.ts';

let keyring: TestKeyring;

beforeAll(async () => {
  keyring = await startKeyring({ secretService: false });
  Object.assign(process.env, keyring.env);
});
afterAll(() => keyring.stop());

test('a desktop without a Secret Service is told that the keychain is missing, until one is started', async () => {
  const states: KeychainState[] = [];
  const keychain = openKeychain('linux', { service: 'Clavis Test', onState: (state) => states.push(state) });
  const missing = { code: 'KEYCHAIN_MISSING' };
  await expect(keychain.read('a/1')).rejects.toMatchObject(missing);
  await expect(keychain.write('a/1', new Secret('sk-nowhere'))).rejects.toMatchObject(missing);
  await expect(keychain.remove('a/1')).rejects.toMatchObject(missing);

  await keyring.restart();
  expect(await keychain.read('a/1')).toBeNull();
  expect(states).toEqual(['missing', 'ready']);
  await keychain.close();
});

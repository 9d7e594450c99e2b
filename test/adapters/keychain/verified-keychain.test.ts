import { afterEach, beforeEach, expect, test } from 'vitest';
import { openFingerprints } from '../../../electron/adapters/keychain/fingerprints.ts';
import type { OpenKeychain } from '../../../electron/adapters/keychain/keychain.ts';
import { openKeychain } from '../../../electron/adapters/keychain/open-keychain.ts';
import { verifiedKeychain } from '../../../electron/adapters/keychain/verified-keychain.ts';
import type { Keychain } from '../../../electron/vault/ports.ts';
import { Secret } from '../../../electron/vault/secret.ts';
import { keyringOfFile } from '../../support/file-keyring.ts';

const service = 'Clavis Test';
const other = { code: 'KEYCHAIN_OTHER' };
const keyring = keyringOfFile();
let opened: OpenKeychain;
let keychain: Keychain;

beforeEach(async () => {
  opened = openKeychain('linux', { service });
  let vaultIsEmpty = true;
  const fingerprints = openFingerprints(opened, {
    mayMake: () => vaultIsEmpty,
    number: { get: () => 1, set: () => {} },
  });
  keychain = verifiedKeychain(opened, fingerprints);
  await keychain.write('kept/1', new Secret('sk-kept'));
  vaultIsEmpty = false;
});
afterEach(() => opened.close());

test('a list that holds the key of another vault alone is not believed', async () => {
  expect(await keychain.accounts()).toContain('kept/1');
  await keyring().restart({ data: 'of another vault' });
  await keyring().store(service, 'fingerprint/9', Buffer.alloc(32).toString('base64url'));
  await expect(keychain.accounts()).rejects.toMatchObject(other);
  await keyring().restart();
  expect(await keychain.accounts()).toContain('kept/1');
});

test('in another keychain nothing counts as absent, nothing is written and nothing removed', async () => {
  await keyring().restart({ data: 'another' });
  await keyring().store(service, 'kept/2', 'of another program');
  await expect(keychain.read('kept/1')).rejects.toMatchObject(other);
  await expect(keychain.write('new/1', new Secret('sk-new'))).rejects.toMatchObject(other);
  await expect(keychain.remove('kept/2')).rejects.toMatchObject(other);
  await expect(keychain.accounts()).rejects.toMatchObject(other);
  expect(await keyring().lookup(service, 'new/1')).toBeNull();
  expect(await keyring().lookup(service, 'kept/2')).toBe('of another program');
  await keyring().restart();
  expect((await keychain.read('kept/1'))?.reveal()).toBe('sk-kept');
  expect(await keychain.read('absent/1')).toBeNull();
});

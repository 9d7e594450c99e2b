import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openFingerprints } from '../../electron/adapters/keychain/fingerprints.ts';
import { openKeychain } from '../../electron/adapters/keychain/open-keychain.ts';
import { verifiedKeychain } from '../../electron/adapters/keychain/verified-keychain.ts';
import { Secret } from '../../electron/vault/secret.ts';
import { openTestVault, someFields, someValue, type TestVault } from '../support/test-vault.ts';

/** Another program of the same person that takes the keychain's place, or mixes up what is in it. */

const service = 'Clavis Test';
let test: TestVault;
let count = 0;

beforeAll(async () => {
  test = await openTestVault();
});
afterAll(() => test.stop());
// The vault's own keychain again.
afterEach(() => test.keyring.restart());

async function addKey(value: string): Promise<string> {
  count += 1;
  const key = await test.vault.keys.add({ ...someFields, copyPolicy: 'once', name: `Key ${count}` }, new Secret(value));
  return key.id;
}

/** What a copy comes to, and what it leaves. */
async function copied(id: string): Promise<unknown> {
  test.clipboard.held.clipboard = null;
  const { fingerprint } = test.ports.store.keys.find(id)?.current ?? {};
  const error: unknown = await test.vault.copying.copy(id).catch((reason: unknown) => reason);
  expect(test.clipboard.held.clipboard).toBeNull();
  expect(test.ports.store.keys.find(id)?.current).toMatchObject({ fingerprint, grants: 1 });
  return error;
}

it('a value that was put under another key’s account is not copied for that key', async () => {
  const [first, second] = [await addKey('sk-first-0123456789abcdef'), await addKey('sk-second-0123456789abcdef')];
  await test.keyring.store(service, `${first}/1`, 'sk-second-0123456789abcdef');
  expect(await copied(first)).toMatchObject({ code: 'KEYCHAIN_FAILED' });
  expect(second).not.toBe(first);
});

it('a previous value that was put in the place of the current one is not copied as that', async () => {
  const id = await addKey('sk-before-0123456789abcdef');
  await test.vault.rotation.rotate(id, new Secret('sk-after-0123456789abcdef'));
  await test.keyring.store(service, `${id}/2`, 'sk-before-0123456789abcdef');
  expect(await copied(id)).toMatchObject({ code: 'KEYCHAIN_FAILED' });
});

it('a value of a keychain that took the place of the vault’s is not copied', async () => {
  const id = await addKey(someValue('h').reveal());
  await test.keyring.restart({ data: 'of another' });
  await test.keyring.store(service, `${id}/1`, 'sk-imposter-0123456789abcdef');
  expect(await copied(id)).toMatchObject({ code: 'KEYCHAIN_OTHER' });
});

it('what takes the keychain’s place after the vault’s own key was seen gets no value, and loses none', async () => {
  const keychain = openKeychain('linux', { service });
  const number = { get: () => 1, set: () => {} };
  const fingerprints = openFingerprints(keychain, { mayMake: () => false, number });
  let after: (() => Promise<void>) | null = null;
  const verified = verifiedKeychain(keychain, {
    async probe() {
      await fingerprints.probe();
      await after?.();
      after = null;
    },
    isAmong: fingerprints.isAmong,
  });
  try {
    await verified.write('kept/1', new Secret('sk-kept'));
    after = () => test.keyring.restart({ data: 'of another' });
    await expect(verified.write('new/1', new Secret('sk-new'))).rejects.toMatchObject({ code: 'KEYCHAIN_OTHER' });
    expect(await test.keyring.lookup(service, 'new/1')).toBeNull();

    // The vault's own, restarted meanwhile, is as good as before.
    await test.keyring.restart();
    after = () => test.keyring.restart();
    await verified.write('new/1', new Secret('sk-new'));
    expect(await test.keyring.lookup(service, 'new/1')).toBe('sk-new');
    await test.keyring.restart({ data: 'of another' });
    await test.keyring.store(service, 'kept/1', 'of another program');
    await test.keyring.restart();
    after = () => test.keyring.restart({ data: 'of another' });
    await expect(verified.remove('kept/1')).rejects.toMatchObject({ code: 'KEYCHAIN_OTHER' });
    expect(await test.keyring.lookup(service, 'kept/1')).toBe('of another program');
  } finally {
    await keychain.close();
  }
});

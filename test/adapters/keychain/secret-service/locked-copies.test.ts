import { beforeEach, expect, test } from 'vitest';
import type { OpenKeychain } from '../../../../electron/adapters/keychain/keychain.ts';
import { Secret } from '../../../../electron/vault/secret.ts';
import { countedKeyringOfFile } from '../../../support/counted-keyring.ts';
import { copyKeyring, seenItems } from '../../../support/seen-items.ts';

/** The second keyring here has a password that nobody gave: it stays locked. */
const service = 'Clavis Test';
const counted = countedKeyringOfFile(service);
let keychain: OpenKeychain;

beforeEach(() => {
  keychain = counted().openKeychain();
});

/** A prompt that is not shown asks nobody. */
const asked = () =>
  counted().bus.called.filter((member) => ['Prompt', 'GetSecrets', 'CreateItem', 'Delete'].includes(member));

test('a locked keyring’s labels and items wait, and nobody is asked', async () => {
  const { keyring, bus } = counted();
  await keychain.write('a/1', new Secret('sk-held'), 'Clavis: Before');
  const prompter = await keyring.leavePromptsOpen();
  await keyring.lock();
  bus.reset();
  const locked = { code: 'KEYCHAIN_LOCKED' };
  await expect(keychain.label('a/1', 'Clavis: After')).rejects.toMatchObject(locked);
  await expect(keychain.encodeRaw('a/1', async () => true)).rejects.toMatchObject(locked);
  await expect(keychain.items(['a/1'])).rejects.toMatchObject(locked);
  await expect(keychain.quietly(() => keychain.accounts())).rejects.toMatchObject(locked);
  expect(asked()).toEqual([]);
  expect(prompter.opened()).toBe(0);
  prompter();
  await keyring.unlock();
  expect(await keychain.label('a/1', 'Clavis: After')).toBe(true);
});

test('a locked copy hides nothing, is not unlocked, and keeps the label of the other as it is: it may be the newer one', async () => {
  const { keyring, bus } = counted();
  await keychain.write('b/1', new Secret('sk-held'), 'Clavis: Before');
  await copyKeyring(keyring, 'work');
  const prompter = await keyring.leavePromptsOpen();
  bus.reset();
  expect(await keychain.accounts()).toContain('b/1');
  expect((await keychain.items(['b/1'])).get('b/1')).toMatchObject([{ label: 'Clavis: Before', collection: 'Login' }]);
  expect(await keychain.label('b/1', 'Clavis: After')).toBe(false);
  expect(asked()).toEqual([]);
  expect((await keychain.read('b/1'))?.reveal()).toBe('sk-held');
  expect(prompter.opened()).toBe(0);
  prompter();
  expect(await seenItems(keyring.env, service, 'b/1')).toMatchObject([{ label: 'Clavis: Before' }]);
});

test('an account that only a locked keyring has makes the list one that can’t be believed', async () => {
  await keychain.remove('b/1').catch(() => {
    // Its locked copy is not removed without its password.
  });
  await counted().keyring.clear(service, 'b/1');
  await expect(keychain.accounts()).rejects.toMatchObject({ code: 'KEYCHAIN_LOCKED' });
});

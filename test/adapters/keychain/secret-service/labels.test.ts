import { beforeEach, expect, test } from 'vitest';
import type { OpenKeychain } from '../../../../electron/adapters/keychain/keychain.ts';
import { Secret } from '../../../../electron/vault/secret.ts';
import { countedKeyringOfFile } from '../../../support/counted-keyring.ts';
import { copyKeyring, openPasswordless, seenItems } from '../../../support/seen-items.ts';

const service = 'Clavis Test';
// Whose second keyring needs no password.
const counted = countedKeyringOfFile(service, { passwordless: true });
let keychain: OpenKeychain;

beforeEach(() => {
  keychain = counted().openKeychain();
});

const seen = (account: string) => seenItems(counted().keyring.env, service, account);

test('an item gets another label without its value being read or written, and no prompt', async () => {
  const { bus } = counted();
  await keychain.write('a/1', new Secret('sk-held'), 'Clavis: Before (A)');
  const [before] = await seen('a/1');
  bus.reset();
  expect(await keychain.label('a/1', 'Clavis: After · OpenAI (B)')).toBe(true);
  expect(bus.called.filter((member) => /Secret|CreateItem|Unlock|Prompt|Delete/.test(member))).toEqual([]);
  expect(await seen('a/1')).toEqual([{ ...before, label: 'Clavis: After · OpenAI (B)' }]);
  bus.reset();
  expect(await keychain.label('a/1', 'Clavis: After · OpenAI (B)')).toBe(true);
  expect(bus.called).not.toContain('Set');
});

test('an account without an item is to be tried again', async () => {
  expect(await keychain.label('none/1', 'Clavis: None')).toBe(false);
});

test('another program’s item keeps its label', async () => {
  await counted().keyring.store(service, 'theirs/1', 'sk-theirs', ['more', '1']);
  expect(await keychain.label('theirs/1', 'Clavis: Mine')).toBe(false);
  expect(await seen('theirs/1')).toMatchObject([{ label: 'theirs/1' }]);
});

test('of several items the one that is read is labelled, and stays the one that is read', async () => {
  const { keyring } = counted();
  await keychain.write('two/1', new Secret('sk-older'), 'Clavis: Older');
  await copyKeyring(keyring, 'work');
  await openPasswordless(keyring, 'work');
  const items = async () => (await keychain.items(['two/1'])).get('two/1') ?? [];
  const [read, older] = await items();
  expect(await keychain.label('two/1', 'Clavis: Newer')).toBe(true);
  expect(await items()).toMatchObject([
    { id: read?.id, label: 'Clavis: Newer' },
    { id: older?.id, label: 'Clavis: Older' },
  ]);
  expect((await seen('two/1')).map(({ label }) => label).sort()).toEqual(['Clavis: Newer', 'Clavis: Older']);
});

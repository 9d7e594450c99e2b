import { readdirSync, readlinkSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type KeychainState, type OpenKeychain, openKeychain } from '../../../electron/adapters/keychain/keychain.ts';
import { Secret } from '../../../electron/vault/secret.ts';
import { keyringOfFile, keychainWorkerUrl as workerUrl } from '../../support/file-keyring.ts';

const service = 'Clavis Test';
const keyring = keyringOfFile();
let keychain: OpenKeychain;
let states: KeychainState[];

beforeEach(() => {
  states = [];
  keychain = openKeychain({ service, workerUrl, onState: (state) => states.push(state) });
});
afterEach(() => keychain.close());

const text = async (account: string) => (await keychain.read(account))?.reveal() ?? null;

test('what Clavis stores, other programs find under its service and account, and nothing once it is removed', async () => {
  await keychain.write('q7/1', new Secret('sk-first'));
  expect(await keyring().lookup(service, 'q7/1')).toBe('sk-first');
  expect(await text('q7/1')).toBe('sk-first');

  await keychain.write('q7/1', new Secret('sk-second'));
  expect(await keyring().lookup(service, 'q7/1')).toBe('sk-second');

  await keychain.remove('q7/1');
  expect(await keyring().lookup(service, 'q7/1')).toBeNull();
  expect(await text('q7/1')).toBeNull();
  await expect(keychain.remove('q7/1')).resolves.toBeUndefined();
});

test.each([
  ['unicode', 'ключ-鍵-🔑-é-e\u0301'],
  ['a line break and quotes', 'first\nsecond\r\n"third" \'$HOME\''],
  ['a byte order mark and a NUL', '\ufeffsk-\0-end'],
  ['64 KiB', 'k'.repeat(65_536)],
])('a value with %s comes back as it was', async (_, value) => {
  await keychain.write('shape/1', new Secret(value));
  expect(await text('shape/1')).toBe(value);
  expect(await keyring().lookup(service, 'shape/1')).toBe(value);
});

test('a value that UTF-8 cannot carry is refused, not changed', async () => {
  await expect(keychain.write('broken/1', new Secret('sk-\ud800'))).rejects.toMatchObject({ code: 'KEYCHAIN_FAILED' });
  expect(await keyring().lookup(service, 'broken/1')).toBeNull();
});

test('what another program stored is read, and refused where it is not text', async () => {
  await keyring().store(service, 'other/1', 'by secret-tool');
  expect(await text('other/1')).toBe('by secret-tool');
  await keyring().store(service, 'other/2', Uint8Array.of(0xff, 0xfe, 0x41));
  await expect(keychain.read('other/2')).rejects.toMatchObject({ code: 'KEYCHAIN_FAILED' });
});

test('two values under one name are an error of that account, which names neither', async () => {
  await keyring().store(service, 'twice/1', 'sk-one');
  await keyring().store(service, 'twice/1', 'sk-two', ['more', '1']);
  const error: unknown = await keychain.read('twice/1').catch((caught: unknown) => caught);
  expect(error).toMatchObject({ code: 'KEYCHAIN_FAILED' });
  expect(String(error)).toContain('second value');
  expect(`${error} ${JSON.stringify(error)}`).not.toMatch(/sk-one|sk-two/);
  expect(states).toEqual(['ready']);
});

test('all accounts are listed by name, other programs’ too, and reading goes on afterwards', async () => {
  const own = openKeychain({ service: 'Clavis Test list', workerUrl });
  expect(await own.accounts()).toEqual([]);
  await own.write('one/1', new Secret('sk-one'));
  await own.write('two/12', new Secret('ключ'));
  await keyring().store('Clavis Test list', 'by hand', Uint8Array.of(0xff, 0xfe, 0x41));
  await keyring().store('Another service', 'three/1', 'not ours');
  expect((await own.accounts()).sort()).toEqual(['by hand', 'one/1', 'two/12']);
  expect((await own.read('one/1'))?.reveal()).toBe('sk-one');
  await own.close();
});

test('200 calls at once on one account are done in their order', async () => {
  const seen: Promise<string | null>[] = [];
  for (let turn = 0; turn < 100; turn += 1) {
    void keychain.write('busy/1', new Secret(`value ${turn}`));
    seen.push(text('busy/1'));
  }
  expect(await Promise.all(seen)).toEqual(Array.from({ length: 100 }, (_, turn) => `value ${turn}`));
});

test('hundreds of accounts share a limited number of connections', async () => {
  const accounts = Array.from({ length: 100 }, (_, index) => `many/${index}`);
  await Promise.all(accounts.map((account) => keychain.write(account, new Secret(`of ${account}`))));
  expect(await Promise.all(accounts.map(text))).toEqual(accounts.map((account) => `of ${account}`));
  let most = 0;
  for (let index = 0; index < 150; index += 1) {
    expect(await text(`absent/${index}`)).toBeNull();
    most = Math.max(most, openSockets());
  }
  expect(most).toBeLessThan(160);
});

test('a closed keychain refuses calls', async () => {
  await keychain.close();
  expect(keychain.hasBlockedCall()).toBe(false);
  await expect(keychain.read('q7/1')).rejects.toMatchObject({ code: 'KEYCHAIN_FAILED' });
});

function openSockets(): number {
  const folder = '/proc/self/fd';
  return readdirSync(folder).filter((name) => {
    try {
      return readlinkSync(`${folder}/${name}`).startsWith('socket:');
    } catch {
      return false;
    }
  }).length;
}

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { KeychainState, OpenKeychain } from '../../../electron/adapters/keychain/keychain.ts';
import { openKeychain } from '../../../electron/adapters/keychain/open-keychain.ts';
import { Secret } from '../../../electron/vault/secret.ts';
import { keyringOfFile } from '../../support/file-keyring.ts';
import { watchStalls } from '../../support/stalls.ts';

const service = 'Clavis Test';
const keyring = keyringOfFile();
let keychain: OpenKeychain;
let states: KeychainState[];

beforeEach(async () => {
  states = [];
  keychain = openKeychain('linux', { service, onState: (state) => states.push(state) });
  await keychain.write('kept/1', new Secret('sk-kept'));
});
afterEach(() => keychain.close());

const text = async (account: string) => (await keychain.read(account))?.reveal() ?? null;
const locked = { code: 'KEYCHAIN_LOCKED' };
const missing = { code: 'KEYCHAIN_MISSING' };
const timeout = { code: 'KEYCHAIN_TIMEOUT' };

test('a locked keychain is an error for a value it holds, never an absent value, and works once unlocked', async () => {
  await keyring().lock();
  await expect(keychain.read('kept/1')).rejects.toMatchObject(locked);
  await expect(keychain.write('kept/1', new Secret('sk-new'))).rejects.toMatchObject(locked);
  await expect(keychain.write('new/1', new Secret('sk-new'))).rejects.toMatchObject(locked);
  await expect(keychain.remove('kept/1')).rejects.toMatchObject(locked);
  await keyring().unlock();
  expect(await text('kept/1')).toBe('sk-kept');
  expect(await text('new/1')).toBeNull();
  expect(states).toEqual(['ready', 'locked', 'ready']);
});

test('a prompt that nobody answers says locked, holds up nothing but the keychain, and succeeds when answered', async () => {
  const accounts = ['kept/1', 'kept/2', 'kept/3', 'kept/4', 'kept/5'];
  for (const account of accounts) await keychain.write(account, new Secret('sk-kept'));
  await keyring().lock();
  await expect.poll(() => states).toEqual(['ready', 'locked']);
  const dismiss = await keyring().leavePromptsOpen();
  try {
    const calls = accounts.map((account) => keychain.read(account));
    await Promise.all(calls.map((call) => expect(call).rejects.toMatchObject(locked)));
    expect(keychain.hasBlockedCall()).toBe(false);
  } finally {
    dismiss();
  }
  await keyring().unlock();
  expect(await Promise.all(accounts.map(text))).toEqual(accounts.map(() => 'sk-kept'));
  expect(states).toEqual(['ready', 'locked', 'asking', 'ready']);
});

test('while a prompt is open no other is opened, however often it is tried', async () => {
  await keyring().lock();
  const prompts = await keyring().leavePromptsOpen();
  try {
    const tries = Array.from({ length: 5 }, () => keychain.read('kept/1'));
    await Promise.all(tries.map((call) => expect(call).rejects.toMatchObject(locked)));
    await expect(keychain.read('kept/1')).rejects.toMatchObject(locked);
    expect(prompts.opened()).toBe(1);
  } finally {
    prompts();
  }
  await keyring().unlock();
  expect(await text('kept/1')).toBe('sk-kept');
});

test('a locked keychain is not listed: it says that it is locked', async () => {
  await keyring().lock();
  await expect(keychain.accounts()).rejects.toMatchObject(locked);
  await keyring().unlock();
  expect(await keychain.accounts()).toContain('kept/1');
});

test('a Secret Service without a default keyring says so, and absent values don’t pass for a cure', async () => {
  await keyring().restart({ data: 'none' });
  const refused = { code: 'KEYCHAIN_NO_DEFAULT' };
  await expect(keychain.write('new/1', new Secret('sk-new'))).rejects.toMatchObject(refused);
  expect(await text('new/1')).toBeNull();
  expect(await keychain.accounts()).toEqual([]);
  expect(states.at(-1)).toBe('no-default');
  await keyring().restart();
  expect(await text('kept/1')).toBe('sk-kept');
  expect(states.at(-1)).toBe('ready');
});

test('a keychain that is killed is missing, and works with the next call after it is back', async () => {
  await keyring().kill();
  await expect(keychain.read('kept/1')).rejects.toMatchObject(missing);
  await expect(keychain.write('kept/1', new Secret('sk-new'))).rejects.toMatchObject(missing);
  await keyring().restart();
  expect(await text('kept/1')).toBe('sk-kept');
  expect(states).toEqual(['ready', 'missing', 'ready']);
});

test('connections that a restart made stale are renewed without a word, for reads, writes and removals', async () => {
  for (const account of ['a/1', 'b/1', 'c/1']) await keychain.write(account, new Secret('sk-before'));
  await keyring().restart();
  expect(await text('a/1')).toBe('sk-before');
  await keyring().restart();
  await keychain.write('b/1', new Secret('sk-after'));
  expect(await keyring().lookup(service, 'b/1')).toBe('sk-after');
  await keyring().restart();
  await keychain.remove('c/1');
  expect(await keyring().lookup(service, 'c/1')).toBeNull();
  expect(states).toEqual(['ready']);
});

test('a keychain that comes back locked is locked, not empty', async () => {
  await keyring().restart({ locked: true });
  await expect(keychain.read('kept/1')).rejects.toMatchObject(locked);
  await keyring().unlock();
  expect(await text('kept/1')).toBe('sk-kept');
});

test('a keychain that hangs times out, never blocks the main thread, and nothing is lost', async () => {
  const stalled = watchStalls();
  keyring().hang();
  const calls = [keychain.write('kept/1', new Secret('sk-late')), keychain.read('fresh/1')];
  await Promise.all(calls.map((call) => expect(call).rejects.toMatchObject(timeout)));
  expect(stalled()).toBeLessThan(50);
  keyring().resume();
  expect(await text('kept/1')).toMatch(/^sk-(kept|late)$/);
  expect(await text('kept/1')).toBe(await keyring().lookup(service, 'kept/1'));
  expect(states).toEqual(['ready', 'failing', 'ready']);
});

test('a bus that hangs is slow, not locked, and never blocks the main thread; a bus that is gone is missing', async () => {
  const stalled = watchStalls();
  keyring().hangBus();
  const calls = [keychain.read('kept/1'), keychain.read('fresh/1'), keychain.write('fresh/2', new Secret('sk-new'))];
  await Promise.all(calls.map((call) => expect(call).rejects.toMatchObject(timeout)));
  expect(stalled()).toBeLessThan(50);
  keyring().resumeBus();
  expect(await text('kept/1')).toBe('sk-kept');

  await keyring().killBus();
  await expect(keychain.read('kept/1')).rejects.toMatchObject(missing);
  await keyring().restartBus();
  expect(await text('kept/1')).toBe('sk-kept');
  expect(states).toEqual(['ready', 'failing', 'ready', 'missing', 'ready']);
});

test('what nobody asked for opens no prompt: it finds the keychain locked, and asks the person nothing', async () => {
  await keyring().lock();
  const prompts = await keyring().leavePromptsOpen();
  const began = performance.now();
  try {
    await keychain.quietly(async () => {
      await expect(keychain.read('kept/1')).rejects.toMatchObject(locked);
      await expect(keychain.write('kept/1', new Secret('sk-new'))).rejects.toMatchObject(locked);
      await expect(keychain.remove('kept/1')).rejects.toMatchObject(locked);
    });
    // Nor was it waited for.
    expect(performance.now() - began).toBeLessThan(8_000);
    expect(prompts.opened()).toBe(0);
    expect(states.at(-1)).toBe('locked');
    const asking = expect(keychain.read('kept/1')).rejects.toMatchObject(locked);
    await expect.poll(prompts.opened).toBe(1);
    await asking;
  } finally {
    prompts();
  }
  await keyring().unlock();
  expect(await text('kept/1')).toBe('sk-kept');
});

test('that it is locked, and that it is unlocked again, is told without anybody asking', async () => {
  await keyring().lock();
  await expect.poll(() => states).toEqual(['ready', 'locked']);
  await keyring().unlock();
  await expect.poll(() => states).toEqual(['ready', 'locked', 'ready']);
  await keyring().kill();
  await expect.poll(() => states.at(-1)).toBe('missing');
  await keyring().restart();
  await expect.poll(() => states.at(-1)).toBe('ready');
  await keyring().killBus();
  await expect.poll(() => states.at(-1)).toBe('missing');
  await keyring().restartBus();
  await expect.poll(() => states.at(-1)).toBe('ready');
});

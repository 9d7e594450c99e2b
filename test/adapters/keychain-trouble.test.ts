import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type KeychainState, type OpenKeychain, openKeychain } from '../../electron/adapters/keychain.ts';
import { Secret } from '../../electron/vault/secret.ts';
import { startKeyring, type TestKeyring } from '../support/keyring.ts';

const service = 'Clavis Test';
const workerUrl = new URL('../../electron/adapters/keychain-worker.ts', import.meta.url);
let keyring: TestKeyring;
let keychain: OpenKeychain;
let states: KeychainState[];

beforeAll(async () => {
  keyring = await startKeyring();
  Object.assign(process.env, keyring.env);
});
afterAll(() => keyring.stop());
beforeEach(async () => {
  states = [];
  keychain = openKeychain({ service, workerUrl, onState: (state) => states.push(state) });
  await keychain.write('kept/1', new Secret('sk-kept'));
});
afterEach(() => keychain.close());

const text = async (account: string) => (await keychain.read(account))?.reveal() ?? null;
const locked = { code: 'KEYCHAIN_LOCKED' };
const missing = { code: 'KEYCHAIN_MISSING' };
const timeout = { code: 'KEYCHAIN_TIMEOUT' };

test('a locked keychain is an error for a value it holds, never an absent value, and works once unlocked', async () => {
  await keyring.lock();
  await expect(keychain.read('kept/1')).rejects.toMatchObject(locked);
  await expect(keychain.write('kept/1', new Secret('sk-new'))).rejects.toMatchObject(locked);
  await expect(keychain.write('new/1', new Secret('sk-new'))).rejects.toMatchObject(locked);
  await expect(keychain.remove('kept/1')).rejects.toMatchObject(locked);
  await keyring.unlock();
  expect(await text('kept/1')).toBe('sk-kept');
  expect(await text('new/1')).toBeNull();
  expect(states).toEqual(['ready', 'locked', 'ready']);
});

test('a prompt that nobody answers says locked, holds up nothing but the keychain, and succeeds when answered', async () => {
  const accounts = ['kept/1', 'kept/2', 'kept/3', 'kept/4', 'kept/5'];
  for (const account of accounts) await keychain.write(account, new Secret('sk-kept'));
  await keyring.lock();
  const dismiss = await keyring.leavePromptsOpen();
  try {
    const calls = accounts.map((account) => keychain.read(account));
    await Promise.all(calls.map((call) => expect(call).rejects.toMatchObject(locked)));
    expect(keychain.heldUp()).toBe(true);
    // The threads of the pool that the calls don't hold still serve the rest of the app.
    await Promise.all([readFile('/proc/self/stat'), readFile('/proc/self/stat')]);
  } finally {
    dismiss();
  }
  await keyring.unlock();
  expect(await Promise.all(accounts.map(text))).toEqual(accounts.map(() => 'sk-kept'));
  expect(keychain.heldUp()).toBe(false);
  expect(states).toEqual(['ready', 'locked', 'ready']);
});

test('a keychain that is killed is missing, and works with the next call after it is back', async () => {
  await keyring.kill();
  await expect(keychain.read('kept/1')).rejects.toMatchObject(missing);
  await expect(keychain.write('kept/1', new Secret('sk-new'))).rejects.toMatchObject(missing);
  await keyring.restart();
  expect(await text('kept/1')).toBe('sk-kept');
  expect(states).toEqual(['ready', 'missing', 'ready']);
});

test('connections that a restart made stale are renewed without a word, for reads, writes and removals', async () => {
  for (const account of ['a/1', 'b/1', 'c/1']) await keychain.write(account, new Secret('sk-before'));
  await keyring.restart();
  expect(await text('a/1')).toBe('sk-before');
  await keyring.restart();
  await keychain.write('b/1', new Secret('sk-after'));
  expect(await keyring.lookup(service, 'b/1')).toBe('sk-after');
  await keyring.restart();
  await keychain.remove('c/1');
  expect(await keyring.lookup(service, 'c/1')).toBeNull();
  expect(states).toEqual(['ready']);
});

test('a keychain that comes back locked is locked, not empty', async () => {
  await keyring.restart({ locked: true });
  await expect(keychain.read('kept/1')).rejects.toMatchObject(locked);
  await keyring.unlock();
  expect(await text('kept/1')).toBe('sk-kept');
});

test('a keychain that hangs times out, never blocks the main thread, and nothing is lost', async () => {
  const delays = monitorEventLoopDelay({ resolution: 5 });
  keyring.hang();
  delays.enable();
  const calls = [keychain.write('kept/1', new Secret('sk-late')), keychain.read('fresh/1')];
  await Promise.all(calls.map((call) => expect(call).rejects.toMatchObject(timeout)));
  delays.disable();
  keyring.resume();
  expect(delays.max / 1e6).toBeLessThan(50);
  expect(await text('kept/1')).toMatch(/^sk-(kept|late)$/);
  expect(await text('kept/1')).toBe(await keyring.lookup(service, 'kept/1'));
  expect(states).toEqual(['ready', 'failing', 'ready']);
});

/** The real worker, but it dies instead of saying what it did, once, where the file `marker` is; that goes with it. */
function mortalWorker(marker: string): URL {
  const source = `
    import { existsSync, rmSync } from 'node:fs';
    import { parentPort } from 'node:worker_threads';
    const post = parentPort.postMessage.bind(parentPort);
    parentPort.postMessage = (reply, moved) => {
      const dies = existsSync(${JSON.stringify(marker)});
      rmSync(${JSON.stringify(marker)}, { force: true });
      if (dies) process.exit(1);
      post(reply, moved);
    };
    await import(${JSON.stringify(workerUrl.href)});`;
  return new URL(`data:text/javascript,${encodeURIComponent(source)}`);
}

test('a worker that dies fails the read under way, is replaced, and a write it did without saying so counts', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'clavis-worker-'));
  const marker = join(folder, 'marker');
  const mortal = openKeychain({ service, workerUrl: mortalWorker(marker) });
  writeFileSync(marker, '');
  await expect(mortal.read('kept/1')).rejects.toMatchObject({ code: 'KEYCHAIN_FAILED' });
  expect((await mortal.read('kept/1'))?.reveal()).toBe('sk-kept');

  writeFileSync(marker, '');
  await mortal.write('kept/1', new Secret('sk-written-before-the-death'));
  expect(await keyring.lookup(service, 'kept/1')).toBe('sk-written-before-the-death');
  await mortal.close();
  rmSync(folder, { recursive: true });
});

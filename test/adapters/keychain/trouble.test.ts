import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type KeychainState, type OpenKeychain, openKeychain } from '../../../electron/adapters/keychain/keychain.ts';
import { Secret } from '../../../electron/vault/secret.ts';
import { keyringOfFile, keychainWorkerUrl as workerUrl } from '../../support/file-keyring.ts';
import { watchStalls } from '../../support/stalls.ts';

const service = 'Clavis Test';
const keyring = keyringOfFile();
let keychain: OpenKeychain;
let states: KeychainState[];

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
  const dismiss = await keyring().leavePromptsOpen();
  try {
    const calls = accounts.map((account) => keychain.read(account));
    await Promise.all(calls.map((call) => expect(call).rejects.toMatchObject(locked)));
    expect(keychain.hasBlockedCall()).toBe(true);
    // The threads of the pool that the calls don't hold still serve the rest of the app.
    await Promise.all([readFile('/proc/self/stat'), readFile('/proc/self/stat')]);
  } finally {
    dismiss();
  }
  await keyring().unlock();
  expect(await Promise.all(accounts.map(text))).toEqual(accounts.map(() => 'sk-kept'));
  expect(keychain.hasBlockedCall()).toBe(false);
  expect(states).toEqual(['ready', 'locked', 'ready']);
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

test('a write that a hang cut off is read back before it is said to have failed; nothing of it is there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'clavis-worker-'));
  const marker = join(folder, 'read');
  const watched = openKeychain({
    service,
    workerUrl: alteredWorker(`if (request.operation === 'read') touch(${JSON.stringify(marker)});`),
  });
  await watched.write('slow/1', new Secret('sk-before'));
  keyring().hang();
  const writing = expect(watched.write('slow/1', new Secret('sk-after'))).rejects.toMatchObject(timeout);
  await expect.poll(() => existsSync(marker)).toBe(true);
  keyring().resume();
  await writing;
  expect(await keyring().lookup(service, 'slow/1')).toBe('sk-before');
  await watched.close();
  rmSync(folder, { recursive: true });
});

test('a write whose answer came too late counts, once it was read back', async () => {
  const late = openKeychain({
    service,
    workerUrl: alteredWorker(
      '',
      "if (operationOf(reply) === 'write') reply.outcome = { ok: false, failure: { kind: 'timeout', reason: '', stale: false, unclear: true } };",
    ),
  });
  await late.write('late/1', new Secret('sk-late'));
  expect(await keyring().lookup(service, 'late/1')).toBe('sk-late');
  await late.close();
});

/** The real worker with statements that see each `request` and may change each `reply`. */
function alteredWorker(onRequest: string, onReply = ''): URL {
  const source = `
    import { writeFileSync } from 'node:fs';
    import { parentPort } from 'node:worker_threads';
    const touch = (file) => writeFileSync(file, '');
    const operations = new Map();
    const operationOf = ({ id }) => operations.get(id);
    parentPort.on('message', (request) => {
      operations.set(request.id, request.operation);
      ${onRequest}
    });
    const post = parentPort.postMessage.bind(parentPort);
    parentPort.postMessage = (reply, moved) => {
      ${onReply}
      post(reply, moved);
    };
    await import(${JSON.stringify(workerUrl.href)});`;
  return new URL(`data:text/javascript,${encodeURIComponent(source)}`);
}

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
  expect(await keyring().lookup(service, 'kept/1')).toBe('sk-written-before-the-death');
  await mortal.close();
  rmSync(folder, { recursive: true });
});

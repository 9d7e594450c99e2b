import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type OpenStore, openStore } from '../../../electron/adapters/store/store.ts';
import { messageOf } from '../../../electron/messages/message-of.ts';
import { isVaultError } from '../../../electron/vault/errors.ts';
import { needsPosix } from '../../support/needs.ts';
import { asOrdinaryUser, isRoot, nobody } from '../../support/superuser.ts';

needsPosix('owners of files, and signals');

const inUse = expect.objectContaining({ code: 'VAULT_IN_USE' });

let folder: string;
let file: string;
let children: ChildProcess[];
let stores: OpenStore[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clavis-lock-'));
  file = join(folder, 'vault.db');
  children = [];
  stores = [];
});

afterEach(() => {
  for (const store of stores) store.close();
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

function open(): OpenStore {
  const store = openStore(file);
  stores.push(store);
  return store;
}

function add(store: OpenStore, subject: string): void {
  store.activity.append({ at: 1, kind: 'added', keyId: null, subject, detail: '' });
}

/** Another Clavis, which has opened the vault when this resolves. */
async function startAnother(): Promise<ChildProcess> {
  const script = `
    const { openStore } = await import(${JSON.stringify(new URL('../../../electron/adapters/store/store.ts', import.meta.url).href)});
    globalThis.store = openStore(process.argv[1]);
    console.log('open');
    setInterval(() => {}, 1000);
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await once(child.stdout, 'data');
  return child;
}

test('a vault that another process has open is refused, and that one is named', async () => {
  await startAnother();
  let refusal: unknown;
  try {
    open();
  } catch (error) {
    refusal = error;
  }
  expect(isVaultError(refusal, 'VAULT_IN_USE') && messageOf(refusal)).toBe(
    `Another Clavis is using this vault (${file}). Close it, then start again.`,
  );
});

/** The code of the error that another process gets when it opens the vault. */
function codeElsewhere(): string {
  const script = `
    const { openStore } = await import(${JSON.stringify(new URL('../../../electron/adapters/store/store.ts', import.meta.url).href)});
    try {
      openStore(process.argv[1]).close();
    } catch (error) {
      console.log(error.code);
    }
  `;
  return execFileSync(process.execPath, ['--input-type=module', '-e', script, file], { encoding: 'utf8' }).trim();
}

test('a process that was killed leaves the vault free at once', async () => {
  const child = await startAnother();
  expect(open).toThrow(inUse);
  child.kill('SIGKILL');
  await once(child, 'exit');
  add(open(), 'after the crash');
});

test('a vault is opened once within a process, too', () => {
  const store = open();
  expect(open).toThrow(inUse);
  // The one that was refused took nothing away from the one that has it.
  expect(codeElsewhere()).toBe('VAULT_IN_USE');
  store.close();
  expect(codeElsewhere()).toBe('');
  open();
});

test('a vault that could not be opened is free again', () => {
  open().close();
  const newer = (version: string): void => {
    const database = new DatabaseSync(file);
    database.exec(`PRAGMA user_version = ${version}`);
    database.close();
  };
  const before = new DatabaseSync(file).prepare('PRAGMA user_version').get()?.['user_version'];
  newer('999');
  expect(open).toThrow(expect.objectContaining({ code: 'DATABASE_NEWER' }));
  newer(String(before));
  open();
});

test('other programs may read the vault meanwhile', () => {
  const store = open();
  add(store, 'readable');
  const script = `
    const { DatabaseSync } = require('node:sqlite');
    const database = new DatabaseSync(process.argv[1], { readOnly: true });
    console.log(database.prepare('SELECT subject FROM activity').get().subject);
  `;
  expect(execFileSync(process.execPath, ['-e', script, file], { encoding: 'utf8' })).toBe('readable\n');
});

test('the lock is an empty file for its owner alone, and stays', () => {
  const store = open();
  expect(statSync(`${file}.lock`)).toMatchObject({ size: 0 });
  expect(statSync(`${file}.lock`).mode & 0o777).toBe(0o600);
  store.close();
  open().close();
  expect(statSync(`${file}.lock`)).toMatchObject({ size: 0 });
});

test.skipIf(!isRoot)('a lock that only others may write is no lock (needs root to become another user)', async () => {
  open().close();
  execFileSync('chown', ['-R', `${nobody}`, folder]);
  execFileSync('chown', ['root', `${file}.lock`]);
  execFileSync('chmod', ['0644', `${file}.lock`]);
  await asOrdinaryUser(() =>
    expect(open).toThrow(
      expect.objectContaining({
        code: 'DATABASE_UNREADABLE',
        details: { file: `${file}.lock`, reason: expect.objectContaining({ code: expect.any(String) }) },
      }),
    ),
  );
});

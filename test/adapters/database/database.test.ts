import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../../electron/adapters/database/database.ts';
import { migrations } from '../../../electron/adapters/database/migrations/all.ts';
import { openStore } from '../../../electron/adapters/store/store.ts';
import { messageOf } from '../../../electron/messages/message-of.ts';
import { factsInWords, reasonText } from '../../../electron/messages/reason-text.ts';
import { isVaultError } from '../../../electron/vault/errors.ts';
import type { Reason } from '../../../electron/vault/reasons.ts';
import { needsPosix } from '../../support/needs.ts';
import { asOrdinaryUser, isRoot, mountDisk } from '../../support/superuser.ts';
import { ownClock } from '../../support/waited-time.ts';

needsPosix('modes of files, and signals');

let base: string;
let folder: string;
let file: string;
let cleanUp: (() => void)[];

beforeEach(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'clavis-database-')));
  chmodSync(base, 0o755);
  folder = join(base, 'data');
  file = join(folder, 'clavis.db');
  cleanUp = [];
});

afterEach(() => {
  for (const task of cleanUp.reverse()) task();
  rmSync(base, { recursive: true, force: true });
});

/** A sound vault with one note in it, closed. */
function makeVault(): void {
  const store = openStore(file);
  note(store, 'kept');
  store.close();
}

function note(store: ReturnType<typeof openStore>, subject: string): void {
  store.activity.append({ at: 1, kind: 'added', keyId: null, subject, detail: '' });
}

function notes(): string[] {
  const store = openStore(file);
  const subjects = store.activity.latest(1000).map((entry) => entry.subject);
  store.close();
  return subjects;
}

/** What lies in the folder; the lock's empty file, which stays, aside. */
function names(): string[] {
  return readdirSync(folder).filter((name) => name !== 'clavis.db.lock');
}

function modes(): Record<string, string> {
  const entries = names().map((name) => [name, (statSync(join(folder, name)).mode & 0o777).toString(8)]);
  return Object.fromEntries(entries);
}

function bytes(): Record<string, string> {
  const hash = (name: string): string =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
  return Object.fromEntries(names().map((name) => [name, hash(name)]));
}

/** A reason that is said so. */
function inWords(words: string | RegExp): unknown {
  return expect.toSatisfy((reason: Reason) => {
    const said = reasonText(reason);
    return typeof words === 'string' ? said === words : words.test(said);
  });
}

/** The failure of opening, after which every byte of the folder is as it was. */
function failure(open: () => unknown = () => openStore(file)): { code: string; reason: unknown; message: string } {
  const before = bytes();
  try {
    open();
  } catch (error) {
    expect(bytes()).toEqual(before);
    if (isVaultError(error))
      return { code: error.code, reason: factsInWords(error.details)['reason'], message: messageOf(error) };
    throw error;
  }
  throw new Error('It was opened.');
}

/** Another program's hand on the file. */
function tamper(sql: string): void {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
}

/** A vault as the first Clavis left it. */
const rowsOfVersion1 = `
INSERT INTO keys VALUES
  ('k', 'OpenAI', 'openai', 'openai', 'OPENAI_API_KEY', 'once', 90, 'read only', '["work"]', 1, 1, 2, 3, NULL, 0);
INSERT INTO versions VALUES
  ('k', 6, 'previous', 'abcd', 'hash-6', 0, 4, 99),
  ('k', 7, 'current', '3f9A', 'hash-7', 1, 5, NULL);
INSERT INTO tombstones VALUES ('k', 5);
INSERT INTO projects VALUES ('p', 'shop', '/home/dev/shop', 6), ('q', 'empty', '/home/dev/empty', 7);
INSERT INTO targets VALUES ('t', 'p', '.env', 'dotenv', 1), ('u', 'p', 'apps/api/.envrc', 'shell', 0);
INSERT INTO bindings VALUES
  (1, 't', 'ZED', 'k', 'hash', 8), (2, 't', 'ALPHA', NULL, NULL, NULL), (3, 'u', 'ZED', 'k', NULL, NULL);
INSERT INTO activity VALUES (9, 10, 'rotated', 'k', 'OpenAI', 'by hand');
INSERT INTO settings VALUES ('leaseSeconds', 30);
`;

function mountAtFolder(options: string): void {
  mkdirSync(folder, { recursive: true });
  cleanUp.push(mountDisk(folder, options));
}

describe('a new vault', () => {
  test.each([0o000, 0o022, 0o377])('is for its owner alone, whatever the umask (%i)', (mask) => {
    const old = process.umask(mask);
    try {
      const store = openStore(file);
      note(store, 'so that all files are there');
      expect(modes()).toEqual({ 'clavis.db': '600', 'clavis.db-wal': '600', 'clavis.db-shm': '600' });
      expect((statSync(`${file}.lock`).mode & 0o777).toString(8)).toBe('600');
      expect((statSync(folder).mode & 0o777).toString(8)).toBe('700');
      store.close();
    } finally {
      process.umask(old);
    }
    expect(modes()).toEqual({ 'clavis.db': '600' });
  });

  test('is durable and strict', () => {
    const database = openDatabase(file);
    const pragma = (name: string): unknown => Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0];
    expect(pragma('journal_mode')).toBe('wal');
    expect(pragma('synchronous')).toBe(2);
    expect(pragma('foreign_keys')).toBe(1);
    expect(pragma('user_version')).toBe(migrations.length);
    const tables = database.prepare("SELECT name, strict FROM pragma_table_list WHERE type = 'table'").all();
    const loose = tables.filter((table) => table['strict'] !== 1 && !String(table['name']).startsWith('sqlite_'));
    expect(loose).toEqual([]);
    database.close();
  });

  test('takes the place of one that a crash left half-made', () => {
    mkdirSync(folder);
    writeFileSync(`${file}.new`, 'half');
    writeFileSync(`${file}.new-journal`, 'half');
    makeVault();
    expect(names()).toEqual(['clavis.db']);
    expect(notes()).toEqual(['kept']);
  });

  test('is not made over what is left of an old one', () => {
    mkdirSync(folder);
    writeFileSync(`${file}-wal`, 'what had not been taken over');
    expect(failure()).toMatchObject({ code: 'DATABASE_DAMAGED', reason: 'it is gone, but its -wal file is there' });
  });

  test('that has no place says why, and leaves nothing', () => {
    writeFileSync(join(base, 'file'), '');
    const inFile = join(base, 'file', 'clavis.db');
    expect(() => openStore(inFile)).toThrow(expect.objectContaining({ code: 'DATABASE_UNREADABLE' }));
  });

  test.skipIf(!isRoot)('on a full disk says so, and leaves nothing (needs root to mount one)', () => {
    mountAtFolder('size=32k,mode=700');
    expect(failure()).toMatchObject({ code: 'DATABASE_UNREADABLE', reason: 'the disk is full' });
    expect(names()).toEqual([]);
  });
});

describe('an old vault', () => {
  test('keeps what was written', () => {
    makeVault();
    expect(notes()).toEqual(['kept']);
  });

  test('may lie in a folder of any name', () => {
    folder = join(base, 'a b%20?x=1#é&immutable=1');
    file = join(folder, 'clavis.db');
    makeVault();
    expect(notes()).toEqual(['kept']);
    expect(names()).toEqual(['clavis.db']);
  });

  test('is closed to others again, should it have been opened to them', () => {
    makeVault();
    chmodSync(folder, 0o755);
    chmodSync(file, 0o644);
    const store = openStore(file);
    expect(modes()).toEqual({ 'clavis.db': '600', 'clavis.db-wal': '600', 'clavis.db-shm': '600' });
    store.close();
  });

  test('has every commit after the process was killed', async () => {
    const script = `
      const { openStore } = await import(${JSON.stringify(new URL('../../../electron/adapters/store/store.ts', import.meta.url).href)});
      const store = openStore(process.argv[1]);
      const entry = (subject) => ({ at: 1, kind: 'added', keyId: null, subject, detail: '' });
      store.commit(() => store.activity.append(entry('committed')));
      store.commit(() => {
        store.activity.append(entry('not committed'));
        process.kill(process.pid, 'SIGKILL');
        for (;;);
      });
    `;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script, file], { stdio: 'inherit' });
    expect(await new Promise((resolve) => child.once('close', (_code, signal) => resolve(signal)))).toBe('SIGKILL');
    expect(statSync(`${file}-wal`).size).toBeGreaterThan(0);
    expect(notes()).toEqual(['committed']);
  });
});

describe('a vault of a newer Clavis', () => {
  test('is left alone', () => {
    makeVault();
    tamper(`PRAGMA user_version = ${migrations.length + 1}`);
    expect(failure()).toMatchObject({ code: 'DATABASE_NEWER', message: expect.stringContaining(file) });
    expect(names()).toEqual(['clavis.db']);
  });

  test('is left alone, also where only its -wal file says so', () => {
    makeVault();
    const other = new DatabaseSync(file);
    other.exec(`PRAGMA journal_mode = WAL; PRAGMA user_version = ${migrations.length + 1}`);
    // As a crash leaves it: the file and its -wal, not brought together.
    copyFileSync(file, join(base, 'db'));
    copyFileSync(`${file}-wal`, join(base, 'wal'));
    other.close();
    renameSync(join(base, 'db'), file);
    renameSync(join(base, 'wal'), `${file}-wal`);
    const before = [readFileSync(file), readFileSync(`${file}-wal`)];
    expect(() => openStore(file)).toThrow(expect.objectContaining({ code: 'DATABASE_NEWER' }));
    expect([readFileSync(file), readFileSync(`${file}-wal`)]).toEqual(before);
  });
});

describe('what is no sound vault is reported, and stays as it is:', () => {
  test.each([
    ['an empty file', '', 'it is empty'],
    ['a few bytes', 'SQLite', 'it is no SQLite database'],
    ['another kind of file', 'x'.repeat(5000), 'it is no SQLite database'],
  ])('%s', (_what, content, reason) => {
    mkdirSync(folder);
    writeFileSync(file, content);
    expect(failure()).toMatchObject({ code: 'DATABASE_DAMAGED', reason });
  });

  test("another program's database", () => {
    mkdirSync(folder);
    tamper('CREATE TABLE theirs (x)');
    expect(failure()).toMatchObject({ code: 'DATABASE_UNREADABLE', reason: 'it belongs to another program' });
  });

  test('a file cut short', () => {
    makeVault();
    const whole = readFileSync(file);
    writeFileSync(file, whole.subarray(0, whole.length - 5000));
    expect(failure()).toMatchObject({ code: 'DATABASE_DAMAGED', reason: 'it is damaged' });
  });

  test('a file with a page of nonsense', () => {
    makeVault();
    const whole = readFileSync(file);
    whole.fill(0xa5, 8192, 12288);
    writeFileSync(file, whole);
    expect(failure()).toMatchObject({ code: 'DATABASE_DAMAGED', reason: 'it is damaged' });
  });

  test.each([0, -1])('a file that says it is of version %i', (version) => {
    makeVault();
    tamper(`PRAGMA user_version = ${version}`);
    expect(failure()).toMatchObject({ code: 'DATABASE_DAMAGED', reason: 'it is damaged' });
  });

  test('a file for an SQLite to come, which this one could only read', () => {
    makeVault();
    const whole = readFileSync(file);
    whole[18] = 3;
    writeFileSync(file, whole);
    expect(failure()).toMatchObject({ code: 'DATABASE_DAMAGED', reason: 'it is damaged' });
  });

  test('a folder in its place', () => {
    mkdirSync(join(folder, 'clavis.db'), { recursive: true });
    expect(() => openStore(file)).toThrow(
      expect.objectContaining({
        code: 'DATABASE_UNREADABLE',
        details: { file, reason: { code: 'SYSTEM', errno: 'EISDIR' } },
      }),
    );
  });

  test('a pipe in its place, without waiting on it', () => {
    mkdirSync(folder);
    execFileSync('mkfifo', [file]);
    expect(() => openStore(file)).toThrow(
      expect.objectContaining({ code: 'DATABASE_UNREADABLE', details: { file, reason: { code: 'NOT_A_FILE' } } }),
    );
  });

  test('a file without the right to read it', async () => {
    makeVault();
    chmodSync(folder, 0o755);
    chmodSync(file, 0o000);
    const open = (): unknown => openStore(file);
    await asOrdinaryUser(() =>
      expect(open).toThrow(expect.objectContaining({ details: { file, reason: { code: 'SYSTEM', errno: 'EACCES' } } })),
    );
    chmodSync(file, 0o600);
    expect(notes()).toEqual(['kept']);
  });

  test.skipIf(!isRoot)('a file on a read-only disk (needs root to mount one)', () => {
    mountAtFolder('size=1m,mode=700');
    makeVault();
    execFileSync('mount', ['-o', 'remount,ro', folder]);
    expect(failure()).toMatchObject({ code: 'DATABASE_UNREADABLE', reason: 'the file system is read-only' });
  });

  test('a file that another program holds', () => {
    makeVault();
    const other = new DatabaseSync(file);
    other.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE');
    expect(() => openStore(file)).toThrow(
      expect.objectContaining({
        code: 'DATABASE_UNREADABLE',
        details: { file, reason: { code: 'SQLITE', primary: 5 } },
      }),
    );
    other.exec('ROLLBACK');
    other.close();
    expect(notes()).toEqual(['kept']);
  });
});

describe('a vault of an older Clavis', () => {
  const second = 'ALTER TABLE keys ADD COLUMN colour TEXT; UPDATE activity SET subject = subject || 2;';
  const next = [...migrations, second];
  const subjects = (path: string): unknown[] => {
    const database = new DatabaseSync(path, { readOnly: true });
    const found = database.prepare('SELECT subject FROM activity').all();
    database.close();
    return found.map((row) => row['subject']);
  };

  test('is brought up to date once, after a copy for its owner alone', () => {
    makeVault();
    for (let start = 0; start < 2; start += 1) openDatabase(file, next).close();
    const copy = `clavis.db.before-${next.length}`;
    expect(modes()).toEqual({ 'clavis.db': '600', [copy]: '600' });
    expect(subjects(file)).toEqual(['kept2']);
    expect(subjects(join(folder, copy))).toEqual(['kept']);

    // The copy is a vault: the older Clavis can go back to it.
    expect(failure()).toMatchObject({ code: 'DATABASE_NEWER' });
    copyFileSync(join(folder, copy), file);
    expect(notes()).toEqual(['kept']);
    openDatabase(file, next).close();
    expect(names().sort()).toEqual(['clavis.db', copy, `${copy}.2`]);
  });

  test('of version 1 opens with every row whole, and a copy of it lies next to', () => {
    const old = openDatabase(file, migrations.slice(0, 1));
    old.exec(rowsOfVersion1);
    const tables = ['keys', 'versions', 'tombstones', 'projects', 'targets', 'bindings', 'activity', 'settings'];
    const rows = (from: DatabaseSync) => tables.map((table) => from.prepare(`SELECT * FROM ${table}`).all());
    const before = rows(old);
    expect(before.map(({ length }) => length)).toEqual([1, 2, 1, 2, 2, 3, 1, 1]);
    old.close();

    const store = openStore(file);
    const target = { projectId: 'p', expands: false, outsideGit: false } as const;
    expect(store.targets.ofProject('p')).toEqual([
      { ...target, id: 't', file: '.env', dialect: 'dotenv', expands: true },
      { ...target, id: 'u', file: 'apps/api/.envrc', dialect: 'shell' },
    ]);
    expect(store.bindings.ofTarget('t').map(({ envVar }) => envVar)).toEqual(['ZED', 'ALPHA']);
    expect(store.keys.listed()).toMatchObject([{ key: { id: 'k', name: 'OpenAI' }, projects: 1 }]);
    expect(store.versions.highestNumber('k')).toBe(7);
    expect(store.activity.latest(2)).toMatchObject([{ id: 9, at: 10, firstAt: 10, count: 1, kind: 'rotated' }]);
    store.targets.update({ ...target, id: 'u', file: 'apps/api/.envrc', dialect: 'shell', outsideGit: true });
    store.close();
    expect(modes()).toEqual({ 'clavis.db': '600', 'clavis.db.before-2': '600' });

    const copy = openDatabase(`${file}.before-2`, migrations.slice(0, 1));
    expect(rows(copy)).toEqual(before);
    copy.close();
    const updated = openDatabase(file);
    // Later versions add columns, and leave those that were there.
    expect(rows(updated)).toMatchObject(before);
    expect(() => updated.exec('UPDATE targets SET outside_git = 2')).toThrow(/CHECK/);
    updated.close();
  });

  test.each([
    ['/home/dev/shop', '/home/dev/shop/.env'],
    ['/home/dev/back\\slash', '/home/dev/back\\slash/.env'],
    ['C:\\Users\\dev\\shop', 'C:/Users/dev/shop/.env'],
  ])('knows by its bindings where values were written before: in %s', (projectRoot, written) => {
    const old = openDatabase(file, migrations.slice(0, 1));
    old.exec(rowsOfVersion1);
    old.prepare('UPDATE projects SET root = ? WHERE id = ?').run(projectRoot, 'p');
    old.close();
    const { writtenFiles, close } = openStore(file);
    expect(writtenFiles.has(written)).toBe(true);
    // Bound there, and never exported.
    expect(writtenFiles.has(written.replace('.env', 'apps/api/.envrc'))).toBe(false);
    close();
  });

  test('of before Trash was kept has there what was about to be erased, and is no older Clavis’ to open any more', () => {
    const old = openDatabase(file, migrations.slice(0, 1));
    old.exec(rowsOfVersion1);
    old.exec('UPDATE keys SET deleted_at = 7');
    old.close();
    openDatabase(file, migrations.slice(0, 8)).close();
    const store = openStore(file);
    expect(store.keys.listed()).toEqual([]);
    expect(store.keys.deletedPage(null, 10)).toMatchObject([{ key: { id: 'k', deletedAt: 7 } }]);
    expect(store.keys.deletedBefore(6, 10)).toEqual([]);
    expect(store.keys.deletedBefore(7, 10)).toMatchObject([{ key: { id: 'k' } }]);
    expect(store.keys.deletedCount()).toBe(1);
    store.close();
    expect(() => openDatabase(file, migrations.slice(0, 8))).toThrow(
      expect.objectContaining({ code: 'DATABASE_NEWER' }),
    );
  });

  test('copies what a crash left in its -wal file too', () => {
    makeVault();
    const store = openStore(file);
    note(store, 'late');
    copyFileSync(file, join(base, 'db'));
    copyFileSync(`${file}-wal`, join(base, 'wal'));
    store.close();
    renameSync(join(base, 'db'), file);
    renameSync(join(base, 'wal'), `${file}-wal`);
    openDatabase(file, next).close();
    expect(subjects(`${file}.before-${next.length}`)).toEqual(['kept', 'late']);
  });

  test.each([
    ['a statement that fails', 'UPDATE activity SET subject = 1; nonsense;'],
    [
      'a broken reference',
      "UPDATE activity SET subject = 1; INSERT INTO targets VALUES ('t', 'gone', '.env', 'dotenv', 0, 0);",
    ],
  ])('stays as it was after a step with %s', (_what, step) => {
    makeVault();
    const open = (): unknown => openDatabase(file, [...migrations, step]);
    expect(open).toThrow(expect.objectContaining({ code: 'DATABASE_UNREADABLE' }));
    expect(names()).toEqual(['clavis.db']);
    expect(notes()).toEqual(['kept']);
  });

  test.skipIf(!isRoot)('stays as it was where there is no room for a copy (needs root to mount a small disk)', () => {
    mountAtFolder('size=256k,mode=700');
    makeVault();
    writeFileSync(join(folder, 'rest'), new Uint8Array(60 * 1024));
    expect(() => openDatabase(file, next)).toThrow(
      expect.objectContaining({
        details: { file, reason: inWords(/disk is full$/) },
      }),
    );
    expect(existsSync(`${file}.before-${next.length}`)).toBe(false);
    rmSync(join(folder, 'rest'));
    expect(notes()).toEqual(['kept']);
  });
});

describe('a failure in use', () => {
  function expectFailed(work: () => unknown, reason: string): void {
    expect(work).toThrow(expect.objectContaining({ code: 'DATABASE_FAILED', details: { reason: inWords(reason) } }));
  }

  test('says that another program is in the way, soon, and nothing is written', () => {
    makeVault();
    const store = openStore(file);
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    const start = ownClock();
    expectFailed(() => store.commit(() => note(store, 'x')), 'another program is using it');
    expectFailed(() => note(store, 'x'), 'another program is using it');
    expect(ownClock() - start).toBeLessThan(2000);
    other.exec('ROLLBACK');
    other.close();
    note(store, 'after');
    store.close();
    expect(notes()).toEqual(['after', 'kept']);
  });

  test.skipIf(!isRoot)('on a full disk takes nothing of a commit, and goes on once there is room (needs root)', () => {
    mountAtFolder('size=512k,mode=700');
    makeVault();
    const store = openStore(file);
    const fill = (): void => {
      for (let count = 0; count < 500; count += 1) note(store, `${count}${'x'.repeat(2000)}`);
    };
    expectFailed(() => store.commit(fill), 'the disk is full');
    expect(store.activity.latest(10).map((entry) => entry.subject)).toEqual(['kept']);
    execFileSync('mount', ['-o', 'remount,size=8m', folder]);
    store.commit(fill);
    store.close();
    expect(notes()).toHaveLength(501);
  });

  test('of damage found late says so, and quotes no row', () => {
    makeVault();
    const store = openStore(file);
    tamper(
      "PRAGMA ignore_check_constraints = ON; INSERT INTO activity VALUES (9, 1, 'canary-kind', NULL, 'canary', '', 1, 1)",
    );
    expectFailed(() => store.activity.latest(10), 'a row in it is damaged');
    store.close();
  });

  test('after closing says so', () => {
    const store = openStore(file);
    store.close();
    store.close();
    expectFailed(() => store.keys.listed(), 'it is closed');
    expectFailed(() => store.commit(() => {}), 'it is closed');
  });
});

test('a rollback journal that a crash left is rolled back, and the database opens with its last whole state', () => {
  openDatabase(file).close();
  const database = new DatabaseSync(file);
  database.exec(`
    PRAGMA journal_mode = DELETE;
    CREATE TABLE ballast (text TEXT);
    WITH RECURSIVE counting(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counting WHERE n < 200)
    INSERT INTO ballast SELECT printf('%01000d', n) FROM counting;
    PRAGMA cache_size = 2;
    BEGIN IMMEDIATE;
    UPDATE ballast SET text = 'half of it';
  `);
  // What a kill at this moment would leave: pages written already, and the journal that takes them back.
  const crashed = join(base, 'crashed');
  mkdirSync(crashed, { mode: 0o700 });
  const left = join(crashed, 'clavis.db');
  copyFileSync(file, left);
  copyFileSync(`${file}-journal`, `${left}-journal`);
  database.exec('ROLLBACK');
  database.close();

  const opened = openDatabase(left);
  expect(opened.prepare("SELECT count(*) AS half FROM ballast WHERE text = 'half of it'").get()).toEqual({ half: 0 });
  opened.close();
});

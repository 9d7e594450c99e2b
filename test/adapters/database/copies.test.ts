import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type OpenStore, openStore } from '../../../electron/adapters/store/store.ts';
import { needsPosix } from '../../support/needs.ts';
import { isRoot, mountDisk } from '../../support/superuser.ts';

needsPosix('modes of files');

const dayMs = 24 * 60 * 60 * 1000;
const noon = new Date(2026, 10, 22, 12).getTime();

let base: string;
let folder: string;
let file: string;
let store: OpenStore;
let cleanUp: (() => void)[];

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'clavis-copies-'));
  folder = join(base, 'data');
  file = join(folder, 'vault.db');
  cleanUp = [];
});

afterEach(() => {
  store.close();
  for (const task of cleanUp.reverse()) task();
  rmSync(base, { recursive: true, force: true });
});

function open(): void {
  store = openStore(file);
  add('kept');
}

function add(subject: string): void {
  store.activity.append({ at: 1, kind: 'added', keyId: null, subject, detail: '' });
}

function days(): string[] {
  const start = 'vault.db.daily-';
  return readdirSync(folder)
    .flatMap((name) => (name.startsWith(start) ? [name.slice(start.length)] : []))
    .sort();
}

function subjectsIn(copy: string): unknown[] {
  const database = new DatabaseSync(copy, { readOnly: true });
  const rows = database.prepare('SELECT subject FROM activity ORDER BY id').all();
  database.close();
  return rows.map((row) => row['subject']);
}

function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

test('a copy of the day is a whole vault for its owner alone, with what was committed last', async () => {
  open();
  add('late');
  await store.copyDaily(noon);
  expect(days()).toEqual(['2026-11-22']);
  const copy = `${file}.daily-2026-11-22`;
  expect(statSync(copy).mode & 0o777).toBe(0o600);
  const elsewhere = join(base, 'elsewhere.db');
  copyFileSync(copy, elsewhere);
  expect(subjectsIn(elsewhere)).toEqual(['kept', 'late']);
  expect(readdirSync(folder).sort()).toEqual([
    'vault.db',
    'vault.db-shm',
    'vault.db-wal',
    'vault.db.daily-2026-11-22',
    'vault.db.lock',
  ]);
});

test('there is one copy a day, and it stays as it was', async () => {
  open();
  await store.copyDaily(noon);
  const before = hashOf(`${file}.daily-2026-11-22`);
  add('later that day');
  await store.copyDaily(noon + dayMs / 3);
  await Promise.all([store.copyDaily(noon + dayMs), store.copyDaily(noon + dayMs)]);
  expect(days()).toEqual(['2026-11-22', '2026-11-23']);
  expect(hashOf(`${file}.daily-2026-11-22`)).toBe(before);
});

test('seven are kept, and other files are left alone', async () => {
  open();
  const others = [
    'vault.db.before-2',
    'vault.db.daily-note',
    'other.db.daily-2026-11-01',
    'vault.db.daily-2026-11-01.txt',
  ];
  for (const name of others) writeFileSync(join(folder, name), 'not a copy of the day');
  for (let day = 0; day < 9; day += 1) await store.copyDaily(noon + day * dayMs);
  expect(days().filter((day) => /^[\d-]+$/.test(day))).toEqual([
    '2026-11-24',
    '2026-11-25',
    '2026-11-26',
    '2026-11-27',
    '2026-11-28',
    '2026-11-29',
    '2026-11-30',
  ]);
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(others));
});

test('copies from days to come, left by a clock that was wrong, go before those of the days before', async () => {
  open();
  for (let day = 0; day < 7; day += 1) await store.copyDaily(noon + (400 + day) * dayMs);
  await store.copyDaily(noon);
  await store.copyDaily(noon + dayMs);
  expect(days().slice(0, 2)).toEqual(['2026-11-22', '2026-11-23']);
  expect(days()).toHaveLength(7);
});

test.skipIf(!isRoot)('a full disk is said, and costs no older copy (needs root to mount a small disk)', async () => {
  mkdirSync(folder);
  cleanUp.push(mountDisk(folder, 'size=1m,mode=700'));
  open();
  for (let day = 0; day < 7; day += 1) {
    writeFileSync(`${file}.daily-2026-11-0${day + 1}`, 'an older copy');
  }
  expect(() => writeFileSync(join(folder, 'rest'), new Uint8Array(2 << 20))).toThrow('ENOSPC');
  const before = days();
  await expect(store.copyDaily(noon)).rejects.toMatchObject({
    code: 'DATABASE_FAILED',
    details: { reason: { code: 'NO_COPY_TODAY', cause: { code: 'SQLITE', primary: 13 } } },
  });
  expect(days()).toEqual(before);
  expect(readdirSync(folder)).not.toContain('vault.db.daily');
  rmSync(join(folder, 'rest'));
  await store.copyDaily(noon);
  expect(days()).toContain('2026-11-22');
});

test('a damaged vault is not copied, and costs no older copy', async () => {
  open();
  for (let count = 0; count < 400; count += 1) add('x'.repeat(400));
  store.close();
  const whole = readFileSync(file);
  store = openStore(file);
  for (let day = 0; day < 7; day += 1) await store.copyDaily(noon - (day + 1) * dayMs);
  const before = days();
  writeFileSync(file, Buffer.from(whole).fill(0xa5, 20_480, 40_960));
  await expect(store.copyDaily(noon)).rejects.toMatchObject({
    code: 'DATABASE_FAILED',
    details: {
      reason: {
        code: 'NO_COPY_TODAY',
        cause: { code: 'REBUILT_AT_START', cause: { code: 'DAMAGED' } },
      },
    },
  });
  expect(days()).toEqual(before);
  writeFileSync(file, whole);
});

test('a vault whose file was taken away says so, and neither copies nor commits into what is there now', async () => {
  open();
  renameSync(file, join(base, 'taken'));
  const other = new DatabaseSync(file);
  other.exec('CREATE TABLE theirs (x)');
  other.close();
  const before = hashOf(file);
  const gone = { code: 'DATABASE_FAILED', details: { reason: { code: 'DATABASE_MOVED' } } };
  await expect(store.copyDaily(noon)).rejects.toMatchObject(gone);
  expect(() => store.commit(() => add('lost'))).toThrow(expect.objectContaining(gone));
  expect(days()).toEqual([]);
  expect(hashOf(file)).toBe(before);
  rmSync(file);
  renameSync(join(base, 'taken'), file);
  store.commit(() => add('back'));
});

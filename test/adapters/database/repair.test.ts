import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../../electron/adapters/database/database.ts';
import { migrations } from '../../../electron/adapters/database/migrations/all.ts';
import { planRepair, repairDatabase } from '../../../electron/adapters/database/repair.ts';
import { openStoreOrRepair } from '../../../electron/adapters/store/open-or-repair.ts';
import { openStore } from '../../../electron/adapters/store/store.ts';
import { messageOf } from '../../../electron/messages/message-of.ts';
import { needsPosix } from '../../support/needs.ts';

needsPosix('modes of files, and signals');

const noon = new Date(2026, 10, 22, 12).getTime();
const nonsense = Buffer.alloc(5000, 'x');
const aside = 'vault.db.damaged-20261122-120000';

let base: string;
let folder: string;
let file: string;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'clavis-rescue-'));
  folder = join(base, 'data');
  file = join(folder, 'vault.db');
  mkdirSync(folder);
});

afterEach(() => rmSync(base, { recursive: true, force: true }));

/** A vault with these subjects in its activity, closed. */
function write(...subjects: string[]): void {
  const store = openStore(file);
  for (const subject of subjects) store.activity.append({ at: 1, kind: 'added', keyId: null, subject, detail: '' });
  store.close();
}

function subjects(): string[] {
  const store = openStore(file);
  const found = store.activity.latest(100).map((entry) => entry.subject);
  store.close();
  return found.reverse();
}

/** Names next to the vault, the lock's aside. */
function names(): string[] {
  return readdirSync(folder)
    .filter((name) => name !== 'vault.db.lock')
    .sort();
}

function madeAt(name: string, at: number): void {
  utimesSync(join(folder, name), at / 1000, at / 1000);
}

function contents(): Record<string, string> {
  return Object.fromEntries(names().map((name) => [name, readFileSync(join(folder, name), 'base64')]));
}

async function writeAndCopy(...first: string[]): Promise<void> {
  write(...first);
  const store = openStore(file);
  await store.copyDaily(noon);
  store.close();
}

describe('the plan', () => {
  test('names the newest sound copy, by the time when it was made', async () => {
    await writeAndCopy('first');
    copyFileSync(`${file}.daily-2026-11-22`, `${file}.before-3`);
    copyFileSync(`${file}.daily-2026-11-22`, `${file}.daily-2026-11-20`);
    copyFileSync(`${file}.daily-2026-11-22`, `${file}.daily-note`);
    madeAt('vault.db.daily-2026-11-20', noon - 3_000);
    madeAt('vault.db.daily-2026-11-22', noon - 2_000);
    madeAt('vault.db.before-3', noon - 1_000);
    writeFileSync(file, nonsense);
    expect(planRepair(file)).toMatchObject({ copy: { path: `${file}.before-3`, at: noon - 1_000 }, spoilt: 0 });
    writeFileSync(`${file}.before-3`, nonsense);
    madeAt('vault.db.before-3', noon);
    expect(planRepair(file)).toMatchObject({ copy: { path: `${file}.daily-2026-11-22` }, spoilt: 1 });
  });

  test('passes over copies that are cut off, empty, of another program or of a newer Clavis', async () => {
    await writeAndCopy('first');
    const whole = readFileSync(`${file}.daily-2026-11-22`);
    const newer = Buffer.from(whole);
    newer.writeInt32BE(99, 60);
    const theirs = Buffer.from(whole);
    theirs.writeInt32BE(99, 68);
    const spoilt = [whole.subarray(0, 9000), Buffer.alloc(0), newer, theirs];
    for (const [index, bytes] of spoilt.entries()) writeFileSync(`${file}.daily-2026-11-1${index}`, bytes);
    madeAt('vault.db.daily-2026-11-22', noon - 60_000);
    writeFileSync(file, nonsense);
    expect(planRepair(file)).toMatchObject({ copy: { path: `${file}.daily-2026-11-22` }, spoilt: 4 });
    rmSync(`${file}.daily-2026-11-22`);
    expect(planRepair(file)).toMatchObject({ copy: null, spoilt: 4 });
  });

  test('changes nothing, and is for damage alone', async () => {
    await writeAndCopy('first');
    const newer = new DatabaseSync(file);
    newer.exec(`PRAGMA journal_mode = DELETE; PRAGMA user_version = ${migrations.length + 1}`);
    newer.close();
    const before = contents();
    expect(() => planRepair(file)).toThrow(expect.objectContaining({ code: 'DATABASE_NEWER' }));
    expect(contents()).toEqual(before);
  });
});

describe('a repair', () => {
  test('puts the copy in its place, and keeps what was damaged and the copy as they are', async () => {
    await writeAndCopy('first', 'second');
    write('after the copy');
    writeFileSync(file, nonsense);
    writeFileSync(`${file}-wal`, 'its wal');
    writeFileSync(`${file}-shm`, 'its shm');
    madeAt('vault.db.daily-2026-11-22', noon - 1_000);
    const copy = readFileSync(`${file}.daily-2026-11-22`);

    const repaired = repairDatabase(file, planRepair(file), noon);
    expect(repaired).toEqual({ aside, copyFrom: noon - 1_000 });
    expect(names()).toEqual(['vault.db', 'vault.db.daily-2026-11-22', aside, `${aside}-shm`, `${aside}-wal`]);
    expect(readFileSync(join(folder, aside))).toEqual(nonsense);
    expect(readFileSync(join(folder, `${aside}-wal`), 'utf8')).toBe('its wal');
    expect(readFileSync(`${file}.daily-2026-11-22`)).toEqual(copy);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(subjects()).toEqual(['first', 'second']);
  });

  test('starts with an empty list where there is no copy', () => {
    write('first');
    writeFileSync(file, nonsense);
    const plan = planRepair(file);
    expect(plan).toMatchObject({ copy: null, spoilt: 0 });
    expect(repairDatabase(file, plan, noon)).toEqual({ aside, copyFrom: null });
    expect(subjects()).toEqual([]);
    expect(readFileSync(join(folder, aside))).toEqual(nonsense);
  });

  test('of the same second as an earlier one leaves that one alone', async () => {
    await writeAndCopy('first');
    for (const content of ['one', 'two', 'three']) {
      writeFileSync(file, content);
      repairDatabase(file, planRepair(file), noon);
    }
    const kept = [aside, `${aside}.2`, `${aside}.3`].map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(kept).toEqual(['one', 'two', 'three']);
  });

  test('brings back a vault that is gone, and is not taken for a first start', async () => {
    await writeAndCopy('first');
    rmSync(file);
    expect(() => openStore(file)).toThrow(
      expect.objectContaining({
        code: 'DATABASE_DAMAGED',
        details: { file, reason: { code: 'GONE_BUT_COPIES' } },
      }),
    );
    expect(repairDatabase(file, planRepair(file), noon)).toMatchObject({ aside: null });
    expect(subjects()).toEqual(['first']);
  });

  test('brings a copy from before a migration up to date', () => {
    const old = openDatabase(file, migrations.slice(0, 1));
    old.exec("INSERT INTO activity VALUES (1, 1, 'added', NULL, 'of version 1', '')");
    old.close();
    openStore(file).close();
    expect(names()).toContain('vault.db.before-2');
    writeFileSync(file, nonsense);
    repairDatabase(file, planRepair(file), noon);
    expect(subjects()).toEqual(['of version 1']);
    expect(names()).toEqual(['vault.db', 'vault.db.before-2', aside]);
  });

  test('is refused where the vault is another one by now, or open elsewhere', async () => {
    await writeAndCopy('first');
    writeFileSync(file, nonsense);
    const plan = planRepair(file);
    repairDatabase(file, plan, noon);
    const before = contents();
    expect(() => repairDatabase(file, plan, noon)).toThrow(
      expect.objectContaining({
        details: { file, reason: { code: 'NOT_REBUILT', cause: { code: 'CHANGED_MEANWHILE' } } },
      }),
    );
    expect(contents()).toEqual(before);
    const store = openStore(file);
    expect(() => repairDatabase(file, plan, noon)).toThrow(expect.objectContaining({ code: 'VAULT_IN_USE' }));
    store.close();
  });

  test('that fails leaves everything as it was, and names the vault', async () => {
    await writeAndCopy('first');
    writeFileSync(file, nonsense);
    const plan = planRepair(file);
    writeFileSync(`${file}.daily-2026-11-22`, nonsense);
    const before = contents();
    expect(() => repairDatabase(file, plan, noon)).toThrow(
      expect.objectContaining({
        code: 'DATABASE_UNREADABLE',
        details: { file, reason: { code: 'NOT_REBUILT', cause: { code: 'SQLITE', primary: 26 } } },
      }),
    );
    expect(contents()).toEqual(before);
  });

  test('waits for the person: who would rather quit finds everything as it was', async () => {
    await writeAndCopy('first');
    writeFileSync(file, nonsense);
    const before = contents();
    expect(await openStoreOrRepair(file, async () => false)).toBeNull();
    expect(contents()).toEqual(before);
    const asked: string[] = [];
    const opened = await openStoreOrRepair(file, async ({ copy }, damage) => {
      asked.push(`${copy?.path} ${messageOf(damage)}`);
      return true;
    });
    expect(opened?.store.activity.latest(10).map(({ subject }) => subject)).toEqual(['first']);
    expect(opened?.repaired).toMatchObject({ aside: expect.stringMatching(/^vault\.db\.damaged-/) });
    opened?.store.close();
    expect(asked).toEqual([expect.stringMatching(/daily-2026-11-22 .*it is no SQLite database.*untouched/)]);
    // Whole again, nobody is asked.
    const again = await openStoreOrRepair(file, () => Promise.reject(new Error('asked')));
    expect(again?.repaired).toBeNull();
    again?.store.close();
  });

  test('killed at any instant loses nothing, and the next start can do it again', async () => {
    await writeAndCopy('first');
    writeFileSync(file, nonsense);
    writeFileSync(`${file}-wal`, 'its wal');
    const pristine = join(base, 'pristine');
    cpSync(folder, pristine, { recursive: true, preserveTimestamps: true });
    const reached = new Set<string>();
    for (let step = 1; ; step += 1) {
      rmSync(folder, { recursive: true });
      cpSync(pristine, folder, { recursive: true, preserveTimestamps: true });
      const killed = await repairUntil(step);
      reached.add(names().includes('vault.db') ? 'in place' : 'nothing in place');
      expect(keptBytes(), `killed at step ${step}`).toEqual({ main: nonsense.toString(), wal: 'its wal' });

      const opened = await openStoreOrRepair(file, async () => true);
      expect(opened?.store.activity.latest(10).map(({ subject }) => subject)).toEqual(['first']);
      // Killed at its very end it was over: nobody is told then.
      if (opened?.repaired) expect(names()).toContain(opened.repaired.aside);
      opened?.store.close();
      expect(keptBytes(), `started again after step ${step}`).toEqual({ main: nonsense.toString(), wal: 'its wal' });
      expect(names().filter((name) => /rescue|\.new/.test(name))).toEqual([]);
      if (!killed) break;
    }
    expect(reached).toEqual(new Set(['in place', 'nothing in place']));
  });
});

/** The damaged database as it can be found, in its place or aside, its -wal next to it or still in its own place. */
function keptBytes(): { main: string; wal: string } {
  const at =
    names().find((name) => /^vault\.db(\.damaged-[\d-]+)?$/.test(name) && size(name) === nonsense.length) ?? '';
  const wal = names().includes(`${at}-wal`) ? `${at}-wal` : 'vault.db-wal';
  return { main: readFileSync(join(folder, at), 'utf8'), wal: readFileSync(join(folder, wal), 'utf8') };
}

function size(name: string): number {
  return statSync(join(folder, name)).size;
}

/** A repair in another process, which is killed before its `step`th change to the folder. False: it needed fewer. */
async function repairUntil(step: number): Promise<boolean> {
  const script = `
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    const [file, step] = process.argv.slice(1);
    let count = 0;
    for (const name of ['copyFileSync', 'chmodSync', 'renameSync', 'fsyncSync', 'rmSync']) {
      const real = fs[name];
      fs[name] = (...given) => {
        count += 1;
        if (count === Number(step)) process.kill(process.pid, 'SIGKILL');
        return real(...given);
      };
    }
    syncBuiltinESMExports();
    const { planRepair, repairDatabase } = await import(${JSON.stringify(new URL('../../../electron/adapters/database/repair.ts', import.meta.url).href)});
    repairDatabase(file, planRepair(file), ${noon});
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, file, `${step}`], { stdio: 'inherit' });
  const [code, signal] = await once(child, 'exit');
  if (code !== 0 && signal !== 'SIGKILL') throw new Error('the repair failed');
  return signal === 'SIGKILL';
}

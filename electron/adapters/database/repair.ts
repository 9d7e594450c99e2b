import { constants, copyFileSync, existsSync, renameSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isVaultError } from '../../vault/errors.ts';
import { makeDatabase } from './database.ts';
import { databaseReason } from './errors.ts';
import { companions, freeName, removeUnfinished, syncFile, syncFolder, tighten } from './files.ts';
import { inspectCopy, inspectDatabase } from './inspect.ts';
import { lockVault } from './lock.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/all.ts';
import { copyNames, setAsideName, setAsideNames } from './names.ts';
import { refusalToOpen, unreadable } from './refusals.ts';
import { makeSafeToReconcile } from './safe-copy.ts';

export interface RepairPlan {
  /** The newest sound copy, and when it was made, ms since the epoch; null where there is none. */
  readonly copy: { readonly path: string; readonly at: number } | null;
  /** How many copies can't be used. */
  readonly spoilt: number;
  /** Tells whether the database is still the one that the plan is for. */
  readonly found: string;
}

export interface Repaired {
  /** The name, next to the vault, under which the damaged database is kept; null where nothing was left of it. */
  readonly aside: string | null;
  /** When the copy was made that stands in its place, ms; null: an empty one does. */
  readonly copyFrom: number | null;
}

/**
 * What a damaged database could be rebuilt from. Changes nothing. Throws `DATABASE_NEWER` and `DATABASE_UNREADABLE` where
 * it is not damage that keeps the database from being opened.
 */
export function planRepair(file: string): RepairPlan {
  refuseOthers(file);
  try {
    const found = stampOf(file);
    const copies = copyNames(file)
      .map((path) => ({ path, at: Math.round(statSync(path).mtimeMs) }))
      .sort((one, other) => other.at - one.at);
    const spoilt = copies.findIndex(({ path }) => isSound(path));
    return spoilt < 0 ? { copy: null, spoilt: copies.length, found } : { copy: copies[spoilt] ?? null, spoilt, found };
  } catch (error) {
    throw refusalToOpen(file, error);
  }
}

/**
 * Keeps the damaged database aside, and puts the plan's copy, or an empty database, in its place: brought up to date, and
 * such that start-up removes no value (see `makeSafeToReconcile`). What can fail is done first; from the first rename on, a
 * crash leaves the place empty and the damaged one aside, and the next start finds both (invariant 4). `now` in ms.
 * Throws `VAULT_IN_USE` and `DATABASE_UNREADABLE`.
 */
export function repairDatabase(file: string, plan: RepairPlan, now: number): Repaired {
  const lock = lockVault(file);
  const rebuilt = `${file}.rescue`;
  try {
    if (stampOf(file) !== plan.found) throw unreadable(file, { code: 'CHANGED_MEANWHILE' });
    removeUnfinished(rebuilt);
    if (plan.copy === null) makeDatabase(rebuilt, migrations);
    else copyIn(plan.copy.path, rebuilt);
    makeStartable(rebuilt, now);
    const aside = setAside(file, now);
    renameSync(rebuilt, file);
    syncFolder(dirname(file));
    return { aside: aside === null ? null : basename(aside), copyFrom: plan.copy?.at ?? null };
  } catch (error) {
    tryToRemove(rebuilt);
    throw unreadable(file, { code: 'NOT_REBUILT', cause: databaseReason(error, file) });
  } finally {
    lock.release();
  }
}

function tryToRemove(rebuilt: string): void {
  try {
    removeUnfinished(rebuilt);
  } catch {
    // The next repair begins with that.
  }
}

function refuseOthers(file: string): void {
  try {
    inspectDatabase(file, migrations.length);
  } catch (error) {
    if (!isVaultError(error, 'DATABASE_DAMAGED')) throw error;
  }
}

function isSound(copy: string): boolean {
  try {
    inspectCopy(copy, migrations.length);
    return true;
  } catch {
    // A copy that can’t be used is passed over for an older one; the person hears which one was taken.
    return false;
  }
}

function stampOf(file: string): string {
  return companions
    .map((companion) => {
      const stat = statSync(file + companion, { throwIfNoEntry: false, bigint: true });
      return stat === undefined ? '-' : `${stat.ino}:${stat.size}:${stat.mtimeNs}`;
    })
    .join(' ');
}

function copyIn(copy: string, rebuilt: string): void {
  copyFileSync(copy, rebuilt, constants.COPYFILE_EXCL);
  tighten(rebuilt);
}

function makeStartable(rebuilt: string, now: number): void {
  const database = new DatabaseSync(rebuilt, { enableForeignKeyConstraints: false });
  try {
    // One file: nothing next to it may be left behind when it is put in its place.
    database.exec('PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON');
    migrate(database, migrations);
    makeSafeToReconcile(database, now);
  } finally {
    database.close();
  }
  inspectCopy(rebuilt, migrations.length);
  syncFile(rebuilt);
}

/** The file first: a database without it is never taken for whole, one without its -wal could be. */
function setAside(file: string, now: number): string | null {
  const left = companions.filter((companion) => existsSync(file + companion));
  if (left.length === 0) return setAsideNames(file).at(-1) ?? null;
  const aside = begunAside(file, left) ?? freeName(setAsideName(file, now));
  for (const companion of left) {
    renameSync(file + companion, aside + companion);
    syncFolder(dirname(file));
  }
  return aside;
}

/** Where an earlier repair began to put it, before it was cut short. */
function begunAside(file: string, left: readonly string[]): string | null {
  const latest = setAsideNames(file).at(-1);
  if (latest === undefined || left.includes('')) return null;
  return left.some((companion) => existsSync(latest + companion)) ? null : latest;
}

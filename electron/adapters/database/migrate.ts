import { renameSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { damagedRow } from './errors.ts';
import { freeName, makePrivateFile, removeUnfinished, syncFile, syncFolder } from './files.ts';

/** How many migrations this database has behind it. */
export function readVersion(database: DatabaseSync): number {
  const version = database.prepare('PRAGMA user_version').get()?.['user_version'];
  if (typeof version !== 'number') throw damagedRow();
  return version;
}

/**
 * Brings a database to the newest version, each step whole or not at all. Foreign keys must be off on this connection:
 * a step may rebuild a table that others refer to (https://www.sqlite.org/lang_altertable.html#otheralter).
 */
export function migrate(database: DatabaseSync, migrations: readonly string[]): void {
  for (let version = readVersion(database); version < migrations.length; version += 1) {
    database.exec('BEGIN IMMEDIATE');
    try {
      database.exec(migrations[version] ?? '');
      if (database.prepare('PRAGMA foreign_key_check').get() !== undefined) throw damagedRow();
      database.exec(`PRAGMA user_version = ${version + 1}`);
      database.exec('COMMIT');
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  }
}

/**
 * Keeps the database as it is now in `<file>.before-<n>`, `n` being the next migration; never over an older copy.
 * Returns the copy's path.
 */
export function keepCopy(database: DatabaseSync, file: string): string {
  const unfinished = `${file}.copy`;
  removeUnfinished(unfinished);
  makePrivateFile(unfinished);
  try {
    database.prepare('VACUUM INTO ?').run(unfinished);
    // VACUUM INTO leaves that to its caller.
    syncFile(unfinished);
    const copy = freeName(`${file}.before-${readVersion(database) + 1}`);
    renameSync(unfinished, copy);
    syncFolder(dirname(file));
    return copy;
  } catch (error) {
    removeUnfinished(unfinished);
    throw error;
  }
}

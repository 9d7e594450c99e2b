import { renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { makePrivateFile, makePrivateFolder, removeUnfinished, syncFolder } from './files.ts';
import { applicationId, inspectDatabase } from './inspect.ts';
import { keepCopy, migrate, readVersion } from './migrate.ts';
import { migrations as known } from './migrations/all.ts';
import { refusalToOpen } from './refusals.ts';

/** How long a call waits for another program to let go of the file, in ms. It blocks the main process. */
const busyTimeout = 250;

/**
 * Opens the database at `file`, or makes one where nothing is, in a folder for its owner alone, and brings it up to date;
 * before that it keeps a copy. Throws `DATABASE_NEWER`, `DATABASE_DAMAGED` and `DATABASE_UNREADABLE`, and leaves the
 * file as it was then.
 */
export function openDatabase(file: string, migrations: readonly string[] = known): DatabaseSync {
  if (inspectDatabase(file, migrations.length) === 'absent') makeDatabase(file, migrations);
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { timeout: busyTimeout, enableForeignKeyConstraints: false });
    database.exec(durable);
    if (readVersion(database) < migrations.length) bringUpToDate(database, file, migrations);
    database.exec('PRAGMA foreign_keys = ON');
    return database;
  } catch (error) {
    database?.close();
    throw refusalToOpen(file, error);
  }
}

/** A commit is on the disk when it returns; on macOS that needs fullfsync, elsewhere the pragma does nothing. */
const durable = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA fullfsync = ON;
  PRAGMA checkpoint_fullfsync = ON;
`;

/** A migration that failed changed nothing: its copy goes, or each start would leave another. */
function bringUpToDate(database: DatabaseSync, file: string, migrations: readonly string[]): void {
  const before = readVersion(database);
  const copy = keepCopy(database, file);
  try {
    migrate(database, migrations);
  } catch (error) {
    if (readVersion(database) === before) removeUnfinished(copy);
    throw error;
  }
}

/**
 * A new, empty database. Under another name until it is whole, so that an empty file is never one that a crash left
 * half-made. Throws `DATABASE_UNREADABLE`, and leaves nothing then.
 */
export function makeDatabase(file: string, migrations: readonly string[]): void {
  const unfinished = `${file}.new`;
  try {
    makePrivateFolder(dirname(file));
    removeUnfinished(unfinished);
    makePrivateFile(unfinished);
    const database = new DatabaseSync(unfinished, { enableForeignKeyConstraints: false });
    try {
      database.exec(`PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA application_id = ${applicationId}`);
      migrate(database, migrations);
    } finally {
      database.close();
    }
    renameSync(unfinished, file);
    syncFolder(dirname(file));
  } catch (error) {
    try {
      removeUnfinished(unfinished);
    } catch {
      // Where it can't be removed the first failure says why; the next start tries again.
    }
    throw refusalToOpen(file, error);
  }
}

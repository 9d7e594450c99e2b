import type { DatabaseSync } from 'node:sqlite';
import type { Store } from '../vault/store-port.ts';
import { openDatabase } from './database.ts';
import { guarded } from './database-errors.ts';
import { activityTable } from './store-activity.ts';
import { keyTable } from './store-keys.ts';
import { bindingTable, projectTable, targetTable } from './store-projects.ts';
import { leaseRow, settingRows } from './store-single-rows.ts';
import { valueRefTable, versionTable } from './store-versions.ts';

export interface OpenStore extends Store {
  readonly path: string;
  /** Brings everything into the one file. Closing twice is fine; every other call then throws `DATABASE_FAILED`. */
  close(): void;
}

/**
 * The vault's database at `file` (see `openDatabase`): made where there is none, brought up to date where it is older.
 * Throws `DATABASE_NEWER` and `DATABASE_UNREADABLE`.
 */
export function openStore(file: string): OpenStore {
  const database = openDatabase(file);
  return {
    path: file,
    close: () => {
      if (database.isOpen) guarded(() => database.close());
    },
    commit: (work) => commit(database, work),
    keys: keyTable(database),
    versions: versionTable(database),
    intents: valueRefTable(database, 'intents'),
    tombstones: valueRefTable(database, 'tombstones'),
    projects: projectTable(database),
    targets: targetTable(database),
    bindings: bindingTable(database),
    activity: activityTable(database),
    lease: leaseRow(database),
    settings: settingRows(database),
  };
}

/** A commit inside another joins it: undone alone where it throws, on the disk with the outer one. */
function commit<T>(database: DatabaseSync, work: () => T): T {
  const nested = guarded(() => database.isTransaction);
  guarded(() => database.exec(nested ? 'SAVEPOINT nested' : 'BEGIN IMMEDIATE'));
  try {
    const result = work();
    guarded(() => database.exec(nested ? 'RELEASE nested' : 'COMMIT'));
    return result;
  } catch (error) {
    // A full disk may have ended the transaction already.
    if (database.isOpen && database.isTransaction) {
      guarded(() => database.exec(nested ? 'ROLLBACK TO nested; RELEASE nested' : 'ROLLBACK'));
    }
    throw error;
  }
}

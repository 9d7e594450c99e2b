import type { DatabaseSync } from 'node:sqlite';
import type { Store } from '../../vault/store-port.ts';
import { copyDaily } from '../database/copies.ts';
import { openDatabase } from '../database/database.ts';
import { guarded, movedAway } from '../database/errors.ts';
import { watchPlace } from '../database/files.ts';
import { lockVault } from '../database/lock.ts';
import { activityTable } from './activity.ts';
import { gatherCommits } from './gathered-commits.ts';
import { keyTable } from './keys.ts';
import { bindingTable, projectTable, targetTable } from './projects.ts';
import { fingerprintNumber, leaseRow, notifiedAtRows, rawValuesRow, settingRows } from './single-rows.ts';
import { trustedTimeRow } from './trusted-time.ts';
import { movedValueTable, valuePlaceRow } from './value-place.ts';
import { valueRefTable, versionTable } from './versions.ts';
import { writtenFileTable } from './written-files.ts';

export interface OpenStore extends Store {
  /**
   * Keeps today's copy next to it (see `copyDaily`), `now` in ms. Returns why old copies are still there that are to go. Throws
   * `DATABASE_FAILED`; older copies stay then.
   */
  copyDaily(now: number): Promise<unknown[]>;
  /**
   * Brings everything into the one file and lets other processes have it. Closing twice is fine; every other call then
   * throws `DATABASE_FAILED`.
   */
  close(): void;
}

/**
 * The vault's database at `file` (see `openDatabase`), for this process alone: made where there is none, brought up to
 * date where it is older. Throws `VAULT_IN_USE`, `DATABASE_NEWER`, `DATABASE_DAMAGED` and `DATABASE_UNREADABLE`.
 */
export function openStore(file: string): OpenStore {
  const lock = lockVault(file);
  let database: DatabaseSync | undefined;
  try {
    database = openDatabase(file);
    return storeOf(database, file, lock.release);
  } catch (error) {
    database?.close();
    lock.release();
    throw error;
  }
}

function storeOf(database: DatabaseSync, file: string, release: () => void): OpenStore {
  const isInPlace = watchPlace(file);
  let copying: Promise<unknown[]> | null = null;
  const commitNow = <T>(work: () => T): T => commit(database, isInPlace, work);
  return {
    copyDaily: (now) => {
      copying ??= guardedCopy(database, file, isInPlace, now).finally(() => {
        copying = null;
      });
      return copying;
    },
    close: () => {
      try {
        if (database.isOpen) guarded(database, () => database.close());
      } finally {
        release();
      }
    },
    commit: commitNow,
    commitSoon: gatherCommits(commitNow, () => database.isOpen && database.isTransaction),
    keys: keyTable(database),
    versions: versionTable(database),
    intents: valueRefTable(database, 'intents'),
    tombstones: valueRefTable(database, 'tombstones'),
    unseenValues: valueRefTable(database, 'unseen_values'),
    projects: projectTable(database),
    targets: targetTable(database),
    bindings: bindingTable(database),
    activity: activityTable(database),
    writtenFiles: writtenFileTable(database),
    lease: leaseRow(database),
    fingerprintNumber: fingerprintNumber(database),
    rawValues: rawValuesRow(database),
    valuePlace: valuePlaceRow(database),
    movedValues: movedValueTable(database),
    trustedTime: trustedTimeRow(database),
    notifiedAt: notifiedAtRows(database),
    settings: settingRows(database),
  };
}

/** Copies the database that is open, and not another one that took its place. */
async function guardedCopy(
  database: DatabaseSync,
  file: string,
  isInPlace: () => boolean,
  now: number,
): Promise<unknown[]> {
  // Throws where it is closed: whoever has the vault then makes the copy.
  guarded(database, () => database.isTransaction);
  if (!isInPlace()) throw movedAway();
  return copyDaily(file, now);
}

/**
 * A commit inside another joins it: undone alone where it throws, on the disk with the outer one. Nothing is committed
 * into a file that lost its place: SQLite would, and nobody would ever find it.
 */
function commit<T>(database: DatabaseSync, isInPlace: () => boolean, work: () => T): T {
  const nested = guarded(database, () => database.isTransaction);
  if (!nested && !isInPlace()) throw movedAway();
  guarded(database, () => database.exec(nested ? 'SAVEPOINT nested' : 'BEGIN IMMEDIATE'));
  try {
    const result = work();
    guarded(database, () => database.exec(nested ? 'RELEASE nested' : 'COMMIT'));
    return result;
  } catch (error) {
    // A full disk may have ended the transaction already.
    if (database.isOpen && database.isTransaction) {
      guarded(database, () => database.exec(nested ? 'ROLLBACK TO nested; RELEASE nested' : 'ROLLBACK'));
    }
    throw error;
  }
}

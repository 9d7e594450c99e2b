import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { vaultError } from '../../vault/errors.ts';
import { systemCode } from '../files/reasons.ts';
import { databaseReason, sqliteCode } from './errors.ts';
import { makePrivateFile, makePrivateFolder } from './files.ts';
import { inspectDatabase } from './inspect.ts';
import { migrations } from './migrations/all.ts';
import { lockName } from './names.ts';
import { unreadable } from './refusals.ts';

/** Held until it is released or the process ends, however it ends. */
export interface VaultLock {
  /** Releasing twice is fine. */
  release(): void;
}

/** How long a Clavis that is just ending is waited for, in ms. */
const timeoutMs = 250;

/** So that no lock is ever lost to the garbage collector, which closes what nobody holds. */
const held = new Set<DatabaseSync>();

/**
 * Takes the vault at `file` for this process alone: an empty SQLite file next to it, exclusively locked. The system
 * drops the lock with the process (fcntl on Unix, LockFileEx on Windows), and the file stays. The vault itself is not
 * locked: other programs may read it. Throws `VAULT_IN_USE`, and the errors of opening where no lock can be made.
 */
export function lockVault(file: string): VaultLock {
  const lock = lockName(file);
  let database: DatabaseSync | undefined;
  try {
    if (!existsSync(dirname(file))) makePrivateFolder(dirname(file));
    makeLockFile(lock);
    database = new DatabaseSync(lock, { timeout: timeoutMs });
    // SQLite takes no lock on a file that it can only read, and says so when something is written: into memory, never
    // committed, so that the file stays empty.
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE; PRAGMA user_version = 1');
  } catch (error) {
    database?.close();
    if (isHeld(error)) throw vaultError('VAULT_IN_USE', { file });
    // What keeps the lock from being made keeps the vault from being opened, and there it says more.
    inspectDatabase(file, migrations.length);
    throw unreadable(lock, databaseReason(error, lock));
  }
  const taken = database;
  held.add(taken);
  return {
    release: () => {
      held.delete(taken);
      if (taken.isOpen) taken.close();
    },
  };
}

function makeLockFile(lock: string): void {
  try {
    // Only where there is none: opening and closing it again would drop a lock that this process holds on it.
    if (!existsSync(lock)) makePrivateFile(lock);
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
  }
}

/** SQLITE_BUSY, SQLITE_LOCKED. */
function isHeld(error: unknown): boolean {
  const code = sqliteCode(error);
  return code === 5 || code === 6;
}

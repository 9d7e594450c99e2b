import type { DatabaseSync } from 'node:sqlite';
import { isVaultError, type VaultError, vaultError } from '../../vault/errors.ts';
import { systemCode, systemReason } from '../files/reasons.ts';
import { systemRefusal } from './files.ts';

/** SQLite's primary result codes: https://www.sqlite.org/rescode.html */
const reasons: Readonly<Record<number, string>> = {
  1: 'its tables are not what this Clavis expects',
  3: 'permission denied',
  5: 'another program is using it',
  6: 'another program is using it',
  7: 'memory is used up',
  8: 'it is read-only',
  10: 'the disk reports an error',
  11: 'it is damaged',
  13: 'the disk is full',
  14: "its file can't be opened",
  18: 'a text is too long',
  19: 'it would break a rule of the database',
  20: 'a column would get the wrong type',
  23: 'permission denied',
  26: 'it is no SQLite database',
};

/** SQLITE_READONLY, SQLITE_IOERR, SQLITE_CANTOPEN: the system refused, and only the system can say why. */
const refusals: readonly number[] = [8, 10, 14];

/** SQLITE_READONLY_DBMOVED, the one extended code that asks for another remedy. */
const moved = 8 | (4 << 8);

/** SQLite's primary result code of a failed call, null where the error is none of SQLite's. */
export function sqliteCode(error: unknown): number | null {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : null;
  return typeof code === 'number' ? code & 0xff : null;
}

/** SQLITE_CORRUPT, SQLITE_NOTADB. */
export function isDamage(error: unknown): boolean {
  const code = sqliteCode(error);
  return code === 11 || code === 26;
}

/**
 * Why the database failed, in a few words; `file` is where it lies. Never SQLite's own message: that may quote a row
 * (invariant 1).
 */
export function databaseReason(error: unknown, file: string | null = null): string {
  if (isVaultError(error) && typeof error.details['reason'] === 'string') return error.details['reason'];
  const code = sqliteCode(error);
  if (code === null) return systemCode(error) === 'ERR_INVALID_STATE' ? 'it is closed' : systemReason(error);
  if (error instanceof Error && 'errcode' in error && error.errcode === moved) return goneWhileOpen;
  const refusal = file !== null && refusals.includes(code) ? systemRefusal(file) : null;
  return refusal ?? reasons[code] ?? `SQLite's code ${code}`;
}

const goneWhileOpen = 'its file was moved or deleted';

/** For a database in use whose file has gone from its place: what is written into it now would be lost. */
export function movedAway(): VaultError {
  return vaultError('DATABASE_FAILED', { reason: goneWhileOpen });
}

/** What `work` on this database gives; what SQLite throws becomes `DATABASE_FAILED`. */
export function guarded<T>(database: DatabaseSync, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw isVaultError(error) ? error : databaseFailed(error, fileOf(database));
  }
}

/** For a row that is not what the tables' rules allow. */
export function damagedRow(): VaultError {
  return vaultError('DATABASE_FAILED', { reason: 'a row in it is damaged' });
}

/** The error of a call on a database in use; `what` says what did not come about, where the call was for more. */
export function databaseFailed(error: unknown, file: string | null, what = ''): VaultError {
  const reason = databaseReason(error, file);
  const remedy = isDamage(error) || isVaultError(error, 'DATABASE_DAMAGED') ? `${reason}; ${atNextStart}` : reason;
  return vaultError('DATABASE_FAILED', { reason: `${what}${remedy}` });
}

const atNextStart = 'quit Clavis and start it again to rebuild it from a copy';

function fileOf(database: DatabaseSync): string | null {
  return database.isOpen ? database.location() : null;
}

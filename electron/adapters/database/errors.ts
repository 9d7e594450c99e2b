import type { DatabaseSync } from 'node:sqlite';
import { isVaultError, type VaultError, vaultError } from '../../vault/errors.ts';
import type { Reason } from '../../vault/reasons.ts';
import { systemCode, systemReason } from '../files/reasons.ts';
import { systemRefusal } from './files.ts';

/** SQLITE_READONLY, SQLITE_IOERR, SQLITE_CANTOPEN (https://www.sqlite.org/rescode.html): the system refused, and only the system can say why. */
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
 * Why the database failed; `file` is where it lies. Never SQLite's own message: that may quote a row
 * (invariant 1).
 */
export function databaseReason(error: unknown, file: string | null = null): Reason {
  if (isVaultError(error) && typeof error.details['reason'] === 'object') return error.details['reason'];
  const code = sqliteCode(error);
  if (code === null)
    return systemCode(error) === 'ERR_INVALID_STATE' ? { code: 'DATABASE_CLOSED' } : systemReason(error);
  if (error instanceof Error && 'errcode' in error && error.errcode === moved) return goneWhileOpen;
  const refusal = file !== null && refusals.includes(code) ? systemRefusal(file) : null;
  return refusal ?? { code: 'SQLITE', primary: code };
}

const goneWhileOpen = { code: 'DATABASE_MOVED' } as const;

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
  return vaultError('DATABASE_FAILED', { reason: { code: 'ROW_DAMAGED' } });
}

/** The error of a call on a database in use; `what` tells what did not come about, where the call was for more. */
export function databaseFailed(error: unknown, file: string | null, what: 'NO_COPY_TODAY' | null = null): VaultError {
  const cause = databaseReason(error, file);
  const canBeRebuilt = isDamage(error) || isVaultError(error, 'DATABASE_DAMAGED');
  const reason: Reason = canBeRebuilt ? { code: 'REBUILT_AT_START', cause } : cause;
  return vaultError('DATABASE_FAILED', { reason: what === null ? reason : { code: what, cause: reason } });
}

function fileOf(database: DatabaseSync): string | null {
  return database.isOpen ? database.location() : null;
}

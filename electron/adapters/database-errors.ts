import { isVaultError, type VaultError, vaultError } from '../vault/errors.ts';
import { systemCode, systemReason } from './files-reasons.ts';

/** SQLite's primary result codes: https://www.sqlite.org/rescode.html */
const reasons: Readonly<Record<number, string>> = {
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

/** SQLITE_READONLY_DBMOVED, the one extended code that asks for another remedy. */
const moved = 8 | (4 << 8);

/** Why the database failed, in a few words. Never SQLite's own message: that may quote a row (invariant 1). */
export function databaseReason(error: unknown): string {
  if (isVaultError(error) && typeof error.details['reason'] === 'string') return error.details['reason'];
  if (error instanceof Error && 'errcode' in error && typeof error.errcode === 'number') {
    if (error.errcode === moved) return 'its file was moved or deleted';
    return reasons[error.errcode & 0xff] ?? `SQLite's code ${error.errcode}`;
  }
  return systemCode(error) === 'ERR_INVALID_STATE' ? 'it is closed' : systemReason(error);
}

/** What `work` gives; what SQLite throws becomes `DATABASE_FAILED`. */
export function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw databaseFailed(error);
  }
}

/** For a row that is not what the tables' rules allow. */
export function damagedRow(): VaultError {
  return vaultError('DATABASE_FAILED', { reason: 'a row in it is damaged' });
}

function databaseFailed(error: unknown): VaultError {
  return isVaultError(error) ? error : vaultError('DATABASE_FAILED', { reason: databaseReason(error) });
}

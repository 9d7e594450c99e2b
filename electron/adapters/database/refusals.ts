import { isVaultError, type VaultError, vaultError } from '../../vault/errors.ts';
import type { Reason } from '../../vault/reasons.ts';
import { databaseReason, isDamage } from './errors.ts';

/** It is no sound database of ours: a repair can help. */
export function damaged(file: string, reason: Reason): VaultError {
  return vaultError('DATABASE_DAMAGED', { file, reason });
}

/** Something is in the way that can be fixed, and the database may be sound. */
export function unreadable(file: string, reason: Reason): VaultError {
  return vaultError('DATABASE_UNREADABLE', { file, reason });
}

/** Why the database was not opened: what says so already as it is, everything else sorted into the two above. */
export function refusalToOpen(file: string, error: unknown): VaultError {
  if (isVaultError(error) && refusals.has(error.code)) return error;
  return (isDamage(error) ? damaged : unreadable)(file, databaseReason(error, file));
}

const refusals: ReadonlySet<string> = new Set([
  'DATABASE_NEWER',
  'DATABASE_DAMAGED',
  'DATABASE_UNREADABLE',
  'VAULT_IN_USE',
]);

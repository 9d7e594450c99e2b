import { isVaultError, vaultError } from '../vault/errors.ts';
import type { CallError } from './contract.ts';

/** One outcome of several, its error as it crosses. */
export function errorAsData<T extends { readonly error: unknown }>(
  outcome: T,
): Omit<T, 'error'> & { error: CallError | null } {
  return { ...outcome, error: outcome.error === null ? null : toCallError(outcome.error) };
}

/** An error as it crosses: what nobody foresaw loses its message, which might quote a value (invariant 1). */
export function toCallError(error: unknown): CallError {
  const { code, message, details } = isVaultError(error) ? error : vaultError('INTERNAL');
  return { code, message, details };
}

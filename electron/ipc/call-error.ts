import { isVaultError, vaultError } from '../vault/errors.ts';
import type { CallError } from './contract.ts';

/** An error as it crosses: what nobody foresaw loses its message, which might quote a value (invariant 1). */
export function toCallError(error: unknown): CallError {
  const { code, message, details } = isVaultError(error) ? error : vaultError('INTERNAL');
  return { code, message, details };
}

import { type ErrorCode, type Facts, VaultError } from '../vault/errors.ts';

/** A `VaultError` as data, so that it can cross from a worker. */
export interface Refusal {
  readonly kind: 'refused';
  readonly code: ErrorCode;
  readonly details: Facts;
}

export function refusalOf({ code, details }: VaultError): Refusal {
  return { kind: 'refused', code, details };
}

export function errorOf({ code, details }: Refusal): VaultError {
  return new VaultError(code, details);
}

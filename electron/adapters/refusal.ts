import { type ErrorCode, type Facts, VaultError } from '../vault/errors.ts';

/** A `VaultError` as data, so that it can cross from a worker. */
export interface Refusal {
  readonly kind: 'refused';
  readonly code: ErrorCode;
  readonly message: string;
  readonly details: Facts;
}

export function refusalOf({ code, message, details }: VaultError): Refusal {
  return { kind: 'refused', code, message, details };
}

export function errorOf({ code, message, details }: Refusal): VaultError {
  return new VaultError(code, message, details);
}

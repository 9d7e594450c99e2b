import type { ErrorCode, FactsOf } from './error-facts.ts';
import type { Facts } from './fact-kinds.ts';

export { type ErrorCode, errorCodes, type FactsOf, isErrorCode } from './error-facts.ts';
export type { Facts, FactsInWords } from './fact-kinds.ts';

/**
 * An error that a person can act on: a code and its facts, for which `electron/messages` has the words. Its message is the code,
 * so that whatever logs it quotes no fact.
 */
export class VaultError extends Error {
  override readonly name = 'VaultError';
  readonly code: ErrorCode;
  readonly details: Facts;

  constructor(code: ErrorCode, details: Facts) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/** Nothing is asked for where the code has no facts. */
type GivenFacts<C extends ErrorCode> =
  Record<never, never> extends FactsOf<C> ? [facts?: FactsOf<C>] : [facts: FactsOf<C>];

/** The error of this code with its facts. */
export function vaultError<C extends ErrorCode>(code: C, ...[facts]: GivenFacts<C>): VaultError {
  return new VaultError(code, { ...facts });
}

export function isVaultError(error: unknown, code?: ErrorCode): error is VaultError {
  return error instanceof VaultError && (code === undefined || error.code === code);
}

/** What a person is told of an error: of one that nobody foresaw nothing, for it might quote a value (invariant 1). */
export function toVaultError(error: unknown): VaultError {
  return isVaultError(error) ? error : vaultError('INTERNAL');
}

/** Whether main got no yes: the person said no, another question is open, or they were asked too often. */
export function isNotAgreed(error: unknown): boolean {
  const codes: readonly ErrorCode[] = ['NOT_CONFIRMED', 'DIALOG_OPEN', 'ASKED_TOO_OFTEN'];
  return codes.some((code) => isVaultError(error, code));
}

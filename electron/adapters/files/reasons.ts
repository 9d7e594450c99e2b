import type { ReasonOf } from '../../vault/reasons.ts';

/** The system's code of a failed call (`ENOENT`, …), '' where it has none. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Why a call of the system failed, as a fact of an error. */
export function systemReason(error: unknown): ReasonOf<'SYSTEM'> {
  return { code: 'SYSTEM', errno: systemCode(error) };
}

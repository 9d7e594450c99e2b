import { toCallError } from '../../electron/ipc/call-error.ts';
import type { CallError } from '../../electron/ipc/contract.ts';

/** The error that the work ends with, as a person is told of it; null where it succeeds. */
export function toldError(work: Promise<unknown>): Promise<CallError | null> {
  return work.then(() => null, toCallError);
}

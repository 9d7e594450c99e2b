import type { Ports } from '../ports.ts';
import type { ValueRef } from '../records.ts';

/** Old values that were to be erased, and that the keychain still has as far as it is known. */
export interface WaitingValues {
  count(): number;
  has(ref: ValueRef): boolean;
  /** Of the values that were just tried, these are left. Tells where that changes how many wait. */
  note(tried: readonly ValueRef[], left: readonly ValueRef[]): void;
}

/** Knows of what was tried: a value that is about to be erased for the first time does not wait. */
export function createWaitingValues({ changes }: Pick<Ports, 'changes'>): WaitingValues {
  const waiting = new Set<string>();
  const nameOf = ({ keyId, number }: ValueRef): string => `${keyId}/${number}`;
  return {
    count: () => waiting.size,
    has: (ref) => waiting.has(nameOf(ref)),
    note(tried, left) {
      const before = waiting.size;
      for (const ref of tried) waiting.delete(nameOf(ref));
      for (const ref of left) waiting.add(nameOf(ref));
      if (waiting.size !== before) changes.erasure(waiting.size);
    },
  };
}

import type { ValueRef, VersionRecord } from '../records.ts';
import type { Secret } from '../secret.ts';
import type { Store } from '../store-port.ts';
import { isGuessable, last4Of } from '../value.ts';

/**
 * The copy grants that a version of this value may have: one, but a value that the vault has already brings no more than are
 * left on it, or keeping it again would be a way around them (invariant 3). One that could be guessed is not looked up: its
 * grants would tell that the guess was right. Asked within the commit, for a copy may be made while the keychain writes.
 */
export function grantsLeft(store: Store, value: Secret, fingerprint: string): number {
  return isGuessable(value) ? 1 : Math.min(1, store.versions.fewestGrants(fingerprint) ?? 1);
}

/** The first version of a key, or its next one after a rotation. Within the commit that inserts it. */
export function newVersion(
  store: Store,
  { keyId, number }: ValueRef,
  value: Secret,
  fingerprint: string,
  now: number,
): VersionRecord {
  return {
    keyId,
    number,
    state: 'current',
    last4: last4Of(value),
    fingerprint,
    grants: grantsLeft(store, value, fingerprint),
    createdAt: now,
    currentSince: now,
    graceEndsAt: null,
    missing: false,
  };
}

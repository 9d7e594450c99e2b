import { vaultError } from '../errors.ts';
import type { Ports } from '../ports.ts';
import type { KeyWithVersions, ValueRef, VersionRecord } from '../records.ts';
import type { TrustedTime } from '../trusted-time.ts';

/**
 * The states that a key's versions go through: current, previous with its grace, marked for erasure. What is marked is gone
 * for the vault at once; its value goes from the keychain after the commit (invariant 4).
 */

const dayMs = 24 * 60 * 60 * 1000;

type Store = Ports['store'];

/** What a rotation does with the version before: kept for so many days from `now`, ms since the epoch; 0 days: not at all. */
export interface Grace {
  readonly now: number;
  readonly graceDays: number;
}

/** The end of a grace that begins now, ms since the epoch. */
export function graceEnd({ now, graceDays }: Grace): number {
  return now + graceDays * dayMs;
}

/**
 * Until then the rotation that made it the previous one can be undone: no page may erase it alone (invariant 2), nor does a clock
 * that is wrong for a while.
 */
export function isInGrace({ graceEndsAt }: VersionRecord, trustedTime: Pick<TrustedTime, 'now'>): boolean {
  return (graceEndsAt ?? 0) > trustedTime.now();
}

/** The version as the previous one of its key, until `graceEndsAt`, ms since the epoch. */
export function asPrevious(version: VersionRecord, graceEndsAt: number): VersionRecord {
  return { ...version, state: 'previous', graceEndsAt };
}

/** Takes the version out of the vault; its value is to be erased. Within a commit. */
export function markForErasure(store: Store, ref: ValueRef): void {
  store.tombstones.add(ref);
  store.versions.remove(ref);
}

/** The current version becomes the previous one, or is marked where no grace is given. Returns what was marked. */
function retire(store: Store, current: VersionRecord, grace: Grace): VersionRecord[] {
  if (grace.graceDays > 0) {
    store.versions.update(asPrevious(current, graceEnd(grace)));
    return [];
  }
  markForErasure(store, current);
  return [current];
}

type Versions = Pick<KeyWithVersions, 'current' | 'previous'>;

/** Makes `next` the current version; an earlier previous one is marked. Within a commit. Returns what was marked. */
export function replaceCurrent(
  store: Store,
  { current, previous }: Versions,
  next: VersionRecord,
  grace: Grace,
): VersionRecord[] {
  if (previous !== null) markForErasure(store, previous);
  const retired = retire(store, current, grace);
  store.versions.insert(next);
  return [...(previous === null ? [] : [previous]), ...retired];
}

/** The previous version becomes the current one again, and the other way round. Within a commit. Returns what was marked. */
export function swapVersions(
  store: Store,
  current: VersionRecord,
  previous: VersionRecord,
  grace: Grace,
): VersionRecord[] {
  const retired = retire(store, current, grace);
  store.versions.update({ ...previous, state: 'current', currentSince: grace.now, graceEndsAt: null });
  return retired;
}

/** The version that an undone rotation returns to. @throws ROTATION_NOT_UNDOABLE */
export function undoableVersionOf({ key, previous }: KeyWithVersions): VersionRecord {
  if (previous === null) throw vaultError('ROTATION_NOT_UNDOABLE', { name: key.name });
  return previous;
}

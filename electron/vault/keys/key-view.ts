import { vaultError } from '../errors.ts';
import type { KeyWithVersions, ListedKey } from '../records.ts';
import type { Store } from '../store-port.ts';
import type { CopyPolicy } from './key-choices.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** A key as windows and tray show it. Never its value (invariant 1). */
export interface KeyView {
  id: string;
  name: string;
  provider: string;
  envVar: string;
  copyPolicy: CopyPolicy;
  rotateEveryDays: number | null;
  note: string;
  tags: string[];
  pinned: boolean;
  last4: string | null;
  /** Of the current value. */
  version: number;
  createdAt: number;
  rotatedAt: number;
  lastUsedAt: number | null;
  /** When rotation is due; null for never. In the past: it is due. */
  rotationDueAt: number | null;
  /** Whether Copy will work: `always`, once (`ready`), or not until allowed (`spent`). */
  grant: 'always' | 'ready' | 'spent';
  /** The keychain had no value for it when it was last asked. */
  valueMissing: boolean;
  /** Until when the last rotation can be undone; null if it can't. */
  undoRotationUntil: number | null;
  /** Number of projects that use it. */
  projects: number;
}

export function viewOf({ key, current, previous, projects }: ListedKey): KeyView {
  return {
    id: key.id,
    name: key.name,
    provider: key.provider,
    envVar: key.envVar,
    copyPolicy: key.copyPolicy,
    rotateEveryDays: key.rotateEveryDays,
    note: key.note,
    tags: [...key.tags],
    pinned: key.pinned,
    last4: current.last4,
    version: current.number,
    createdAt: key.createdAt,
    rotatedAt: current.createdAt,
    lastUsedAt: key.lastUsedAt,
    rotationDueAt: key.rotateEveryDays === null ? null : current.createdAt + key.rotateEveryDays * dayMs,
    grant: key.copyPolicy === 'always' ? 'always' : current.grants > 0 ? 'ready' : 'spent',
    valueMissing: current.missing,
    undoRotationUntil: previous?.graceEndsAt ?? null,
    projects,
  };
}

/** Null also for a key in Trash. */
export function lookForKey(store: Store, id: string): ListedKey | null {
  const listed = store.keys.findListed(id);
  return listed?.key.deletedAt === null ? listed : null;
}

/** @throws KEY_UNKNOWN also for a key that is not in Trash */
export function findTrashed(store: Store, id: string): KeyWithVersions {
  const listed = store.keys.find(id);
  if (listed === null || listed.key.deletedAt === null) throw vaultError('KEY_UNKNOWN');
  return listed;
}

/** @throws KEY_UNKNOWN also for a key in Trash */
export function findKey(store: Store, id: string): ListedKey {
  const listed = lookForKey(store, id);
  if (listed === null) throw vaultError('KEY_UNKNOWN');
  return listed;
}

import type { ListedKey } from '../records.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** A key in Trash as the window shows it. Never its value (invariant 1). */
export interface TrashedKey {
  id: string;
  name: string;
  provider: string;
  envVar: string;
  last4: string | null;
  deletedAt: number;
  /** From when on it is deleted permanently, ms since the epoch. */
  expiresAt: number;
  /** In how many files a line is or may be that Clavis wrote for it. */
  files: number;
}

/** Until when a key that was deleted then stays in Trash, ms since the epoch. */
export function endOfTrash(deletedAt: number, trashDays: number): number {
  return deletedAt + trashDays * dayMs;
}

/** Keys that were deleted at or before this time have been in Trash for so many days. */
export function lastExpired(now: number, trashDays: number): number {
  return now - trashDays * dayMs;
}

export function viewTrashed({ key, current }: ListedKey, files: number, trashDays: number): TrashedKey {
  const { id, name, provider, envVar, deletedAt } = key;
  const since = deletedAt ?? 0;
  const expiresAt = endOfTrash(since, trashDays);
  return { id, name, provider, envVar, last4: current.last4, deletedAt: since, expiresAt, files };
}

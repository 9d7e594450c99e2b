import type { Follower } from '../vault/changes.ts';
import type { KeyView } from '../vault/keys/key-view.ts';
import type { Broadcast } from './broadcast.ts';
import { outcomeAsData, toCallError } from './call-error.ts';
import type { EventData } from './contract.ts';
import { viewLease } from './lease-view.ts';

/** The vault's changes as events of the contract. `checks`: whether unlocking asks who is there. */
export function forwardChangesToWindows(
  broadcast: Broadcast,
  checks: () => boolean,
  find: (id: string) => KeyView | null,
): Follower {
  /** How they are now. What was done is done: where they can't be read, the window reads all again, and says why it can't. */
  function newsOf(ids: readonly string[] | undefined): EventData<'keys.changed'> {
    const all = { changed: null, gone: [] };
    if (ids === undefined) return all;
    try {
      const found = ids.map((id) => ({ id, key: find(id) }));
      return {
        changed: found.flatMap(({ key }) => (key === null ? [] : [key])),
        gone: found.flatMap(({ id, key }) => (key === null ? [id] : [])),
      };
    } catch {
      // The window meets the same error when it reads all again, and shows it.
      return all;
    }
  }

  return {
    keys: (ids) => broadcast('keys.changed', newsOf(ids)),
    projects: () => broadcast('projects.changed', {}),
    erasure: (waiting) => broadcast('erasure.changed', { waiting }),
    trash: () => broadcast('trash.changed', {}),
    exported: ({ done, total, outcome }) =>
      broadcast('projects.exported', { done, total, outcome: outcomeAsData(outcome) }),
    backup: (progress) => broadcast('backup.progressed', progress),
    settings: (settings) => broadcast('settings.changed', settings),
    lock: ({ locked }) => broadcast('lock.changed', { locked, checks: checks() }),
    failed: (error) => broadcast('app.failed', toCallError(error)),
    lease: (lease) => broadcast('lease.changed', { lease: lease && viewLease(lease) }),
  };
}

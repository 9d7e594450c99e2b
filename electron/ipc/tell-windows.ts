import type { Follower } from '../vault/changes.ts';
import type { KeyView } from '../vault/keys/key-view.ts';
import type { Broadcast } from './broadcast.ts';
import { errorAsData, toCallError } from './call-error.ts';

/** The vault's changes as events of the contract. `checks`: whether unlocking asks who is there. */
export function tellWindows(
  broadcast: Broadcast,
  checks: () => boolean,
  find: (id: string) => KeyView | null,
): Follower {
  /** Beyond this many the whole list is the smaller message. */
  const most = 50;

  function tellKeys(ids: readonly string[] | undefined): void {
    if (ids === undefined || ids.length > most) {
      broadcast('keys.changed', { changed: null, gone: [] });
      return;
    }
    const found = ids.map((id) => ({ id, key: find(id) }));
    broadcast('keys.changed', {
      changed: found.flatMap(({ key }) => (key === null ? [] : [key])),
      gone: found.flatMap(({ id, key }) => (key === null ? [id] : [])),
    });
  }

  return {
    keys: tellKeys,
    projects: () => broadcast('projects.changed', {}),
    exported: ({ done, total, outcome }) =>
      broadcast('projects.exported', { done, total, outcome: errorAsData(outcome) }),
    backup: (progress) => broadcast('backup.progressed', progress),
    settings: (settings) => broadcast('settings.changed', settings),
    lock: ({ locked }) => broadcast('lock.changed', { locked, checks: checks() }),
    failed: (error) => broadcast('app.failed', toCallError(error)),
    lease: (lease) =>
      broadcast('lease.changed', {
        lease: lease && { keyId: lease.keyId, startedAt: lease.startedAt, endsAt: lease.endsAt },
      }),
  };
}

import type { Follower } from '../vault/changes.ts';
import type { Broadcast } from './broadcast.ts';
import { errorAsData, toCallError } from './call-error.ts';

/** The vault's changes as events of the contract. `checks`: whether unlocking asks who is there. */
export function tellWindows(broadcast: Broadcast, checks: () => boolean): Follower {
  return {
    keys: () => broadcast('keys.changed', {}),
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

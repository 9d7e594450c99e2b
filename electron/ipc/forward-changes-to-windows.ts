import type { Follower } from '../vault/changes.ts';
import type { KeyView } from '../vault/keys/key-view.ts';
import type { MoveView } from '../vault/moving/moving.ts';
import type { ProjectView } from '../vault/projects/projects.ts';
import type { IdentityCheck } from '../vault/unlock-rule.ts';
import type { Broadcast } from './broadcast.ts';
import { outcomeAsData, toCallError } from './call-error.ts';
import { viewLease } from './lease-view.ts';
import { newsOf } from './news-of.ts';

/** How things of the vault are now, those with ids by these; null: they are gone. */
export interface Finders {
  readonly findKey: (id: string) => KeyView | null;
  readonly findProject: (id: string) => ProjectView | null;
  readonly viewMove: () => MoveView;
}

/** The vault's changes as events of the contract. `checks`: what unlocking asks who is there by. */
export function forwardChangesToWindows(
  broadcast: Broadcast,
  checks: () => IdentityCheck | null,
  { findKey, findProject, viewMove }: Finders,
): Follower {
  return {
    keys(ids) {
      if (ids?.length !== 0) broadcast('keys.changed', newsOf(ids, findKey));
    },
    projects(ids) {
      if (ids?.length !== 0) broadcast('projects.changed', newsOf(ids, findProject));
    },
    erasure: (waiting) => broadcast('erasure.changed', { waiting }),
    moving: () => broadcast('moving.changed', viewMove()),
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

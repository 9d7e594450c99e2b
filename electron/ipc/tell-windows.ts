import type { Changes } from '../vault/ports.ts';
import type { Broadcast } from './broadcast.ts';
import { errorAsData } from './call-error.ts';

/** The vault's changes as events of the contract. */
export function tellWindows(broadcast: Broadcast): Changes {
  return {
    keys: () => broadcast('keys.changed', {}),
    projects: () => broadcast('projects.changed', {}),
    exported: ({ done, total, outcome }) =>
      broadcast('projects.exported', { done, total, outcome: errorAsData(outcome) }),
    lease: (lease) =>
      broadcast('lease.changed', {
        lease: lease && { keyId: lease.keyId, startedAt: lease.startedAt, endsAt: lease.endsAt },
      }),
  };
}

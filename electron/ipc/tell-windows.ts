import type { Changes } from '../vault/ports.ts';
import type { Broadcast } from './broadcast.ts';

/** The vault's changes as events of the contract. */
export function tellWindows(broadcast: Broadcast): Changes {
  return {
    keys: () => broadcast('keys.changed', {}),
    projects: () => broadcast('projects.changed', {}),
    lease: (lease) =>
      broadcast('lease.changed', {
        lease: lease && { keyId: lease.keyId, startedAt: lease.startedAt, endsAt: lease.endsAt },
      }),
  };
}

import type { Follower } from '../vault/changes.ts';
import type { Broadcast } from './broadcast.ts';

/** What the palette hears of the vault's changes: that its list is out of date, or to be forgotten, and nothing else. */
export function forwardChangesToPalette(broadcast: Broadcast, checks: () => boolean): Follower {
  return {
    keys: () => broadcast('keys.changed', { changed: null, gone: [] }),
    lock: ({ locked }) => broadcast('lock.changed', { locked, checks: checks() }),
  };
}

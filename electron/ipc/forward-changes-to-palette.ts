import type { Follower } from '../vault/changes.ts';
import type { PaletteKey } from '../vault/palette.ts';
import type { IdentityCheck } from '../vault/unlock-rule.ts';
import type { Broadcast } from './broadcast.ts';
import { newsOf } from './news-of.ts';

/** What the palette hears of the vault's changes: the keys that it shows, that it is to forget them, and nothing else. */
export function forwardChangesToPalette(
  broadcast: Broadcast,
  checks: () => IdentityCheck | null,
  find: (id: string) => PaletteKey | null,
): Follower {
  return {
    keys(ids) {
      if (ids?.length !== 0) broadcast('palette.changed', newsOf(ids, find));
    },
    lock: ({ locked }) => broadcast('lock.changed', { locked, checks: checks() }),
  };
}

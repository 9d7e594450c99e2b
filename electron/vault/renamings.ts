import type { Clock } from './ports.ts';

/** A name that a page gave just now is not yet what the person knows the key by, in ms. */
const newNameMs = 60_000;

/** What keys were called before, for questions. Known to main alone, so that no page can hide it behind other changes. */
export interface Renamings {
  note(keyId: string, before: string): void;
  /** The name that a key of this name had before it was renamed within the last minute; null where it was the same. */
  before(keyId: string, name: string): string | null;
}

export function createRenamings(clock: Pick<Clock, 'uptime'>): Renamings {
  const renamed = new Map<string, { readonly before: string; readonly at: number }>();

  function latest(keyId: string): string | null {
    const found = renamed.get(keyId);
    return found !== undefined && clock.uptime() - found.at < newNameMs ? found.before : null;
  }

  return {
    note(keyId, before) {
      // Of several renamings in a row the first tells what the person knew the key by.
      const first = latest(keyId) ?? before;
      const at = clock.uptime();
      for (const [id, old] of renamed) if (at - old.at >= newNameMs) renamed.delete(id);
      renamed.set(keyId, { before: first, at });
    },
    before(keyId, name) {
      const before = latest(keyId);
      return before === name ? null : before;
    },
  };
}

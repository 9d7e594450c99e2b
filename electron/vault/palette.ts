import { findKey, type KeyView, lookForKey, viewOf } from './keys/key-view.ts';
import type { Ports } from './ports.ts';
import type { Exporting } from './projects/exporting.ts';
import type { ExportResult } from './projects/file-writes.ts';
import { findTarget } from './projects/projects.ts';
import type { ListedKey } from './records.ts';

/** What the palette shows of a key: little, for there may be ten thousand. */
export type PaletteKey = Pick<
  KeyView,
  'id' | 'name' | 'provider' | 'envVar' | 'last4' | 'grant' | 'pinned' | 'lastUsedAt'
>;

export interface PaletteTarget {
  targetId: string;
  /** The project's name. */
  project: string;
  file: string;
}

export interface PaletteView {
  /** By name. */
  list(): PaletteKey[];
  /** Null also for a key in Trash. */
  find(keyId: string): PaletteKey | null;
  /** The env files that this key is bound in. @throws KEY_UNKNOWN */
  targetsOf(keyId: string): PaletteTarget[];
  /** Writes what needs no second look. @throws EXPORT_NEEDS_REVIEW for the rest, and as `exporting.exportWithoutReview` does */
  export(targetId: string): Promise<ExportResult>;
}

function viewForPalette(listed: ListedKey): PaletteKey {
  const { id, name, provider, envVar, last4, grant, pinned, lastUsedAt } = viewOf(listed);
  return { id, name, provider, envVar, last4, grant, pinned, lastUsedAt };
}

export function createPaletteView({ store }: Ports, exporting: Exporting): PaletteView {
  return {
    list: () => store.keys.listed().map(viewForPalette),

    find(keyId) {
      const listed = lookForKey(store, keyId);
      return listed && viewForPalette(listed);
    },

    targetsOf(keyId) {
      findKey(store, keyId);
      const targetIds = new Set(store.bindings.ofKey(keyId).map(({ targetId }) => targetId));
      return [...targetIds].map((targetId) => {
        const { target, project } = findTarget(store, targetId);
        return { targetId, project: project.name, file: target.file };
      });
    },

    export: (targetId) => exporting.exportWithoutReview(targetId),
  };
}

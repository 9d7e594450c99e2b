import { eraseOrWait } from '../keys/erasure.ts';
import { markForErasure } from '../keys/versions.ts';
import type { KeyWithVersions, ValueRef } from '../records.ts';
import type { VaultPorts } from '../vault-ports.ts';

/** Keys that one commit takes: so few that main never stands still for long, so many that a thousand don't take minutes. */
const slice = 20;

/** What became of keys that were deleted permanently. */
export interface ErasedView {
  /** How many are gone. */
  keys: number;
  /** Of how many values the keychain did not say yet that it removed them. They are tried again until it does. */
  waiting: number;
}

export interface Erasing {
  /**
   * Deletes permanently what is still in Trash of these keys, as it was deleted then: a key that was restored meanwhile stays,
   * also where it was deleted again. Their bindings go, the lines in files stay as they are.
   * @throws DATABASE_FAILED
   */
  erase(keys: readonly KeyWithVersions[], detail: string): Promise<ErasedView>;
}

/** In the storage's order: tombstones are committed, values erased, tombstones removed (invariant 4). */
export function createErasing(ports: VaultPorts): Erasing {
  const { store, clock, changes, takeTurn } = ports;

  /** From now on the key is gone, and its values may go. Within a commit. Returns them; null where it is not to go. */
  function mark({ key: { id, deletedAt } }: KeyWithVersions, detail: string): ValueRef[] | null {
    const now = store.keys.find(id);
    if (now === null || now.key.deletedAt === null || now.key.deletedAt !== deletedAt) return null;
    const refs = now.previous === null ? [now.current] : [now.current, now.previous];
    // Dropped, not unbound: the next export would take the line of an unbound one out of its file.
    for (const { targetId, envVar } of store.bindings.ofKey(id)) store.bindings.remove(targetId, envVar);
    for (const ref of refs) markForErasure(store, ref);
    store.keys.remove(id);
    store.activity.append({ at: clock.now(), kind: 'erased', keyId: id, subject: now.key.name, detail });
    return refs;
  }

  return {
    async erase(keys, detail) {
      const refs: ValueRef[] = [];
      let gone = 0;
      try {
        for (let at = 0; at < keys.length; at += slice) {
          await takeTurn();
          const marked = store.commit(() => keys.slice(at, at + slice).map((one) => mark(one, detail)));
          for (const values of marked) {
            if (values === null) continue;
            gone += 1;
            refs.push(...values);
          }
        }
      } finally {
        if (gone > 0) {
          changes.trash();
          changes.projects();
        }
      }
      // All are committed by now: a keychain that hangs, or a quit, leaves tombstones.
      return { keys: gone, waiting: await eraseOrWait(ports, refs) };
    },
  };
}

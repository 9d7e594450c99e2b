import { vaultError } from './errors.ts';
import { eraseValues } from './kept-values.ts';
import { foldName } from './key-fields.ts';
import { findKey, type KeyView, viewOf } from './key-view.ts';
import type { Ports } from './ports.ts';
import type { ValueRef } from './records.ts';
import type { Serial } from './serial.ts';

/** How long a deletion can be undone. */
export const undoMs = 10_000;

export interface Deletion {
  /** Takes the key off the list at once; its value goes when the undo is over. Gives that time, ms since the epoch. */
  delete(id: string): Promise<number>;
  /** @throws KEY_UNKNOWN once it is over */
  undo(id: string): Promise<KeyView>;
  /** Erases deleted keys: those whose undo is over, or all of them. */
  finish(which: 'over' | 'all'): Promise<void>;
}

export function createDeletion(ports: Ports, serial: Serial): Deletion {
  const { store, clock, changes } = ports;

  /** A name free to come back under: another key may have taken it meanwhile. */
  function freeName(name: string): string {
    for (let count = 1; ; count += 1) {
      const candidate = count === 1 ? name : `${name} (${count})`;
      if (store.keys.idByFoldedName(foldName(candidate)) === null) return candidate;
    }
  }

  async function erase(id: string): Promise<void> {
    const listed = store.keys.find(id);
    if (listed === null || listed.key.deletedAt === null) return;
    const refs: ValueRef[] = [listed.current, ...(listed.previous === null ? [] : [listed.previous])];
    store.commit(() => {
      for (const ref of refs) store.tombstones.add(ref);
      for (const { targetId, envVar, exported } of store.bindings.ofKey(id)) {
        if (exported === null) store.bindings.remove(targetId, envVar);
      }
      store.keys.remove(id);
      store.activity.append({ at: clock.now(), kind: 'erased', keyId: id, subject: listed.key.name, detail: '' });
    });
    changes.projects();
    await eraseValues(ports, refs);
  }

  function eraseAfter(id: string, deletedAt: number, ms: number): void {
    const eraseIfStillDeleted = async (): Promise<void> => {
      // Undone and deleted again: the later deletion has a timer of its own.
      if (store.keys.find(id)?.key.deletedAt === deletedAt) await erase(id);
    };
    clock.after(ms, () => {
      serial(id, eraseIfStillDeleted).catch(() => {
        // Its mark or tombstone stays, and is settled at the next start.
      });
    });
  }

  return {
    delete(id) {
      return serial(id, async () => {
        const now = clock.now();
        store.commit(() => {
          const { key } = findKey(store, id);
          store.keys.update({ ...key, deletedAt: now }, foldName(key.name));
          store.activity.append({ at: now, kind: 'deleted', keyId: id, subject: key.name, detail: '' });
        });
        eraseAfter(id, now, undoMs);
        changes.keys();
        return now + undoMs;
      });
    },

    undo(id) {
      return serial(id, async () => {
        store.commit(() => {
          const listed = store.keys.find(id);
          if (listed === null || listed.key.deletedAt === null) throw vaultError('KEY_UNKNOWN');
          const name = freeName(listed.key.name);
          store.keys.update({ ...listed.key, name, deletedAt: null }, foldName(name));
          store.activity.append({ at: clock.now(), kind: 'delete-undone', keyId: id, subject: name, detail: '' });
        });
        changes.keys();
        return viewOf(findKey(store, id));
      });
    },

    async finish(which) {
      for (const { key } of store.keys.deleted()) {
        const over = key.deletedAt !== null && key.deletedAt + undoMs <= clock.now();
        if (which === 'all' || over) await serial(key.id, () => erase(key.id));
        else if (key.deletedAt !== null) eraseAfter(key.id, key.deletedAt, key.deletedAt + undoMs - clock.now());
      }
    },
  };
}

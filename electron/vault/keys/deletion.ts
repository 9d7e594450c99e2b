import { vaultError } from '../errors.ts';
import type { KeyedSequencer } from '../keyed-sequencer.ts';
import { putBinding } from '../put-binding.ts';
import type { ValueRef } from '../records.ts';
import type { VaultPorts } from '../vault-ports.ts';
import { freeName } from './free-name.ts';
import { foldName } from './key-fields.ts';
import { findKey, type KeyView, viewOf } from './key-view.ts';
import { eraseValues } from './value-store.ts';
import { markForErasure } from './versions.ts';

/** How long a deletion can be undone. */
export const undoMs = 10_000;

export interface Deletion {
  /** Takes the key off the list at once; its value goes when the undo is over. Returns that time, ms since the epoch. */
  delete(id: string): Promise<number>;
  /** @throws KEY_UNKNOWN once it is over */
  undo(id: string): Promise<KeyView>;
  /** Erases deleted keys: those whose undo is over, or all of them. */
  finish(which: 'over' | 'all'): Promise<void>;
}

export function createDeletion(ports: VaultPorts, inSequence: KeyedSequencer): Deletion {
  const { store, clock, changes } = ports;

  /** Ends the key permanently, unless it was undone meanwhile: from now on its values may go. Returns them. */
  function markKeyForErasure(id: string, deletedAt: number): ValueRef[] {
    const listed = store.keys.find(id);
    if (listed?.key.deletedAt !== deletedAt) return [];
    const refs = [listed.current, ...(listed.previous === null ? [] : [listed.previous])];
    store.commit(() => {
      for (const binding of store.bindings.ofKey(id)) putBinding(store, { ...binding, keyId: null });
      for (const ref of refs) markForErasure(store, ref);
      store.keys.remove(id);
      store.activity.append({ at: clock.now(), kind: 'erased', keyId: id, subject: listed.key.name, detail: '' });
    });
    changes.projects();
    return refs;
  }

  function eraseAfter(id: string, deletedAt: number, ms: number): void {
    clock.after(ms, () => {
      inSequence(id, () => eraseValues(ports, markKeyForErasure(id, deletedAt))).catch(() => {
        // Its mark or tombstone stays, and is reconciled at the next start.
      });
    });
  }

  return {
    delete(id) {
      return inSequence(id, async () => {
        const now = clock.now();
        store.commit(() => {
          const { key } = findKey(store, id);
          store.keys.update({ ...key, deletedAt: now }, foldName(key.name));
          store.activity.append({ at: now, kind: 'deleted', keyId: id, subject: key.name, detail: '' });
        });
        eraseAfter(id, now, undoMs);
        changes.keys([id]);
        return now + undoMs;
      });
    },

    undo(id) {
      return inSequence(id, async () => {
        store.commit(() => {
          const listed = store.keys.find(id);
          if (listed === null || listed.key.deletedAt === null) throw vaultError('KEY_UNKNOWN');
          // Another key may have taken it meanwhile.
          const name = freeName(store, listed.key.name);
          store.keys.update({ ...listed.key, name, deletedAt: null }, foldName(name));
          const detail = name === listed.key.name ? '' : `was ${listed.key.name}`;
          if (detail !== '') ports.renamings.note(id, listed.key.name);
          store.activity.append({ at: clock.now(), kind: 'delete-undone', keyId: id, subject: name, detail });
        });
        changes.keys([id]);
        return viewOf(findKey(store, id));
      });
    },

    async finish(which) {
      const marked: ValueRef[] = [];
      for (const { key } of store.keys.deleted()) {
        const { id, deletedAt } = key;
        if (deletedAt === null) continue;
        const left = deletedAt + undoMs - clock.now();
        if (which === 'over' && left > 0) eraseAfter(id, deletedAt, left);
        else marked.push(...(await inSequence(id, async () => markKeyForErasure(id, deletedAt))));
      }
      // All are committed by now: a keychain that hangs, and a quit that won't wait for it, leave tombstones.
      await eraseValues(ports, marked);
    },
  };
}

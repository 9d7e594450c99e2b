import { vaultError } from './errors.ts';
import { eraseValues, keepValue } from './kept-values.ts';
import { findKey, type KeyView, viewOf } from './key-view.ts';
import { newVersion } from './keys.ts';
import type { Ports } from './ports.ts';
import type { ListedKey, ValueRef, VersionRecord } from './records.ts';
import type { Secret } from './secret.ts';
import type { Serial } from './serial.ts';
import { parseValue } from './value.ts';

/** How long the previous value is kept after a rotation. */
const graceMs = 7 * 24 * 60 * 60 * 1000;

export interface Rotation {
  /** Makes a new current version; the previous one is kept until its grace ends. @throws VALUE_*, VALUE_SAME */
  rotate(id: string, value: Secret): Promise<KeyView>;
  /** Swaps the two versions, so that an undo can be undone. Spent grants stay spent. @throws ROTATION_NOT_UNDOABLE */
  undo(id: string): Promise<KeyView>;
  /** Ends the previous version's grace now. */
  finish(id: string): Promise<KeyView>;
  /** Erases previous versions whose grace is over. */
  endGraces(): Promise<void>;
}

export function createRotation(ports: Ports, serial: Serial): Rotation {
  const { store, clock, changes } = ports;

  function previousOf(listed: ListedKey): VersionRecord {
    if (listed.previous === null) throw vaultError('ROTATION_NOT_UNDOABLE', { name: listed.key.name });
    return listed.previous;
  }

  function bury(ref: ValueRef): void {
    store.tombstones.add(ref);
    store.versions.remove(ref);
  }

  async function endPrevious(previous: VersionRecord, subject: string): Promise<void> {
    store.commit(() => {
      bury(previous);
      store.activity.append({
        at: clock.now(),
        kind: 'rotation-finished',
        keyId: previous.keyId,
        subject,
        detail: '',
      });
    });
    changes.keys();
    await eraseValues(ports, [previous]);
  }

  return {
    rotate(id, given) {
      return serial(id, async () => {
        const value = parseValue(given.reveal(), ports.valueLimit);
        const { key, current, previous } = findKey(store, id);
        const fingerprint = await ports.fingerprints.of(value);
        if (fingerprint === current.fingerprint) throw vaultError('VALUE_SAME', { name: key.name });
        const now = clock.now();
        const version = newVersion(
          store,
          { keyId: id, number: store.versions.highestNumber(id) + 1 },
          value,
          fingerprint,
          now,
        );
        await keepValue(ports, version, value, () => {
          if (previous !== null) bury(previous);
          store.versions.update({ ...findKey(store, id).current, state: 'previous', graceEndsAt: now + graceMs });
          store.versions.insert(version);
          store.activity.append({ at: now, kind: 'rotated', keyId: id, subject: key.name, detail: '' });
        });
        changes.keys();
        changes.projects();
        if (previous !== null) {
          await eraseValues(ports, [previous]).catch(() => {
            // The rotation is committed; the older value stays under its tombstone until the keychain answers.
          });
        }
        return viewOf(findKey(store, id));
      });
    },

    undo(id) {
      return serial(id, async () => {
        const listed = findKey(store, id);
        const previous = previousOf(listed);
        const now = clock.now();
        store.commit(() => {
          store.versions.update({ ...listed.current, state: 'previous', graceEndsAt: now + graceMs });
          store.versions.update({ ...previous, state: 'current', graceEndsAt: null });
          store.activity.append({ at: now, kind: 'rotation-undone', keyId: id, subject: listed.key.name, detail: '' });
        });
        changes.keys();
        changes.projects();
        return viewOf(findKey(store, id));
      });
    },

    finish(id) {
      return serial(id, async () => {
        const listed = findKey(store, id);
        await endPrevious(previousOf(listed), listed.key.name);
        return viewOf(findKey(store, id));
      });
    },

    async endGraces() {
      for (const ended of store.versions.graceEnded(clock.now())) {
        await serial(ended.keyId, async () => {
          const listed = store.keys.find(ended.keyId);
          if (listed?.previous?.number === ended.number) await endPrevious(listed.previous, listed.key.name);
        });
      }
    },
  };
}

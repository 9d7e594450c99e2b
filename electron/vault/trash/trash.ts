import { vaultError } from '../errors.ts';
import { freeName } from '../keys/free-name.ts';
import { foldName } from '../keys/key-fields.ts';
import { askedKey, isStillAsked } from '../keys/key-question.ts';
import { findKey, findTrashed, type KeyView, viewOf } from '../keys/key-view.ts';
import { projectsOfKey } from '../projects/projects-of-key.ts';
import type { KeyWithVersions } from '../records.ts';
import type { SettingsStore } from '../settings/settings.ts';
import type { TrashPlace } from '../store-port.ts';
import type { VaultPorts } from '../vault-ports.ts';
import { createErasing, type ErasedView } from './erasing.ts';
import { filesWithLines, lostPlaces } from './lost-places.ts';
import { emptyTrashQuestion } from './questions.ts';
import { lastExpired, type TrashedKey, viewTrashed } from './trash-view.ts';

export interface RestoredKey extends KeyView {
  /** What was taken from it while it was in Trash: "API_KEY in shop/.env, unlinked". */
  lost: string[];
}

/** Deleted keys with their values, until they are permanently deleted. */
export interface Trash {
  count(): number;
  /** As many at most, the one deleted last first, from the one on that comes after this place. */
  list(after: TrashPlace | null, count: number): TrashedKey[];
  /**
   * The key is as it was: its value, its spent grants, its bindings. Where another key has its name by now, it gets the next
   * free one. Returns it, and what it is not bound to any more. @throws KEY_UNKNOWN
   */
  restore(id: string): RestoredKey;
  /** Erases the key's values, if the person agrees in main's own dialog. @throws KEY_UNKNOWN, NOT_CONFIRMED */
  deletePermanently(id: string): Promise<ErasedView>;
  /**
   * Does that with every key in Trash. One that comes there while the person is asked stays. @throws NOT_CONFIRMED
   */
  empty(): Promise<ErasedView>;
  /** Deletes permanently what has been in Trash for as many days as the settings say, by the trusted time. */
  endExpired(): Promise<void>;
}

/** Keys that are read at a time. */
const pageCount = 500;

export function createTrash(ports: VaultPorts, settings: SettingsStore): Trash {
  const { store, clock, trustedTime, consent, changes, takeTurn } = ports;
  const { erase } = createErasing(ports);

  async function readAll(): Promise<KeyWithVersions[]> {
    const all: KeyWithVersions[] = [];
    for (let after: TrashPlace | null = null; ; ) {
      await takeTurn();
      const page = store.keys.deletedPage(after, pageCount);
      all.push(...page);
      const last = page.at(-1)?.key;
      if (last === undefined || page.length < pageCount) return all;
      after = { id: last.id, deletedAt: last.deletedAt ?? 0 };
    }
  }

  /** Deleted while the clock was ahead, a key would stay until that time comes. */
  function beginAgain(): void {
    const latest = trustedTime.latest();
    if (latest === null) return;
    const ahead = store.keys.deletedPage(null, pageCount).filter(({ key }) => (key.deletedAt ?? 0) > latest);
    if (ahead.length === 0) return;
    store.commit(() => {
      for (const { key } of ahead) store.keys.update({ ...key, deletedAt: latest }, foldName(key.name));
    });
    changes.trash();
  }

  return {
    count: () => store.keys.deletedCount(),

    list(after, count) {
      const { trashDays } = settings.get();
      return store.keys
        .deletedPage(after, count)
        .map((one) => viewTrashed(one, filesWithLines(store, one.key.id), trashDays));
    },

    restore(id) {
      const lost = lostPlaces(store, id);
      store.commit(() => {
        const { key } = findTrashed(store, id);
        // Another key may have taken it meanwhile.
        const name = freeName(store, key.name);
        store.keys.update({ ...key, name, deletedAt: null }, foldName(name));
        const detail = name === key.name ? '' : `was ${key.name}`;
        if (detail !== '') ports.renamings.note(id, key.name);
        store.activity.append({ at: clock.now(), kind: 'delete-undone', keyId: id, subject: name, detail });
      });
      changes.keys([id]);
      changes.trash();
      changes.projects(projectsOfKey(store, id));
      return { ...viewOf(findKey(store, id)), lost };
    },

    async deletePermanently(id) {
      const asked = findTrashed(store, id);
      if (!(await consent.ask({ kind: 'deletePermanently', facts: { key: askedKey(ports, asked) } })))
        throw vaultError('NOT_CONFIRMED');
      // What was asked about: the same value, in Trash since then.
      if (!isStillAsked(asked, findTrashed(store, id))) throw vaultError('NOT_CONFIRMED');
      const erased = await erase([asked], '');
      if (erased.keys === 0) throw vaultError('NOT_CONFIRMED');
      return erased;
    },

    async empty() {
      const asked = await readAll();
      if (asked.length === 0) return { keys: 0, waiting: 0 };
      if (!(await consent.ask(emptyTrashQuestion(ports, asked)))) throw vaultError('NOT_CONFIRMED');
      return erase(asked, '');
    },

    async endExpired() {
      const { trashDays } = settings.get();
      const detail = `after ${trashDays} ${trashDays === 1 ? 'day' : 'days'} in Trash`;
      beginAgain();
      const until = lastExpired(trustedTime.now(), trashDays);
      for (;;) {
        const expired = store.keys.deletedBefore(until, pageCount);
        if (expired.length === 0) return;
        await erase(expired, detail);
      }
    },
  };
}

import { vaultError } from '../errors.ts';
import type { KeyedSequencer } from '../keyed-sequencer.ts';
import { createOneQuestion } from '../one-question.ts';
import { createLineRemoval, type LineOutcome } from '../projects/line-removal.ts';
import { projectsOfKey } from '../projects/projects-of-key.ts';
import type { LinePlan } from '../projects/removal-plan.ts';
import type { KeyRecord } from '../records.ts';
import type { VaultPorts } from '../vault-ports.ts';
import { foldName } from './key-fields.ts';
import { findKey, findTrashed } from './key-view.ts';

export interface Deletion {
  /** Moves the key to Trash. Its values stay, and so do its lines in files and what it is bound to. @throws KEY_UNKNOWN */
  delete(id: string): Promise<void>;
  /**
   * The same, and takes those lines that Clavis wrote for this key out of their files which the person leaves ticked in main's own
   * window, where each of them is shown; where they say no, nothing happens. The key is in Trash before the first line goes: a file that can't be
   * written is as it is after `delete`, and the others are written all the same. Returns what became of each file that it is bound in.
   * @throws NOT_CONFIRMED, KEY_UNKNOWN, and what `LineRemoval.ask` does
   */
  deleteWithLines(id: string): Promise<LineOutcome[]>;
  /**
   * Takes the lines of a key that is in Trash already out of the files where they still are: where a file could not be written, or
   * the person left them there. Asks as `deleteWithLines` does, and throws the same; NOT_CONFIRMED also where the key left Trash meanwhile.
   */
  removeLines(id: string): Promise<LineOutcome[]>;
}

export function createDeletion(ports: VaultPorts, inSequence: KeyedSequencer): Deletion {
  const { store, clock, trustedTime, changes } = ports;
  const lines = createLineRemoval(ports, inSequence);
  const oneQuestion = createOneQuestion();

  function moveToTrash(id: string): Promise<void> {
    return inSequence(id, async () => {
      const now = clock.now();
      store.commit(() => {
        const { key } = findKey(store, id);
        store.keys.update({ ...key, deletedAt: trustedTime.forStart() }, foldName(key.name));
        store.activity.append({ at: now, kind: 'deleted', keyId: id, subject: key.name, detail: '' });
      });
      changes.keys([id]);
      changes.trash();
      changes.projects(projectsOfKey(store, id));
    });
  }

  async function removeAll(plans: readonly LinePlan[], { id, name }: KeyRecord): Promise<LineOutcome[]> {
    const outcomes: LineOutcome[] = [];
    const before = projectsOfKey(store, id);
    for (const plan of plans) outcomes.push(await lines.remove(plan, name));
    changes.projects(before);
    changes.trash();
    return outcomes;
  }

  return {
    delete: moveToTrash,

    async deleteWithLines(id) {
      const leaving = findKey(store, id);
      const { key } = leaving;
      const plans = await oneQuestion(async () => lines.ask(leaving, await lines.plan(id)));
      await moveToTrash(id);
      return removeAll(plans, key);
    },

    async removeLines(id) {
      const trashed = findTrashed(store, id);
      const plans = await oneQuestion(async () => lines.ask(trashed, await lines.plan(id)));
      if (store.keys.find(id)?.key.deletedAt !== trashed.key.deletedAt) throw vaultError('NOT_CONFIRMED');
      return removeAll(plans, trashed.key);
    },
  };
}

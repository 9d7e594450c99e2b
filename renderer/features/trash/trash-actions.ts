import * as words from '../../../electron/messages/window.ts';
import { formatRemoved, linesOf, notifyUnwritten } from '../../ui/removed-lines.ts';
import { runAction } from '../../ui/run-action.ts';

import { notify, notifyDone } from '../../ui/toast-store.ts';
import type { ErasedView, TrashedKey } from '../../vault-client.ts';

export async function deletePermanently({ id, name }: TrashedKey): Promise<void> {
  const erased = await runAction({
    name: `erase ${id}`,
    subject: id,
    call: (clavis) => clavis.trash.deletePermanently({ id }),
  });
  if (erased !== null) noteErased(erased.value, words.trash.deleted(name));
}

/** Takes its lines out of the files where they still are, once the person agreed in main's own question. */
export async function removeLines({ id, name }: TrashedKey): Promise<void> {
  const removed = await runAction({
    name: linesOf(id),
    subject: id,
    call: (clavis) => clavis.trash.removeLines({ id }),
  });
  if (removed === null) return;
  notifyUnwritten(removed.value, linesOf(id));
  // Last: what passes by itself makes way for what is newer.
  notifyDone(`“${name}”: ${formatRemoved(removed.value)}`);
}

/** Trash was emptied. */
export function noteEmptied(erased: ErasedView): void {
  noteErased(erased, words.trash.emptied(erased.keys));
}

/** Says what is gone, and which values the keychain still holds. */
function noteErased({ waiting }: ErasedView, done: string): void {
  if (waiting === 0) {
    notifyDone(done);
    return;
  }
  const text = words.trash.stillToErase(done, waiting);
  notify({ tone: 'plain', icon: 'alert', text, until: null });
}

import { runAction } from '../../ui/run-action.ts';
import { count } from '../../ui/time.ts';
import { notify, notifyDone } from '../../ui/toast-store.ts';
import type { ErasedView, TrashedKey } from '../../vault-client.ts';
import { upsertKey } from '../../vault-data.ts';

export async function restoreKey({ id, name: before }: TrashedKey): Promise<void> {
  const restored = await runAction({
    name: `restore ${id}`,
    subject: id,
    call: (clavis) => clavis.trash.restore({ id }),
  });
  if (restored === null) return;
  upsertKey(restored.value);
  const { name } = restored.value;
  notifyDone(name === before ? `“${name}” restored.` : `“${before}” restored as “${name}”: another key has its name.`);
}

export async function deletePermanently({ id, name }: TrashedKey): Promise<void> {
  const erased = await runAction({
    name: `erase ${id}`,
    subject: id,
    call: (clavis) => clavis.trash.deletePermanently({ id }),
  });
  if (erased !== null) noteErased(erased.value, `“${name}” deleted permanently.`);
}

export async function emptyTrash(): Promise<void> {
  const erased = await runAction({ name: 'empty trash', call: (clavis) => clavis.trash.empty({}) });
  if (erased !== null) noteErased(erased.value, `${count(erased.value.keys, 'key')} deleted permanently.`);
}

/** Says what is gone, and which values the keychain still holds. */
function noteErased({ waiting }: ErasedView, done: string): void {
  if (waiting === 0) {
    notifyDone(done);
    return;
  }
  const values = `${count(waiting, 'value')} ${waiting === 1 ? 'is' : 'are'}`;
  const text = `${done} ${values} erased as soon as the keychain answers.`;
  notify({ tone: 'plain', icon: 'alert', text, until: null });
}

import { count } from '../../ui/time.ts';
import { notify, notifyDone, notifyError } from '../../ui/toast-store.ts';
import { type Answer, ask, type ErasedView, type TrashedKey } from '../../vault-client.ts';
import { upsertKey } from '../../vault-data.ts';

export async function restoreKey({ id, name: before }: TrashedKey): Promise<void> {
  const answer = await ask((clavis) => clavis.trash.restore({ id }));
  if (!answer.ok) {
    notifyError(answer.error);
    return;
  }
  upsertKey(answer.value);
  const { name } = answer.value;
  notifyDone(name === before ? `“${name}” restored.` : `“${before}” restored as “${name}”: another key has its name.`);
}

export async function deletePermanently({ id, name }: TrashedKey): Promise<void> {
  const answer = await ask((clavis) => clavis.trash.deletePermanently({ id }));
  noteErased(answer, () => `“${name}” deleted permanently.`);
}

export async function emptyTrash(): Promise<void> {
  const answer = await ask((clavis) => clavis.trash.empty({}));
  noteErased(answer, ({ keys }) => `${count(keys, 'key')} deleted permanently.`);
}

function noteErased(answer: Answer<ErasedView>, format: (erased: ErasedView) => string): void {
  if (!answer.ok) {
    // Whoever said no in main's own dialog knows it.
    if (answer.error.code !== 'NOT_CONFIRMED') notifyError(answer.error);
    return;
  }
  const { waiting } = answer.value;
  if (waiting === 0) {
    notifyDone(format(answer.value));
    return;
  }
  const values = `${count(waiting, 'value')} ${waiting === 1 ? 'is' : 'are'}`;
  const text = `${format(answer.value)} ${values} erased as soon as the keychain answers.`;
  notify({ tone: 'plain', icon: 'alert', text, until: null });
}

import { notify, notifyDone, notifyError } from '../../ui/toast-store.ts';
import { ask, type KeyView } from '../../vault-client.ts';
import { lease, upsertKey } from '../../vault-data.ts';

/** What can be done with a key at once, from the list, its detail or by a key of the keyboard. */

export async function copyKey(key: KeyView): Promise<void> {
  if (key.grant === 'spent') {
    notify({ tone: 'plain', text: `“${key.name}” was copied once already.`, action: allowOneMore(key) });
    return;
  }
  const answer = await ask((clavis) => clavis.keys.copy({ id: key.id }));
  if (!answer.ok) {
    notifyError(answer.error, answer.error.code === 'COPY_SPENT' ? allowOneMore(key) : undefined);
    return;
  }
  lease.set({ current: answer.value });
  const seconds = Math.round((answer.value.endsAt - answer.value.startedAt) / 1000);
  notifyDone(`“${key.name}” is on your clipboard for ${seconds} s.`);
}

function allowOneMore(key: KeyView): { label: string; run: () => void } {
  return { label: 'Allow one more copy', run: () => void allowCopy(key) };
}

export async function allowCopy(key: KeyView): Promise<void> {
  const answer = await ask((clavis) => clavis.keys.allowCopy({ id: key.id }));
  if (answer.ok) {
    upsertKey(answer.value);
    notifyDone(`“${key.name}” can be copied again.`, { label: 'Copy', run: () => void copyKey(answer.value) });
  } else if (answer.error.code === 'NOT_CONFIRMED') notify({ tone: 'plain', text: answer.error.message });
  else notifyError(answer.error);
}

export async function clearLease(): Promise<void> {
  const answer = await ask((clavis) => clavis.lease.clear({}));
  if (!answer.ok) {
    notifyError(answer.error);
    return;
  }
  lease.set({ current: null });
  notifyDone('The clipboard is cleared.');
}

export async function pinKey(key: KeyView): Promise<void> {
  const answer = await ask((clavis) => clavis.keys.pin({ id: key.id, pinned: !key.pinned }));
  if (!answer.ok) {
    notifyError(answer.error);
    return;
  }
  upsertKey(answer.value);
  notifyDone(
    answer.value.pinned ? `“${key.name}” is in the tray menu.` : `“${key.name}” is no longer in the tray menu.`,
  );
}

export async function undoRotation(key: KeyView): Promise<void> {
  const answer = await ask((clavis) => clavis.keys.undoRotation({ id: key.id }));
  if (!answer.ok) {
    notifyError(answer.error);
    return;
  }
  upsertKey(answer.value);
  notifyDone(`“${key.name}” has its previous value again.`);
}

export async function finishRotation(key: KeyView): Promise<void> {
  const answer = await ask((clavis) => clavis.keys.finishRotation({ id: key.id }));
  if (!answer.ok) {
    notifyError(answer.error);
    return;
  }
  upsertKey(answer.value);
  notifyDone(`The previous value of “${key.name}” is removed.`);
}

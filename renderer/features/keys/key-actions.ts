import * as words from '../../../electron/messages/window.ts';
import { runAction } from '../../ui/run-action.ts';
import { closeToastsAbout, notify, notifyDone } from '../../ui/toast-store.ts';
import type { KeyView } from '../../vault-client.ts';

/** What can be done with a key at once, from the list, its detail or by a key of the keyboard. */

export async function copyKey(key: KeyView): Promise<void> {
  const name = `copy ${key.id}`;
  if (key.grant === 'spent') {
    closeToastsAbout(name);
    notify({
      tone: 'plain',
      text: words.keyActions.noCopyLeft(key.name),
      action: copyAgain(key),
      about: [name, key.id],
    });
    return;
  }
  const copied = await runAction({
    name,
    subject: key.id,
    call: (clavis) => clavis.keys.copy({ id: key.id }),
    remedy: ({ code }) => (code === 'COPY_SPENT' ? copyAgain(key) : undefined),
  });
  if (copied === null) return;
  const seconds = Math.round((copied.value.endsAt - copied.value.startedAt) / 1000);
  notifyDone(words.keyActions.onClipboard(key.name, seconds), undefined, ['lease']);
}

function copyAgain(key: KeyView): { label: string; run: () => void } {
  return { label: words.keyActions.allowOneMore, run: () => void allowCopy(key) };
}

export async function allowCopy(key: KeyView): Promise<void> {
  closeToastsAbout(`copy ${key.id}`);
  const allowed = await runAction({
    name: `allow ${key.id}`,
    subject: key.id,
    call: (clavis) => clavis.keys.allowCopy({ id: key.id }),
  });
  if (allowed === null) return;
  notifyDone(
    words.keyActions.canBeCopiedAgain(key.name),
    { label: words.keyActions.copy, run: () => void copyKey(allowed.value) },
    [key.id],
  );
}

export async function clearLease(): Promise<void> {
  const cleared = await runAction({ name: 'clear', call: (clavis) => clavis.lease.clear({}) });
  if (cleared === null) return;
  notifyDone(words.keyActions.cleared);
}

export async function pinKey(key: KeyView): Promise<void> {
  const pinned = await runAction({
    name: `pin ${key.id}`,
    subject: key.id,
    call: (clavis) => clavis.keys.pin({ id: key.id, pinned: !key.pinned }),
  });
  if (pinned === null) return;
  notifyDone(pinned.value.pinned ? words.keyActions.pinned(key.name) : words.keyActions.unpinned(key.name));
}

export async function undoRotation(key: KeyView): Promise<void> {
  const undone = await runAction({
    name: `undo rotation ${key.id}`,
    subject: key.id,
    call: (clavis) => clavis.keys.undoRotation({ id: key.id }),
  });
  if (undone === null) return;
  notifyDone(words.keyActions.rotationUndone(key.name));
}

export async function finishRotation(key: KeyView): Promise<void> {
  const finished = await runAction({
    name: `finish rotation ${key.id}`,
    subject: key.id,
    call: (clavis) => clavis.keys.finishRotation({ id: key.id }),
  });
  if (finished === null) return;
  notifyDone(words.keyActions.rotationFinished(key.name));
}

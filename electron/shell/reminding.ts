import type { Reminders } from '../vault/reminders.ts';
import { formatDue } from './due-words.ts';
import { notify } from './notices.ts';
import type { MainWindow } from './window.ts';

/** Tells once a day which keys' rotation is due; a click opens the window. While it is locked no names are shown. */
export function createReminding(reminders: Reminders, window: MainWindow, isLocked: () => boolean): () => void {
  return () => {
    if (isLocked()) return;
    const due = reminders.due();
    if (due.length > 0 && notify({ ...formatDue(due, Date.now()), onClick: window.show })) reminders.tell();
  };
}

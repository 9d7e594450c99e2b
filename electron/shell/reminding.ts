import { type Diagnostics, EventFailure } from '../vault/diagnostics.ts';
import type { Reminders } from '../vault/reminders.ts';
import { formatDue } from './due-words.ts';
import { notify } from './notices.ts';
import type { MainWindow } from './window.ts';

export interface RemindingParts {
  readonly window: MainWindow;
  readonly isLocked: () => boolean;
  readonly diagnostics: Diagnostics;
}

/** Tells once a day which keys' rotation is due; a click opens the window. While it is locked no names are shown. */
export function createReminding(reminders: Reminders, { window, isLocked, diagnostics }: RemindingParts): () => void {
  return () => {
    if (isLocked()) return;
    const due = reminders.due();
    if (due.length === 0) return;
    const isNotified = notify({
      ...formatDue(due, Date.now()),
      onClick: window.show,
      onFailed() {
        diagnostics.report('reminders', new EventFailure('NOTIFICATION_FAILED'));
        // Nobody has seen it: the next hour tries again.
        reminders.tellAgain();
      },
    });
    if (isNotified) reminders.tell();
  };
}

import { language } from '../messages/languages.ts';
import { type Diagnostics, EventFailure } from '../vault/diagnostics.ts';
import type { Locking } from '../vault/locking.ts';
import type { LockedBy } from '../vault/records.ts';
import { notify } from './notices.ts';
import type { Windows } from './windows.ts';

/**
 * Locks the vault, and says where that took a value off the clipboard: the person may come back to paste it. Each lock closes
 * the palette and what is asked just now: also the question that would unlock, when the screen locks behind it.
 */
export function lockWithNotice(
  locking: Locking,
  { main, palette, questions }: Windows,
  { report }: Diagnostics,
): (by: LockedBy) => void {
  return (by) => {
    const locked = locking.lock(by);
    questions.callOff();
    palette.hide();
    locked.then(
      (cleared) => {
        // The key's name stays out of it: it shows on a locked screen, too.
        const onFailed = (): void => report('notification', new EventFailure('NOTIFICATION_FAILED'));
        if (cleared) notify({ ...language.notices.cleared, onClick: main.show, onFailed });
      },
      // It is locked all the same; the clear is tried again.
      (error: unknown) => report('clipboard', error),
    );
  };
}

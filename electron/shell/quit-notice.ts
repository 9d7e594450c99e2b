import { app, dialog } from 'electron';
import { type Diagnostics, EventFailure } from '../vault/diagnostics.ts';
import type { Store } from '../vault/store-port.ts';
import { type Notice, notify } from './notices.ts';

const noTray = 'no-tray';

/**
 * Says that closing the window quits here, once: closed again, the person knows. `chord`: the shortcut that would have brought
 * it back, as a person reads it; null: there is none that works.
 */
export async function notifyOfQuit(
  notifiedAt: Store['notifiedAt'],
  chord: string | null,
  { report }: Diagnostics,
): Promise<void> {
  if (notifiedAt.at(noTray) !== null) return;
  notifiedAt.set(noTray, Date.now());
  const notice = noticeOfQuit(app.getName(), chord);
  const onFailed = (): void => report('notification', new EventFailure('NOTIFICATION_FAILED'));
  if (!notify({ ...notice, onFailed }))
    await dialog.showMessageBox({ message: notice.title, detail: notice.body, buttons: ['OK'] });
}

function noticeOfQuit(name: string, chord: string | null): Pick<Notice, 'title' | 'body'> {
  const instead =
    chord === null ? 'Minimise it to keep Clavis running.' : `Minimise it instead to go on using ${chord}.`;
  return {
    title: `${name} has quit`,
    body: `This desktop has no tray to stay in, so closing the window quits. Start it again to open it. ${instead}`,
  };
}

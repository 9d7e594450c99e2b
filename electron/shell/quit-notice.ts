import { app, dialog } from 'electron';
import { language } from '../messages/languages.ts';
import { type Diagnostics, EventFailure } from '../vault/diagnostics.ts';
import type { Store } from '../vault/store-port.ts';
import { notify } from './notices.ts';

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
  const notice = language.notices.hasQuit(app.getName(), chord);
  const onFailed = (): void => report('notification', new EventFailure('NOTIFICATION_FAILED'));
  if (!notify({ ...notice, onFailed }))
    await dialog.showMessageBox({ message: notice.title, detail: notice.body, buttons: [language.dialogs.ok] });
}

import { Notification } from 'electron';
import { systemText } from '../vault/shown-text.ts';

/** Names and counts at most, never a value (invariant 1). */
export interface Notice {
  readonly title: string;
  readonly body: string;
  readonly onClick?: () => void;
  /** The system did not show it, as it turned out later. */
  readonly onFailed: () => void;
}

const keptCount = 20;
/** Characters: what servers show of a notification, and a sentence with its remedy. */
const room = { title: 100, body: 300 } as const;
/** One that nothing refers to is collected as garbage, and its click with it. */
const shown: Notification[] = [];

/** Shows it among the system's own notifications; false where this system shows none. */
export function notify({ title, body, onClick, onFailed }: Notice): boolean {
  if (!Notification.isSupported()) return false;
  const { platform } = process;
  const notification = new Notification({
    title: systemText(title, room.title, platform),
    body: systemText(body, room.body, platform),
  });
  const forget = (): void => {
    const at = shown.indexOf(notification);
    if (at >= 0) shown.splice(at, 1);
  };
  notification.on('click', () => {
    forget();
    onClick?.();
  });
  notification.on('close', forget);
  notification.on('failed', () => {
    forget();
    onFailed();
  });
  shown.push(notification);
  if (shown.length > keptCount) shown.shift();
  notification.show();
  return true;
}

import { Notification } from 'electron';

/** Names and counts at most, never a value (invariant 1). */
export interface Notice {
  readonly title: string;
  readonly body: string;
  readonly onClick?: () => void;
}

const keptCount = 20;
/** One that nothing refers to is collected as garbage, and its click with it. */
const shown: Notification[] = [];

/** Shows it among the system's own notifications; false where this system shows none. */
export function notify({ title, body, onClick }: Notice): boolean {
  if (!Notification.isSupported()) return false;
  const notification = new Notification({ title, body });
  const forget = (): void => {
    const at = shown.indexOf(notification);
    if (at >= 0) shown.splice(at, 1);
  };
  notification.on('click', () => {
    forget();
    onClick?.();
  });
  notification.on('close', forget);
  notification.on('failed', forget);
  shown.push(notification);
  if (shown.length > keptCount) shown.shift();
  notification.show();
  return true;
}

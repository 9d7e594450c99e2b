import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import { preventable } from './event.ts';
import { standInRecord } from './hooks-for-tests.ts';
import { closeClass } from './refuse.ts';

/** Electron's notification: kept in `__standIn.notifications` while it is shown. */
export class Notification
  extends EventEmitter
  implements
    Pick<
      Electron.Notification,
      'title' | 'body' | 'subtitle' | 'silent' | 'urgency' | 'timeoutType' | 'actions' | 'show' | 'close'
    >
{
  title: string;
  subtitle: string;
  body: string;
  silent: boolean;
  urgency: Electron.Notification['urgency'];
  timeoutType: Electron.Notification['timeoutType'];
  actions: Electron.NotificationAction[];

  constructor(options: Electron.NotificationConstructorOptions = {}) {
    super();
    this.title = options.title ?? '';
    this.subtitle = options.subtitle ?? '';
    this.body = options.body ?? '';
    this.silent = options.silent ?? false;
    this.urgency = options.urgency ?? 'normal';
    this.timeoutType = options.timeoutType ?? 'default';
    this.actions = options.actions ?? [];
  }

  show(): void {
    if (!standInRecord.notifications.includes(this)) standInRecord.notifications.push(this);
    setImmediate(() => this.emit('show', preventable({})));
  }

  close(): void {
    const at = standInRecord.notifications.indexOf(this);
    if (at < 0) return;
    standInRecord.notifications.splice(at, 1);
    setImmediate(() => this.emit('close', preventable({})));
  }

  static isSupported(): boolean {
    return true;
  }
}
closeClass('Notification', Notification);

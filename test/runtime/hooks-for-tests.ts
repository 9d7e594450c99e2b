import type { Notification } from './notification.ts';
import type { TrayState } from './tray.ts';

/** What a test can't do or see through Electron's own API. Found at `globalThis.__standIn`. */
export type StandIn = {
  /** Callbacks of registered global shortcuts, by accelerator: calling one is pressing its keys. */
  shortcuts: Map<string, () => void>;
  /** Notifications that are shown now, oldest first. `emit('click')` on one is a person's click. */
  notifications: Notification[];
  /** Each URL given to `shell.openExternal`; nothing is opened. */
  openedExternals: string[];
  /** Each path given to `shell.openPath` or `shell.showItemInFolder`; nothing is opened. */
  openedPaths: string[];
  /** The trays that are not destroyed, and what each shows. */
  trays: () => TrayState[];
};

/** The one record of this process. */
export const standInRecord: StandIn = {
  shortcuts: new Map(),
  notifications: [],
  openedExternals: [],
  openedPaths: [],
  trays: () => [],
};

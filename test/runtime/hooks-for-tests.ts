import type Electron from 'electron';
import type { WindowState } from './browser-window.ts';
import type { Notification } from './notification.ts';
import { missing } from './refuse.ts';
import type { TrayState } from './tray.ts';

/** What a test can't do or see through Electron's own API. Found at `globalThis.__standIn`. */
export type StandIn = {
  /** Callbacks of registered global shortcuts, by accelerator as the app wrote it. */
  shortcuts: Map<string, () => void>;
  /** Accelerators that another program holds, in any spelling: registering one gives false. */
  takenShortcuts: Set<string>;
  /** Presses a global shortcut, in any spelling. False when the app has not registered it. */
  pressShortcut: (accelerator: string) => boolean;
  /** Notifications that are shown now, oldest first. `emit('click')` on one is a person's click. */
  notifications: Notification[];
  /** Each URL given to `shell.openExternal`; nothing is opened. */
  openedExternals: string[];
  /** Each path given to `shell.openPath` or `shell.showItemInFolder`; nothing is opened. */
  openedPaths: string[];
  /** The trays that are not destroyed, and what each shows. */
  trays: () => TrayState[];
  /** The open windows, oldest first, with what Electron's API doesn't give back. */
  windows: () => WindowState[];
  /** What `powerMonitor` and `screen` tell; assign to change it. Lengths of time in seconds. */
  power: { idleSeconds: number; locked: boolean; onBattery: boolean };
  /** The displays, the primary one first, and where the pointer is. `workArea` is `bounds` unless given. */
  displays: { bounds: Electron.Rectangle; workArea?: Electron.Rectangle; scaleFactor?: number }[];
  cursor: Electron.Point;
  /** The session ends: `shutdown`, then SIGTERM. True when the app prevented the first and is waited for. */
  endSession: () => boolean;
  /** macOS: whether there is a sensor, and what a person does when asked (reject to refuse). */
  touchId: { available: boolean; answer: (reason: string) => Promise<void> };
  /** macOS and Windows: the last settings given to `app.setLoginItemSettings`. */
  loginItem: Electron.Settings | null;
};

const AREA = { x: 0, y: 0, width: 1920, height: 1080 };
const notYet = (name: string) => (): never => {
  throw missing(`${name} before the app has started`);
};

/** The one record of this process. */
export const standInRecord: StandIn = {
  shortcuts: new Map(),
  takenShortcuts: new Set(),
  pressShortcut: notYet('pressShortcut'),
  notifications: [],
  openedExternals: [],
  openedPaths: [],
  trays: () => [],
  windows: () => [],
  power: { idleSeconds: 0, locked: false, onBattery: false },
  displays: [{ bounds: AREA }],
  cursor: { x: AREA.width / 2, y: AREA.height / 2 },
  endSession: notYet('endSession'),
  touchId: {
    available: false,
    async answer() {
      throw missing('systemPreferences.promptTouchID: answer it in the test');
    },
  },
  loginItem: null,
};

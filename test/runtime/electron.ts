import { App } from './app.ts';
import type { Launch } from './argv.ts';
import { BrowserWindow, windowStates, windowsBelongTo } from './browser-window.ts';
import { ClipboardItem, clipboard } from './clipboard/clipboard.ts';
import { webContents } from './contents-list.ts';
import { dialog } from './dialog.ts';
import { globalShortcut, shortcutsNeedReady } from './global-shortcut.ts';
import { standInRecord } from './hooks-for-tests.ts';
import { ipcMain } from './ipc.ts';
import { Menu, MenuItem } from './menu.ts';
import { roleActions } from './menu-roles.ts';
import { nativeImage } from './native-image.ts';
import { nativeTheme } from './native-theme.ts';
import { net } from './net.ts';
import { Notification } from './notification.ts';
import { powerMonitor } from './power-monitor.ts';
import { readyWhen } from './protocol.ts';
import { absent } from './refuse.ts';
import type { FoundApp } from './resolve-app.ts';
import { screen } from './screen.ts';
import { protocol, session } from './session.ts';
import { proxySwitchesAre } from './session-network.ts';
import { shell } from './shell.ts';
import { systemPreferences } from './system-preferences.ts';
import { livingTrays, Tray } from './tray.ts';
import { utilitiesNeedReady, utilityProcess } from './utility-process.ts';
import { webFrameMain } from './web-frame-main.ts';

/** Modules that Electron's main process has and the stand-in does not: each throws by name when it is used. */
const ABSENT = [
  'autoUpdater',
  'BaseWindow',
  'BrowserView',
  'contentTracing',
  'crashReporter',
  'desktopCapturer',
  'ImageView',
  'inAppPurchase',
  'MessageChannelMain',
  'netLog',
  'parentPort',
  'powerSaveBlocker',
  'pushNotifications',
  'safeStorage',
  'ServiceWorkerMain',
  'ShareMenu',
  'sharedTexture',
  'TouchBar',
  'View',
  'WebContentsView',
  'webUtils',
];

/** Makes the one object that `electron` is in this process. */
export function makeElectron(found: FoundApp, launch: Launch, executable: string): { app: App; electron: object } {
  const app = new App(found, launch, executable);
  const isReady = (): boolean => app.isReady() || app.isStarting();
  windowsBelongTo({ ready: isReady, appName: () => app.getName() });
  readyWhen(isReady);
  proxySwitchesAre(launch.switches);
  shortcutsNeedReady(isReady);
  utilitiesNeedReady(isReady);
  roleActions.set('quit', () => app.quit());
  standInRecord.trays = () => livingTrays().map(({ state }) => state);
  standInRecord.windows = windowStates;
  Reflect.set(globalThis, '__standIn', standInRecord);
  const offered = {
    app,
    BrowserWindow,
    clipboard,
    ClipboardItem,
    dialog,
    globalShortcut,
    ipcMain,
    Menu,
    MenuItem,
    nativeImage,
    nativeTheme,
    net,
    Notification,
    powerMonitor,
    protocol,
    screen,
    session,
    shell,
    systemPreferences,
    Tray,
    utilityProcess,
    webContents,
    webFrameMain,
  };
  return { app, electron: { ...offered, ...Object.fromEntries(ABSENT.map((name) => [name, absent(name)])) } };
}

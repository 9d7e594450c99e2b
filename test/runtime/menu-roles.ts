import type Electron from 'electron';
import { standIn } from './refuse.ts';

type Role = NonNullable<Electron.MenuItemConstructorOptions['role']>;
type Template = Electron.MenuItemConstructorOptions[];

/** What Electron fills in for a role on Linux. */
export type RoleFacts = { label: string; accelerator?: string; submenu?: Template };

const item = (role: Role): Electron.MenuItemConstructorOptions => ({ role });
const line: Electron.MenuItemConstructorOptions = { type: 'separator' };

const FACTS: Partial<Record<Role, RoleFacts>> = {
  undo: { label: 'Undo', accelerator: 'CommandOrControl+Z' },
  redo: { label: 'Redo', accelerator: 'Shift+CommandOrControl+Z' },
  cut: { label: 'Cut', accelerator: 'CommandOrControl+X' },
  copy: { label: 'Copy', accelerator: 'CommandOrControl+C' },
  paste: { label: 'Paste', accelerator: 'CommandOrControl+V' },
  delete: { label: 'Delete' },
  selectAll: { label: 'Select All', accelerator: 'CommandOrControl+A' },
  reload: { label: 'Reload', accelerator: 'CmdOrCtrl+R' },
  forceReload: { label: 'Force Reload', accelerator: 'Shift+CmdOrCtrl+R' },
  toggleDevTools: { label: 'Toggle Developer Tools', accelerator: 'Ctrl+Shift+I' },
  resetZoom: { label: 'Actual Size', accelerator: 'CommandOrControl+0' },
  zoomIn: { label: 'Zoom In', accelerator: 'CommandOrControl+Plus' },
  zoomOut: { label: 'Zoom Out', accelerator: 'CommandOrControl+-' },
  togglefullscreen: { label: 'Toggle Full Screen', accelerator: 'F11' },
  minimize: { label: 'Minimize', accelerator: 'CommandOrControl+M' },
  close: { label: 'Close Window', accelerator: 'CommandOrControl+W' },
  quit: { label: 'Quit', accelerator: 'Ctrl+Q' },
  about: { label: 'About' },
  help: { label: 'Help' },
  window: { label: 'Window' },
  zoom: { label: 'Zoom' },
  hide: { label: 'Hide' },
  hideOthers: { label: 'Hide Others' },
  unhide: { label: 'Show All' },
  services: { label: 'Services' },
  front: { label: 'Bring All to Front' },
  appMenu: { label: 'Electron', submenu: [item('about'), line, item('quit')] },
  fileMenu: { label: 'File', submenu: [item('quit')] },
  editMenu: {
    label: 'Edit',
    submenu: [
      item('undo'),
      item('redo'),
      line,
      item('cut'),
      item('copy'),
      item('paste'),
      item('delete'),
      line,
      item('selectAll'),
    ],
  },
  viewMenu: {
    label: 'View',
    submenu: [
      item('reload'),
      item('forceReload'),
      item('toggleDevTools'),
      line,
      item('resetZoom'),
      item('zoomIn'),
      item('zoomOut'),
      line,
      item('togglefullscreen'),
    ],
  },
  windowMenu: { label: 'Window', submenu: [item('minimize'), item('zoom'), item('close')] },
};

/** Electron writes roles in any case. */
export function roleFacts(role: string): RoleFacts | null {
  const found = Object.entries(FACTS).find(([name]) => name.toLowerCase() === role.toLowerCase());
  return found?.[1] ?? null;
}

/** What a role does when its item is clicked; the start-up fills in the app's own. */
export const roleActions = new Map<string, (window: Electron.BaseWindow | undefined) => void>([
  ['close', (window) => window?.close()],
  ['minimize', (window) => window?.minimize()],
  ['reload', (window) => contentsOf(window)?.reload()],
  ['forcereload', (window) => contentsOf(window)?.reloadIgnoringCache()],
]);

function contentsOf(window: Electron.BaseWindow | undefined): Electron.WebContents | null {
  return window && 'webContents' in window ? standIn<Electron.BrowserWindow>(window).webContents : null;
}

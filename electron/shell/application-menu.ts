import { Menu } from 'electron';

/** macOS needs a menu for its editing shortcuts; elsewhere the window brings its own and there is none. */
export function setApplicationMenu(platform: NodeJS.Platform): void {
  const isMac = platform === 'darwin';
  const menu = isMac
    ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }])
    : null;
  Menu.setApplicationMenu(menu);
}

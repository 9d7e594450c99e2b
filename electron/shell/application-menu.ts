import { app, Menu } from 'electron';

/** macOS needs a menu for its editing shortcuts; elsewhere the window brings its own and there is none. */
export function setApplicationMenu(platform: NodeJS.Platform): void {
  const isMac = platform === 'darwin';
  const menu = isMac
    ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }])
    : null;
  Menu.setApplicationMenu(menu);
  if (!isMac) quitByKeys();
}

/** Ctrl+Q, which the menu would listen to: in every window that is made from now on. */
function quitByKeys(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('before-input-event', (event, { type, key, control, alt, shift, meta }) => {
      if (type !== 'keyDown' || key.toLowerCase() !== 'q' || !control || alt || shift || meta) return;
      event.preventDefault();
      app.quit();
    });
  });
}

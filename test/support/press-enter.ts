import type { ElectronApplication } from '@playwright/test';

/** Enter, as main hears a person's; a debugger's key is not told to Electron's main process. */
export const pressEnter = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    for (const type of ['keyDown', 'char', 'keyUp'] as const) contents?.sendInputEvent({ type, keyCode: 'Enter' });
  });

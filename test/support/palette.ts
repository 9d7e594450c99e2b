import { type ElectronApplication, expect, type Page } from '@playwright/test';

const usual = 'CommandOrControl+Shift+K';

/** Presses the palette's global shortcut. Electron has no way to press one; the stand-in hands out what it would run. */
export async function pressShortcut(app: ElectronApplication, accelerator = usual): Promise<void> {
  const pressed = await app.evaluate((_electron, keys) => {
    const standIn: { shortcuts: Map<string, () => void> } | undefined = Reflect.get(globalThis, '__standIn');
    const run = standIn?.shortcuts.get(keys);
    run?.();
    return run !== undefined;
  }, accelerator);
  if (!pressed) throw new Error(`nothing listens to ${accelerator}`);
}

/** The palette's page, once it is there and drawn; shown or not. */
export async function palettePage(app: ElectronApplication): Promise<Page> {
  const find = (): Page | undefined => app.windows().find((page) => page.url().endsWith('/palette.html'));
  await expect.poll(() => find() !== undefined).toBe(true);
  const page = find();
  if (page === undefined) throw new Error('the palette is gone again');
  await page.waitForSelector('html[data-ready="true"]');
  return page;
}

export function isPaletteShown(app: ElectronApplication): Promise<boolean> {
  return app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().some(
      (window) => window.isVisible() && window.webContents.getURL().endsWith('/palette.html'),
    ),
  );
}

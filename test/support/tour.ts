import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';

const themes = ['light', 'dark'] as const;

/** Keeps a picture of the window in both themes where a tour asked for them, as `<name>-light.png`; else does nothing. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['CLAVIS_TOUR_PICTURES'];
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: path.join(folder, `${name}-${colorScheme}.png`) });
  }
  await page.emulateMedia({ colorScheme: null });
}

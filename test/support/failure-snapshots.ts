import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';

/** Writes what each window of a failed test shows into this folder, as a picture and as its document. Never throws. */
export async function saveFailureSnapshots(app: ElectronApplication, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [index, page] of app.windows().entries()) {
    const file = path.join(folder, `window-${index}`);
    // A page that hangs or is gone is what the test failed at: its text says so.
    await writeFile(`${file}.html`, await documentOf(page).catch(String));
    await page.screenshot({ path: `${file}.png`, timeout: 5_000 }).catch(() => undefined);
  }
}

async function documentOf(page: Page): Promise<string> {
  const seen = await page.evaluate(() => ({
    url: location.href,
    size: [innerWidth, innerHeight],
    visibility: document.visibilityState,
    focus: document.hasFocus(),
  }));
  return `<!-- ${JSON.stringify(seen)} -->\n${await page.content()}\n`;
}

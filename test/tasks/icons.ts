/** Draws the tray's PNGs from their one SVG: `node test/tasks/icons.ts`, when the drawing changed. */
import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { findChromium } from '../runtime/chromium.ts';

const folder = new URL('../../electron/shell/icons/', import.meta.url);
const svg = await readFile(new URL('tray.svg', folder), 'utf8');
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
for (const { name, size } of [
  { name: 'tray.png', size: 16 },
  { name: 'tray@2x.png', size: 32 },
]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px}</style>${svg}`);
  await writeFile(new URL(name, folder), await page.screenshot({ omitBackground: true }));
}
await browser.close();

/** Draws the icons from their SVGs in the system's Chromium: `node test/tasks/icons.ts`, when a drawing changed. */
import { chromium } from '@playwright/test';
import { drawAppIcons } from '../../electron/packaging/app-icons.ts';
import { drawTrayIcons } from '../../electron/packaging/tray-icons.ts';
import { findChromium } from '../runtime/chromium.ts';

const browser = await chromium.launch({
  executablePath: findChromium(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
await drawTrayIcons(browser);
await drawAppIcons(await browser.newPage());
await browser.close();

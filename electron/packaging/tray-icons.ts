import { readFile, writeFile } from 'node:fs/promises';
import type { Browser } from '@playwright/test';

const folder = new URL('../shell/icons/', import.meta.url);
const teal = '#14716a';
const grey = '#5f5a52';

const states = [
  { name: 'idle', ground: teal },
  { name: 'clipboard', ground: teal },
  { name: 'locked', ground: grey },
];
const scales = [
  { suffix: '', size: 16 },
  { suffix: '@2x', size: 32 },
];

/**
 * Draws the tray's icons from their SVGs, in `browser`. Of each state a black one, which macOS colours by itself, and one on
 * a ground of its own, which shows on panels of any colour.
 */
export async function drawTrayIcons(browser: Browser): Promise<void> {
  for (const { name, ground } of states) {
    const drawing = await readFile(new URL(`tray-${name}.svg`, folder), 'utf8');
    const looks = [
      { look: '-template', color: '#000', svg: drawing },
      { look: '', color: '#fff', svg: onGround(drawing, ground) },
    ];
    for (const { look, color, svg } of looks) {
      for (const { suffix, size } of scales) {
        const page = await browser.newPage({ viewport: { width: size, height: size } });
        await page.setContent(`<style>body{margin:0;color:${color}}svg{display:block;width:${size}px}</style>${svg}`);
        const image = await page.screenshot({ omitBackground: true });
        await writeFile(new URL(`tray-${name}${look}${suffix}.png`, folder), image);
        await page.close();
      }
    }
  }
}

function onGround(drawing: string, ground: string): string {
  return drawing
    .replace('viewBox="0 0 32 32"', 'viewBox="-4 -4 40 40"')
    .replace(/(<svg[^>]*>)/, `$1<rect x="-4" y="-4" width="40" height="40" rx="9" fill="${ground}" stroke="none"/>`);
}

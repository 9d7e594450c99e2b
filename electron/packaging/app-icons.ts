import { mkdir, readFile, writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { type Drawn, icnsFile, icnsSizes, icoFile } from './icon-files.ts';

const folder = new URL('./', import.meta.url);
const icoSizes = [16, 20, 24, 32, 40, 48, 64, 256];
const pngSizes = [16, 24, 32, 48, 64, 128, 256, 512];

/** macOS leaves a margin around an app's icon; elsewhere the same drawing fills its square. */
const edgeToEdge = 'viewBox="84 84 856 856"';

/** The app's icon in every size and file that packages ask for, from the one `icon.svg`. */
export async function drawAppIcons(page: Page): Promise<void> {
  const withMargin = await readFile(new URL('icon.svg', folder), 'utf8');
  const filling = withMargin.replace(/viewBox="[^"]*"/, edgeToEdge);
  await writeFile(new URL('icon.icns', folder), icnsFile(await drawAll(page, withMargin, icnsSizes)));
  await writeFile(new URL('icon.ico', folder), icoFile(await drawAll(page, filling, icoSizes)));
  await mkdir(new URL('icons/', folder), { recursive: true });
  for (const { size, png } of await drawAll(page, filling, pngSizes)) {
    await writeFile(new URL(`icons/${size}x${size}.png`, folder), png);
  }
}

async function drawAll(page: Page, svg: string, sizes: readonly number[]): Promise<Drawn[]> {
  const drawn: Drawn[] = [];
  for (const size of sizes) drawn.push(await draw(page, svg, size));
  return drawn;
}

async function draw(page: Page, svg: string, size: number): Promise<Drawn> {
  const { png, rgba } = await page.evaluate(
    async ({ source, pixels }) => {
      const image = new Image();
      image.src = `data:image/svg+xml,${encodeURIComponent(source)}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = pixels;
      canvas.height = pixels;
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('this browser has no canvas');
      context.drawImage(image, 0, 0, pixels, pixels);
      const bytes = context.getImageData(0, 0, pixels, pixels).data;
      const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
      return { png: canvas.toDataURL('image/png').replace(/^.*,/, ''), rgba: btoa(text) };
    },
    { source: svg, pixels: size },
  );
  return { size, png: Buffer.from(png, 'base64'), rgba: Buffer.from(rgba, 'base64') };
}

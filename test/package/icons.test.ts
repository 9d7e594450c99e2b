import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

const folder = 'electron/packaging';

/** Width and height by a PNG's own header. */
function pngSize(png: Buffer): [number, number] {
  expect(png.toString('latin1', 1, 4)).toBe('PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

test('Linux’s icons are as large as their names say', async () => {
  const names = await readdir(`${folder}/icons`);
  expect(names.map((name) => Number.parseInt(name, 10)).sort((a, b) => a - b)).toEqual([
    16, 24, 32, 48, 64, 128, 256, 512,
  ]);
  for (const name of names) {
    const size = Number.parseInt(name, 10);
    expect(pngSize(await readFile(`${folder}/icons/${name}`)), name).toEqual([size, size]);
  }
});

test('Windows’ icon holds every size that the shell asks for, bitmaps but for the largest', async () => {
  const ico = await readFile(`${folder}/icon.ico`);
  const sizes = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const entry = ico.subarray(6 + 16 * index, 22 + 16 * index);
    const start = entry.readUInt32LE(12);
    const image = ico.subarray(start, start + entry.readUInt32LE(8));
    const width = entry.readUInt8(0) || 256;
    if (width === 256) expect(pngSize(image)).toEqual([256, 256]);
    else expect([image.readUInt32LE(0), image.readInt32LE(4), image.readInt32LE(8)]).toEqual([40, width, width * 2]);
    return width;
  });
  expect(sizes).toEqual([16, 20, 24, 32, 40, 48, 64, 256]);
});

test('macOS’ icon holds every size from 32 to 1024 pixels', async () => {
  const icns = await readFile(`${folder}/icon.icns`);
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  const sizes = new Set<number>();
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
    const [width, height] = pngSize(icns.subarray(at + 8));
    expect(width).toBe(height);
    sizes.add(width);
  }
  expect([...sizes].sort((a, b) => a - b)).toEqual([32, 64, 128, 256, 512, 1024]);
});

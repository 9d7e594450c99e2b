/** One square picture, drawn at its own size. */
export interface Drawn {
  /** Pixels along an edge. */
  readonly size: number;
  readonly png: Buffer;
  /** Four bytes per pixel, red green blue alpha, rows from the top. */
  readonly rgba: Buffer;
}

const pngFromSize = 256;

/** A Windows icon: bitmaps, and PNG from 256 pixels up, as the shell and NSIS have always read them. */
export function icoFile(drawn: readonly Drawn[]): Buffer {
  const images = drawn.map((each) => (each.size < pngFromSize ? bitmap(each) : each.png));
  const header = Buffer.alloc(6 + 16 * drawn.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(drawn.length, 4);
  let offset = header.length;
  for (const [index, { size }] of drawn.entries()) {
    const at = 6 + 16 * index;
    const length = images[index]?.length ?? 0;
    header.writeUInt8(size % 256, at);
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += length;
  }
  return Buffer.concat([header, ...images]);
}

/** BITMAPINFOHEADER of twice the height, rows from the bottom as blue green red alpha, then the mask that alpha replaced. */
function bitmap({ size, rgba }: Drawn): Buffer {
  const header = Buffer.alloc(40);
  header.writeUInt32LE(header.length, 0);
  header.writeInt32LE(size, 4);
  header.writeInt32LE(size * 2, 8);
  header.writeUInt16LE(1, 12);
  header.writeUInt16LE(32, 14);
  const rows = Array.from({ length: size }, (_, row) => rgba.subarray(row * size * 4, (row + 1) * size * 4)).reverse();
  const pixels = Buffer.concat(rows);
  for (let at = 0; at < pixels.length; at += 4) pixels.subarray(at, at + 3).reverse();
  const maskRow = Math.ceil(size / 32) * 4;
  return Buffer.concat([header, pixels, Buffer.alloc(maskRow * size)]);
}

/** The PNG entries of an `.icns`, by the pixels they hold; plain and Retina sizes share a picture. */
const icnsTypes: Readonly<Record<number, readonly string[]>> = {
  32: ['ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
};

export const icnsSizes = Object.keys(icnsTypes).map(Number);

/** A macOS icon of PNG entries. 16 and 32 points without Retina have none of their own: macOS scales ic11 and ic12. */
export function icnsFile(drawn: readonly Drawn[]): Buffer {
  const entries = drawn.flatMap(({ size, png }) => (icnsTypes[size] ?? []).map((type) => block(type, png)));
  return block('icns', Buffer.concat(entries));
}

function block(type: string, content: Buffer): Buffer {
  const header = Buffer.alloc(8);
  header.write(type, 'latin1');
  header.writeUInt32BE(header.length + content.length, 4);
  return Buffer.concat([header, content]);
}

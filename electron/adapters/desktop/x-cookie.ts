import { realpath } from 'node:fs/promises';
import { homedir, hostname } from 'node:os';
import { join } from 'node:path';
import { readPlain } from '../files/open-plain.ts';

/** The one way to be let in that displays on the same machine use. */
export const cookieName = 'MIT-MAGIC-COOKIE-1';

/** In bytes: an entry has about 50, one for each display. */
const sizeLimit = 1024 * 1024;

/** Families of Xauth(7): an entry for one host by its name, or for any. */
const local = 256;
const wild = 65_535;

interface Entry {
  readonly family: number;
  readonly address: string;
  readonly display: string;
  readonly name: string;
  readonly cookie: Buffer;
}

/** What lets us in at the local display of this number; empty when nothing is known, as with a display open to all. */
export async function readXCookie(display: string, env = process.env): Promise<Buffer> {
  const file = env['XAUTHORITY'] || join(homedir(), '.Xauthority');
  // Without a cookie the display itself says whether it lets us in.
  const fitting = entries(await readCookies(file).catch(() => Buffer.alloc(0))).filter(
    (entry) =>
      entry.name === cookieName &&
      (entry.display === '' || entry.display === display) &&
      (entry.family === wild || (entry.family === local && entry.address === hostname())),
  );
  return fitting[0]?.cookie ?? Buffer.alloc(0);
}

/** The file may be a link. */
async function readCookies(file: string): Promise<Buffer> {
  const found = await readPlain(await realpath(file), sizeLimit);
  return found.kind === 'read' ? Buffer.from(found.bytes.buffer) : Buffer.alloc(0);
}

/** A family of two bytes, then four texts with their lengths in two bytes before them, all big-endian. */
function entries(file: Buffer): Entry[] {
  const found: Entry[] = [];
  let at = 0;
  const text = () => {
    const start = at + 2;
    at = start + file.readUInt16BE(at);
    return file.subarray(start, at);
  };
  try {
    while (at < file.length) {
      const family = file.readUInt16BE(at);
      at += 2;
      const [address, display, name] = [text(), text(), text()].map(String);
      found.push({ family, address: address ?? '', display: display ?? '', name: name ?? '', cookie: text() });
    }
  } catch {
    // Cut off in the middle: what came before it counts.
  }
  return found;
}

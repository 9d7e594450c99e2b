import { armor } from 'age-encryption';
import type { Reason } from '../../vault/reasons.ts';

const first = '-----BEGIN AGE ENCRYPTED FILE-----';
const last = '-----END AGE ENCRYPTED FILE-----';
/** Blank lines and a mark may stand before the first line; a PowerShell that redirects writes UTF-16. */
const searched = 1_000;
/** In characters: age's own lines have 64, and no program that wraps them again makes them as short. */
const shortestLine = 16;

export type Unarmoured =
  /** The file as age itself would write it without `-a`; the same bytes where it has no armour. */
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'damaged' | 'foreign'; readonly reason: Reason };

const changed = { kind: 'damaged', reason: { code: 'ARMOUR_DAMAGED' } } as const;

/** Takes off the armour that `age -a` puts around a file, whatever line ends a mail program or an editor gave it. */
export function unarmour(sealed: Uint8Array): Unarmoured {
  const encoding = sealed[0] === 0xff && sealed[1] === 0xfe ? 'utf-16le' : 'utf-8';
  const decode = (bytes: Uint8Array): string => new TextDecoder(encoding).decode(bytes);
  if (!decode(sealed.subarray(0, searched)).trimStart().startsWith(first)) return { kind: 'bytes', bytes: sealed };
  const text = decode(sealed);
  // As an array they would take twenty times their length.
  if (hasManyBreaks(text)) return changed;
  const lines = text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length === 1) return { kind: 'foreign', reason: { code: 'FIRST_LINE_ALONE' } };
  if (lines.at(-1) !== last) return { kind: 'damaged', reason: { code: 'LAST_LINE_MISSING', line: last } };
  try {
    return { kind: 'bytes', bytes: armor.decode(lines.join('\n')) };
  } catch {
    // The decoder’s own message could quote a line of it.
    return changed;
  }
}

function hasManyBreaks(text: string): boolean {
  let left = searched + text.length / shortestLine;
  for (let at = 0; at < text.length && left >= 0; at += 1) if (text[at] === '\n' || text[at] === '\r') left -= 1;
  return left < 0;
}

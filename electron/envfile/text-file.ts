import type { UnfitReason } from './reasons.ts';

/** In bytes: the first lines tell. */
const looked = 4_096;

/** Text of which nearly every second byte is NUL: ASCII in UTF-16 without a byte order mark. */
function isUtf16(bytes: Uint8Array): boolean {
  if (bytes.length < 2 || bytes.length % 2 !== 0) return false;
  const start = bytes.subarray(0, looked);
  const zeros = [0, 0];
  for (const [at, byte] of start.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const pairs = start.length / 2;
  return Math.max(even, odd) > pairs * 0.7 && Math.min(even, odd) < pairs * 0.1;
}

/** Why the bytes can't be a text file that env readers understand, or null. */
export function whyNotText(bytes: Uint8Array, text: string): UnfitReason | null {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 'UTF_16';
  if (isUtf16(bytes)) return 'UTF_16';
  if (text.includes('\0')) return 'NUL_BYTES';
  return null;
}

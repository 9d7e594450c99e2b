/** The two platform codecs this folder uses; declared here because the domain is compiled without DOM or Node types. */
declare const TextDecoder: new (
  label: 'utf-8',
  options: { fatal: boolean; ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

const BYTE_MARK = 0xdc00;

/**
 * Decodes UTF-8 without losing anything: a byte that is not part of valid UTF-8 becomes the lone surrogate U+DC00 + byte
 * (Python's `surrogateescape`), which valid UTF-8 can never produce, so that `encode(decode(bytes))` is always `bytes`.
 */
export function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // Not UTF-8 is an answer, not a failure.
    return decodeWithMarks(bytes);
  }
}

/** The inverse of {@link decode}. */
export function encode(text: string): Uint8Array {
  const encoder = new TextEncoder();
  if (text.isWellFormed()) return encoder.encode(text);
  const parts: Uint8Array[] = [];
  let from = 0;
  for (const marks of text.matchAll(/\p{Surrogate}+/gu)) {
    parts.push(encoder.encode(text.slice(from, marks.index)));
    parts.push(Uint8Array.from(marks[0], (mark) => mark.charCodeAt(0) - BYTE_MARK));
    from = marks.index + marks[0].length;
  }
  parts.push(encoder.encode(text.slice(from)));
  return join(parts);
}

function decodeWithMarks(bytes: Uint8Array): string {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const parts: string[] = [];
  let valid = 0;
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    if (valid < at) parts.push(decoder.decode(bytes.subarray(valid, at)));
    parts.push(String.fromCharCode(BYTE_MARK + (bytes[at] ?? 0)));
    at += 1;
    valid = at;
  }
  if (valid < at) parts.push(decoder.decode(bytes.subarray(valid, at)));
  return parts.join('');
}

/** Length in bytes of the well-formed UTF-8 sequence at `at` (Unicode 15, table 3-7), or 0 where there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length =
    first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0;
  if (length === 0) return 0;
  const second = bytes[at + 1] ?? 0;
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > high) return 0;
  for (let next = at + 2; next < at + length; next += 1) {
    const byte = bytes[next] ?? 0;
    if (byte < 0x80 || byte > 0xbf) return 0;
  }
  return length;
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

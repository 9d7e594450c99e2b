/**
 * How a value is kept in an item. gnome-keyring keeps a keyring without a password in a text file, in which line feeds,
 * backslashes and blanks at an end change a value, or make of it a line of its own; KeePassXC fills in what stands in braces, and
 * keeps no control characters. A value that could come back as another one is kept in base64url behind this mark; one without
 * such characters as it is, so that other programs read it, too.
 */
const mark = 'clavis-base64:';

/** Letters, digits, signs and blanks; no backslash, no braces. */
const harmless = /^[ -[\]-z|~]+$/;

/** A harmless value that is itself marked would be decoded. */
export const needsEncoding = (value: string): boolean =>
  !harmless.test(value) || value.startsWith(' ') || value.endsWith(' ') || value.startsWith(mark);

/** What is to be kept for `value`, in bytes of its own. */
export function encodeValue(value: string, encoded: boolean): Buffer {
  if (!encoded) return Buffer.from(value);
  const plain = Buffer.from(value);
  const kept = Buffer.from(`${mark}${plain.toString('base64url')}`);
  plain.fill(0);
  return kept;
}

/** Whether these kept bytes are marked. */
export function isMarked(kept: Uint8Array): boolean {
  return Buffer.from(kept.buffer, kept.byteOffset, kept.length).subarray(0, mark.length).equals(Buffer.from(mark));
}

/** The value's bytes behind the mark. Null where they are no base64url, as when something changed them. */
export function decodeMarked(kept: Buffer): Buffer | null {
  const text = kept.toString('latin1', mark.length);
  const plain = Buffer.from(text, 'base64url');
  return plain.toString('base64url') === text ? plain : null;
}

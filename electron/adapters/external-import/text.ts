import { unreadable } from './file.ts';

/**
 * The text of an export: UTF-8, or UTF-16 with its mark, as PowerShell writes what a command line tool prints.
 * Throws `EXTERNAL_IMPORT_UNREADABLE`.
 */
export function textOf(bytes: Uint8Array, file: string): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw unreadable(file, 'it is not text');
  }
}

import { vaultError } from '../../vault/errors.ts';

/**
 * The line of a `.gitignore` that means this path alone, `path` being relative to the file's folder. Null where no line
 * can. The leading slash anchors it and takes the meaning from `!` and `#` (gitignore(5)).
 */
export function ignoreLine(path: string): string | null {
  if (/[\n\r\0]/.test(path)) return null;
  return `/${path.replace(/[\\*?[]/g, '\\$&').replace(/ +$/, (spaces) => spaces.replaceAll(' ', '\\ '))}`;
}

/** `bytes` with the line at their end, in the line ending they have; their own lines stay as they are. */
export function withLine(bytes: Uint8Array | null, line: string): Uint8Array {
  const old = bytes ?? new Uint8Array();
  const firstEnd = old.indexOf(0x0a);
  const ending = firstEnd > 0 && old[firstEnd - 1] === 0x0d ? '\r\n' : '\n';
  const missing = old.length > 0 && old.at(-1) !== 0x0a ? ending : '';
  return new Uint8Array(Buffer.concat([old, Buffer.from(missing + line + ending)]));
}

/**
 * git reads such a file as bytes: in UTF-16, as PowerShell and old editors on Windows save it, no line of it counts, and one
 * more would not either. Throws `IGNORE_FILE_NOT_UTF8`.
 */
export function refuseForeignText(bytes: Uint8Array | null, ignoreFile: string): void {
  const [first, second] = bytes ?? [];
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (isMarked || bytes?.includes(0)) throw vaultError('IGNORE_FILE_NOT_UTF8', { ignoreFile });
}

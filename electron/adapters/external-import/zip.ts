import { Unzip, UnzipInflate } from 'fflate';
import { isVaultError } from '../../vault/errors.ts';
import { sizeLimit, unreadable } from './file.ts';

/** The file with the entries: in a .1pux of 1Password, and in Bitwarden's .zip with attachments. */
const wanted = new Set(['export.data', 'data.json']);
/** More files than anybody attaches; a directory of a million names would take minutes to walk. */
const filesLimit = 5_000;
/** Unpacked piece by piece, so that a bomb is noticed before it has grown: a piece grows at most 1032-fold. */
const pieceSize = 16 * 1024;

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** The entries' file out of a zipped export; the attachments are left packed. Throws `EXTERNAL_IMPORT_UNREADABLE`. */
export function unzipExport(bytes: Uint8Array, file: string): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  let found = false;
  let whole = false;
  let files = 0;
  const unzip = new Unzip((entry) => {
    files += 1;
    if (files > filesLimit) throw unreadable(file, `it holds more than ${filesLimit} files`);
    if (found || !wanted.has(entry.name)) return;
    found = true;
    entry.ondata = (error, piece, final) => {
      if (error !== null) throw error;
      length += piece.length;
      if (length > sizeLimit) throw unreadable(file, `what it holds is larger than ${sizeLimit} bytes`);
      pieces.push(piece);
      whole = final;
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length && !whole; at += pieceSize) {
      unzip.push(bytes.subarray(at, at + pieceSize), at + pieceSize >= bytes.length);
    }
  } catch (error) {
    throw isVaultError(error) ? error : unreadable(file, 'it is damaged, or packed in an unusual way');
  }
  if (!found) throw unreadable(file, 'it is no export of 1Password or Bitwarden');
  if (!whole) throw unreadable(file, 'it is damaged: its end is missing');
  return Buffer.concat(pieces);
}

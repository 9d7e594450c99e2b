import { crc32 } from 'node:zlib';
import { Unzip, type UnzipFile, UnzipInflate } from 'fflate';
import { isVaultError, vaultError } from '../../vault/errors.ts';
import { sizeLimit, unreadable } from './file.ts';
import { directoryOf } from './zip-directory.ts';
import { chooseExport, severalExports } from './zip-names.ts';

/** More files than anybody attaches; a directory of a million names would take minutes to walk. */
const filesLimit = 5_000;
/** Unpacked piece by piece, so that a bomb is noticed before it has grown: a piece grows at most 1032-fold. */
const pieceSize = 16 * 1024;
/** An export that is a zip itself, packed into one more by a mail program or by hand, and that once again. */
const layersLimit = 3;

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/**
 * The entries' file out of a zipped export, however it was packed again; the attachments are left packed. Throws
 * `EXTERNAL_IMPORT_UNREADABLE`, `EXTERNAL_IMPORT_ENCRYPTED`.
 */
export function unzipExport(bytes: Uint8Array, file: string): Uint8Array {
  let inner = bytes;
  for (let layer = 0; isZip(inner); layer += 1) {
    if (layer === layersLimit) throw unreadable(file, { code: 'PACKED_TOO_OFTEN' });
    inner = unzipOne(inner, file);
  }
  return inner;
}

function unzipOne(bytes: Uint8Array, file: string): Uint8Array {
  // The first bit of the flags of its first file.
  if (((bytes[6] ?? 0) & 1) === 1) throw vaultError('EXTERNAL_IMPORT_ENCRYPTED', { file });
  const names = new Set<string>();
  const repeated = new Set<string>();
  let files = 0;
  walk(bytes, file, ({ name }) => {
    files += 1;
    if (files > filesLimit) throw unreadable(file, { code: 'TOO_MANY_FILES', limit: filesLimit });
    if (names.has(name)) repeated.add(name);
    names.add(name);
  });
  const wanted = chooseExport(names, file);
  // Which of them counts, programs see differently: a zip that something was added to may have the old one in front.
  if (repeated.has(wanted)) throw severalExports(file);
  const pieces: Uint8Array[] = [];
  let length = 0;
  let found = false;
  let whole = false;
  const take = (entry: UnzipFile): void => {
    if (found || entry.name !== wanted) return;
    found = true;
    entry.ondata = (error, piece, final) => {
      if (error !== null) throw error;
      length += piece.length;
      if (length > sizeLimit) throw unreadable(file, { code: 'UNPACKED_TOO_LARGE', limit: sizeLimit });
      pieces.push(piece);
      whole = final;
    };
    entry.start();
  };
  walk(bytes, file, take, () => whole);
  const directory = directoryOf(bytes);
  if (!whole || directory === null) throw unreadable(file, { code: 'ZIP_CUT_OFF' });
  // Of a zip within a zip, stored as it is, the inner files come by, too, which are not in the directory.
  const listed = directory.get(wanted);
  // What is stored with its size behind it comes with what follows.
  const unpacked = Buffer.concat(pieces).subarray(0, listed?.size);
  // A bit that turned is another letter in a value, and reads as well.
  if (listed !== undefined && crc32(unpacked) !== listed.checksum) throw unreadable(file, { code: 'ZIP_DAMAGED' });
  return unpacked;
}

/** Calls `onFile` for each file in the zip, in its order, until all are there or it `isDone`. */
function walk(
  bytes: Uint8Array,
  file: string,
  onFile: (entry: UnzipFile) => void,
  isDone: () => boolean = () => false,
): void {
  const unzip = new Unzip(onFile);
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length && !isDone(); at += pieceSize) {
      unzip.push(bytes.subarray(at, at + pieceSize), at + pieceSize >= bytes.length);
    }
  } catch (error) {
    throw isVaultError(error) ? error : unreadable(file, { code: 'ZIP_UNUSUAL' });
  }
}

import { basename } from 'node:path';
import { vaultError } from '../vault/errors.ts';
import type { Collections, FoundCollection } from '../vault/ports.ts';
import { readCsv } from './collections-csv.ts';
import { readPicked } from './collections-file.ts';
import { readJson } from './collections-json.ts';
import { textOf } from './collections-text.ts';
import { isZip, unzipExport } from './collections-zip.ts';

/** Exports of other password managers on this system's disks, told apart by what is in them. */
export function openCollections(): Collections {
  return {
    async read(path) {
      const file = basename(path);
      const contents = parse(await readPicked(path, file), file);
      if (contents !== null) return { ...contents, file };
      throw vaultError('COLLECTION_UNREADABLE', { file, reason: 'it is no export of 1Password or Bitwarden' });
    },
  };
}

/** Null for what is no export that is known here. */
function parse(bytes: Uint8Array, file: string): Omit<FoundCollection, 'file'> | null {
  const packed = isZip(bytes);
  const text = textOf(packed ? unzipExport(bytes, file) : bytes, file);
  return packed || /^\s*[{[]/.test(text) ? readJson(text, file) : readCsv(text, file);
}

import type { FoundCollection } from '../../vault/ports.ts';
import { readCsv } from './csv.ts';
import { readJson } from './json.ts';
import { textOf } from './text.ts';
import { isZip, unzipExport } from './zip.ts';

/** Exports of other password managers, told apart by what is in them. Null for what is none that is known here. */
export function parseCollection(bytes: Uint8Array, file: string): Omit<FoundCollection, 'file'> | null {
  const packed = isZip(bytes);
  const text = textOf(packed ? unzipExport(bytes, file) : bytes, file);
  return packed || /^\s*[{[]/.test(text) ? readJson(text, file) : readCsv(text, file);
}

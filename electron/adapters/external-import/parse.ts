import type { ExternalContent } from '../../vault/ports.ts';
import { readCsv } from './csv.ts';
import { checkFields } from './fields.ts';
import { unreadable } from './file.ts';
import { readJson } from './json.ts';
import { noText, textOf } from './text.ts';
import { isZip, unzipExport } from './zip.ts';

/**
 * Exports of other password managers, told apart by what is in them. Throws `EXTERNAL_IMPORT_ENCRYPTED`,
 * `EXTERNAL_IMPORT_UNREADABLE`.
 */
export function parseExternalImport(bytes: Uint8Array, file: string): Omit<ExternalContent, 'file'> {
  const { text, isGuessed } = textOf(isZip(bytes) ? unzipExport(bytes, file) : bytes, file);
  checkFields(text, file);
  const contents = /^\s*[{[]/.test(text) ? readJson(text, file) : readCsv(text, file);
  if (contents === null) throw unreadable(file, isGuessed ? noText : { code: 'NO_EXPORT' });
  return contents;
}

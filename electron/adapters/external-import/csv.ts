import type { ExternalContent } from '../../vault/ports.ts';
import { onePasswordTable } from './1password-table.ts';
import { bitwardenTable } from './bitwarden-table.ts';
import { entryLimit, readEntries } from './entries.ts';
import { tablesOf } from './table.ts';
import type { Layout } from './table-layout.ts';

const layouts: readonly Layout[] = [bitwardenTable, onePasswordTable];

/** Null for a table that is no export known here. Throws `EXTERNAL_IMPORT_UNREADABLE`. */
export function readCsv(text: string, file: string): Omit<ExternalContent, 'file'> | null {
  for (const table of tablesOf(text, file)) {
    for (const { source, readerOf } of layouts) {
      const read = readerOf(table.header);
      if (read !== null) return { source, ...readEntries(table.rows(entryLimit + 1), read, file) };
    }
  }
  return null;
}

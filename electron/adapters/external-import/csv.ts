import type { ExternalContent } from '../../vault/ports.ts';
import { onePasswordTable } from './1password-table.ts';
import { bitwardenTable } from './bitwarden-table.ts';
import { entryLimit, type ReadEntry, readEntries } from './entries.ts';
import { tablesOf } from './table.ts';
import type { Layout } from './table-layout.ts';

const layouts: readonly Layout[] = [bitwardenTable, onePasswordTable];

/** Null for a table that is no export known here. Throws `EXTERNAL_IMPORT_UNREADABLE`. */
export function readCsv(text: string, file: string): Omit<ExternalContent, 'file'> | null {
  for (const table of tablesOf(text, file)) {
    for (const { source, readerOf } of layouts) {
      const read = readerOf(table.header);
      if (read === null) continue;
      // With a cell too many, as after a separator that stands in a cell without quotes, each lies under another one's name: a
      // password under tags, a user's name under the password's.
      const readRow: ReadEntry<string[]> = (cells) => (cells.length > table.header.length ? 'unfit' : read(cells));
      return { source, ...readEntries(table.rows(entryLimit + 1), readRow, file) };
    }
  }
  return null;
}

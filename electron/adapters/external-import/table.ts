import { type Options, parse } from 'csv-parse/sync';
import { entrySizeLimit } from './entries.ts';
import { unreadable } from './file.ts';

/** A table as other programs write it, and as spreadsheets save it again. */
export interface Table {
  readonly header: readonly string[];
  /** At most `limit` lines behind the header. Throws `EXTERNAL_IMPORT_UNREADABLE`. */
  rows(limit: number): string[][];
}

/** What parts two cells: Excel takes `;` where numbers have a comma, and tabs in its "Unicode text". */
const delimiters = [',', ';', '\t'] as const;

/** Excel's own first line, "sep=;", which names the delimiter. */
const separatorLine = /^"?sep=(.)"?(?:\r\n|\n|\r)/i;

/** 1Password 7 for the Mac writes a list as the system prints it, with a quotation mark inside of it as `\"`. */
const escapedQuote = /\\"/g;

/** The text as a table, by each delimiter that it could have. Throws `EXTERNAL_IMPORT_UNREADABLE` where it is whole by none. */
export function tablesOf(text: string, file: string): Table[] {
  const said = separatorLine.exec(text);
  const content = said === null ? text : text.slice(said[0].length);
  const tables = (said?.[1] === undefined ? delimiters : [said[1]]).flatMap((delimiter): Table[] => {
    const header = rowsOf(content, { delimiter, to: 1 });
    const rows = (limit: number) => rowsOf(content, { delimiter, to: limit + 1 })?.slice(1) ?? refuse(file);
    return header === null ? [] : [{ header: header[0] ?? [], rows }];
  });
  return tables.length > 0 ? tables : refuse(file);
}

function refuse(file: string): never {
  throw unreadable(file, { code: 'NOT_WHOLE_TABLE' });
}

/** Null where it is no table. */
function rowsOf(text: string, given: Options): string[][] | null {
  const options: Options = {
    ...given,
    // Lines end in one way and notes break in another.
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: entrySizeLimit,
  };
  const rows = tryParse(text, options);
  if (rows !== null || !text.includes('\\"')) return rows;
  // Every line must have as many cells as the header: else a backslash at the end of a value was taken for more than it is.
  return tryParse(text.replaceAll(escapedQuote, '""'), { ...options, relax_column_count: false });
}

/** Null where it is no table; csv-parse's own message would quote the line. */
function tryParse(text: string, options: Options): string[][] | null {
  try {
    return parse(text, options);
  } catch {
    // Not a table is an answer.
    return null;
  }
}

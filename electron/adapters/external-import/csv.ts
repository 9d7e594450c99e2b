import { parse } from 'csv-parse/sync';
import type { ExternalContent, FoundItem } from '../../vault/ports.ts';
import { entryLimit, entrySizeLimit, readEntries } from './entries.ts';
import { unreadable } from './file.ts';
import { valuesOf, valuesOfNote } from './values.ts';

/** One line of the table. */
interface Row {
  /** By the column's name in lower case; '' where there is none. */
  readonly cell: (column: string) => string;
  /** Each filled cell with its column. */
  readonly filled: () => (readonly [column: string, value: string])[];
}

interface Layout {
  readonly source: string;
  /** Null for an entry that is archived, or of no kind that holds keys. */
  readonly read: (row: Row) => FoundItem | null;
}

/** Null for a table that is no export known here. Throws `EXTERNAL_IMPORT_UNREADABLE`. */
export function readCsv(text: string, file: string): Omit<ExternalContent, 'file'> | null {
  const [header = []] = parseRows(text, file, 1);
  const names = header.map((column) => column.trim().toLowerCase());
  const columns = new Map(names.map((column, at) => [column, at]));
  const layout = layoutOf(columns);
  if (layout === null) return null;
  const rows = parseRows(text, file, entryLimit + 2).slice(1);
  const readRow = (cells: readonly string[]): FoundItem | null => {
    const cell = (column: string) => cells[columns.get(column) ?? cells.length] ?? '';
    const filled = () => cells.flatMap((value, at) => (value === '' ? [] : [[names[at] ?? '', value] as const]));
    return layout.read({ cell, filled });
  };
  return { source: layout.source, ...readEntries(rows, readRow, file) };
}

function parseRows(text: string, file: string, to: number): string[][] {
  try {
    return parse(text, {
      to,
      // Lines end in one way and notes break in another.
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: entrySizeLimit,
    });
  } catch {
    // Its message quotes the line.
    throw unreadable(file, 'it is not a whole table (CSV)');
  }
}

function layoutOf(columns: ReadonlyMap<string, number>): Layout | null {
  if (['type', 'name', 'login_password'].every((column) => columns.has(column))) return bitwarden;
  const hasLogins = ['title', 'password'].every((column) => columns.has(column));
  // Apple's and others' tables have titles and passwords too.
  const is1Password = hasLogins && ['archived', 'favorite', 'tags', 'ainfo'].some((column) => columns.has(column));
  return is1Password ? onePassword : null;
}

function trimmed(parts: readonly string[]): string[] {
  return parts.map((one) => one.trim()).filter((one) => one !== '');
}

/**
 * "name: value", a line each. A value may hold `: ` and line ends itself: a name ends at the first `: `, so that none holds a
 * part of a value, and what is not told to begin a field goes on with the one before.
 */
function fieldsOf(cell: string): { readonly name: string; readonly value: string }[] {
  const fields: { name: string; value: string }[] = [];
  let isInBlock = false;
  for (const line of cell.split('\n')) {
    const colon = isInBlock ? -1 : line.indexOf(': ');
    const last = fields.at(-1);
    if (colon >= 0) fields.push({ name: line.slice(0, colon), value: line.slice(colon + 2) });
    else if (last !== undefined) last.value += `\n${line}`;
    if (line.includes('-----BEGIN ')) isInBlock = true;
    if (line.includes('-----END ')) isInBlock = false;
  }
  return fields;
}

/** https://bitwarden.com/help/condition-bitwarden-import/ */
const bitwarden: Layout = {
  source: 'Bitwarden',
  read({ cell }) {
    if (cell('archiveddate') !== '' || !['login', 'note'].includes(cell('type').toLowerCase())) return null;
    const groups = trimmed([cell('folder'), ...cell('collections').split(',')]);
    // Which of them are hidden is lost in this format.
    const fields = fieldsOf(cell('fields')).flatMap(({ name, value }) => valuesOf('text', name, value.trimEnd()));
    return {
      title: cell('name'),
      tags: groups,
      note: cell('notes'),
      url: cell('login_uri'),
      from: groups.join(', '),
      values: [...valuesOf('password', '', cell('login_password')), ...fields, ...valuesOfNote(cell('notes'))],
    };
  },
};

/** What 1Password's table says about an entry, and the fields that are read by name. */
const named = new Set([
  ...['title', 'type', 'password', 'url', 'urls', 'additional urls', 'website', 'username', 'otpauth', 'favorite'],
  ...['archived', 'tags', 'notes', 'uuid', 'ainfo', 'scope', 'created date', 'modified date'],
]);

/**
 * "license key(reg_code)": the label, without the field's own name. By hand, for an expression would look from each opening
 * bracket to the end: minutes for a column of a million.
 */
function labelOf(column: string): string {
  const closedBefore = column.lastIndexOf(')', column.length - 2);
  const opening = column.indexOf('(', closedBefore + 1);
  return opening < 0 || !column.endsWith(')') ? column : column.slice(0, opening);
}

/** Of version 8: Title, Url, Username, Password, OTPAuth, Favorite, Archived, Tags, Notes; before it a column for each field. */
const onePassword: Layout = {
  source: '1Password',
  read({ cell, filled }) {
    if (/^(?:true|1|yes)$/i.test(cell('archived'))) return null;
    const further = filled().filter(([column]) => column !== '' && !named.has(column));
    const tags = trimmed(cell('tags').split(/[;,]/));
    return {
      title: cell('title'),
      tags,
      note: cell('notes'),
      url: cell('url') || cell('website') || cell('urls'),
      from: tags.join(', '),
      values: [
        ...valuesOf('password', '', cell('password')),
        ...further.flatMap(([column, value]) => valuesOf('text', labelOf(column), value)),
        ...valuesOfNote(cell('notes')),
      ],
    };
  },
};

import type { FoundValue } from '../../vault/ports.ts';
import { type Column, columnOf } from './column-names.ts';
import { type Layout, trimmed } from './table-layout.ts';
import { valuesOf, valuesOfNote } from './values.ts';

/** Apple's and others' tables have titles and passwords too; these columns are 1Password's. */
const telling: readonly Column[] = ['archived', 'favorite', 'tags', 'internal'];

/** Of entries that hold no keys, as version 7 names their kinds. */
const papers = new Set([
  ...['credit card', 'identity', 'bank account', 'driver license', 'outdoor license', 'membership', 'passport'],
  ...['reward program', 'social security number', 'medical record'],
]);

/** "true", as spreadsheets write it again in their languages. */
const isTrue =
  /^(?:true|1|yes|wahr|ja|vrai|oui|verdadero|sí|vero|sì|verdadeiro|sim|waar|sant|sand|tosi|prawda|истина|да|doğru)$/iu;

interface Heading {
  readonly label: string;
  /** What the column is for; null for a field of a person's own. */
  readonly column: Column | null;
  readonly isPassword: boolean;
}

/**
 * Of version 8: Title, Url, Username, Password, OTPAuth, Favorite, Archived, Tags, Notes. Before it a column for each field: on
 * Windows "API 1: TOKEN" below a "SECTION 1: API", on the Mac "token(credential)", many of which have one label.
 */
export const onePasswordTable: Layout = {
  source: '1Password',
  readerOf(header) {
    const headings = header.map(headingOf);
    const has = (column: Column): boolean => headings.some((heading) => heading.column === column);
    if (!has('title') || !has('password') || !telling.some(has)) return null;
    return (cells) => {
      const filled = headings.flatMap((heading, at) => {
        const value = cells[at] ?? '';
        return value === '' ? [] : [{ ...heading, value }];
      });
      const cell = (wanted: Column): string => filled.find(({ column }) => column === wanted)?.value ?? '';
      if (papers.has(cell('type').toLowerCase())) return 'unfit';
      if (isTrue.test(cell('archived').trim())) return 'archived';
      const tags = tagsOf(cell('tags'));
      return {
        title: cell('title'),
        tags,
        note: cell('notes'),
        url: cell('url'),
        from: tags.join(', '),
        values: [...filled.flatMap(valuesIn), ...valuesOfNote(cell('notes'))],
      };
    };
  },
};

function valuesIn({ label, column, isPassword, value }: Heading & { readonly value: string }): FoundValue[] {
  if (column === 'password') return valuesOf('password', columnOf(label) === 'password' ? '' : label, value);
  if (column !== null || label === '') return [];
  return valuesOf(isPassword ? 'hidden' : 'text', label, value);
}

function headingOf(header: string): Heading {
  const name = header.trim();
  const ownName = fieldNameIn(name);
  const label = ownName === null ? name : name.slice(0, -ownName.length - 2);
  const column = columnOf(ownName ?? name);
  const isSection = /^section \d+: /i.test(name);
  return {
    // "SECTION 2 1: TOKEN": the first number is of the section, the second of the field.
    label: isSection ? '' : label.replace(/^(?:\S+ )?\d+: /, ''),
    column,
    isPassword: /password/i.test(ownName ?? ''),
  };
}

/**
 * "license key(reg_code)": the field's own name, behind its label. By hand, for an expression would look from each opening
 * bracket to the end: minutes for a column of a million.
 */
function fieldNameIn(column: string): string | null {
  const closedBefore = column.lastIndexOf(')', column.length - 2);
  const opening = column.indexOf('(', closedBefore + 1);
  return opening < 0 || !column.endsWith(')') ? null : column.slice(opening + 1, -1);
}

/** "work;dev", or as the Mac prints a list: a bracket, a line for each, a bracket. */
function tagsOf(cell: string): string[] {
  const printed = /^\{\(\n([\s\S]*)\)\}$/.exec(cell.replaceAll('\r\n', '\n'));
  if (printed === null) return trimmed(cell.split(/[;,]/));
  return trimmed(
    (printed[1] ?? '').split('\n').map((line) =>
      line
        .trim()
        .replace(/,$/, '')
        .replace(/^"(.*)"$/, '$1'),
    ),
  );
}

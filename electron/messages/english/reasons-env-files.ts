import type { NamedPart, UnfitReason, ValuePart } from '../../vault/reasons.ts';
import type { ReasonWords } from '../language.ts';
import { nameReasons } from './name-reasons.ts';

const unfit: Readonly<Record<UnfitReason, string>> = {
  UTF_16: 'it is UTF-16, as PowerShell’s > and some editors save it, and readers expect UTF-8. Save it as UTF-8',
  NUL_BYTES: 'it holds NUL bytes',
  NO_BRACE: 'it does not begin with {',
  TEXT_BEHIND_OBJECT: 'there is text after the object',
  NO_COMMA: 'a comma is missing',
  NO_KEY: 'a key in double quotes is missing',
  NO_COLON: 'a colon is missing',
  STRING_BROKEN: 'a string is broken',
  NOT_FLAT: 'it holds something else than strings, numbers, true, false and null',
};

const namedParts: Readonly<Record<NamedPart, string>> = {
  NUL: 'a NUL character',
  HALF_SURROGATE: 'half of a surrogate pair',
  LINE_BREAK: 'a line break',
  CARRIAGE_RETURN: 'a carriage return',
  BYTE_ORDER_MARK: 'a byte order mark',
  BACKSLASH_AT_END: 'a backslash at its end',
  TWO_BACKSLASHES: 'two backslashes in a row',
  QUOTES_AROUND: 'a pair of quotes around it',
  TOO_MUCH_FOR_A_LINE: 'more than 64 KiB',
};

function isNamed(part: ValuePart): part is NamedPart {
  return Object.hasOwn(namedParts, part);
}

/** Signs are said as they are. */
const partOf = (part: ValuePart): string => (isNamed(part) ? namedParts[part] : part.replace(' ', ' and '));

/** Why an env file, or a line of one, can't be read or written. */
export const envFileReasons = {
  NAME_REFUSED: (f) => nameReasons[f.why],
  NO_ENV_FILE: (f) => `it is not an env file: ${unfit[f.why]}`,
  TOO_MANY_VARIABLES: (f) => `it has more than ${f.limit} variables`,
  READING_ENDLESS: () => 'reading it takes too long',
  QUOTE_OPEN: (f) => `a quote is opened and not closed (line ${f.line}); close it first`,
  LINE_UNREACHED: (f) => `a shell stops reading it (line ${f.line}), before the place to write to`,
  NO_PLAIN_ASSIGNMENT: (f) => `${f.name} is not set by a plain assignment (line ${f.line}); change it by hand`,
  LINE_SHARED: (f) => `the line that sets ${f.name} (line ${f.line}) holds more than that; remove it by hand`,
  VALUE_CUT: (f) =>
    `the value of ${f.name} (line ${f.line}) goes on in the lines below, which the file's format does not read; change it by hand`,
  NAME_TWICE: (f) => `${f.name} is changed twice at once`,
  EDIT_UNSAFE: () => 'the change would make the rest of it be read differently; nothing was changed',
  MISREAD: (f) => `${f.readers} would misread ${partOf(f.part)}`,
  MISREAD_BY_ALL: (f) => `every reader would misread ${partOf(f.part)}`,
  READER_FAILS: (f) => `${f.reader}, which this project has, would fail at the whole file`,
} satisfies Partial<ReasonWords>;

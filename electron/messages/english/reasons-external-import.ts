import type { ReasonWords } from '../language.ts';

const noMoreThan = (limit: number, what: string): string => `it holds more than ${limit} ${what}`;

const folderHas = (limit: number, what: string): string =>
  `it has more than ${limit} ${what}, choose a folder inside it`;

/** Why another program's export can't be read. */
export const externalImportReasons = {
  IS_LINK: () => 'it is a link, open what it leads to',
  READING_FAILED: () => 'reading it failed',
  READING_TOO_LONG: (f) => `reading it takes longer than ${f.seconds} seconds`,
  READING_TOO_LARGE: () => 'reading it takes more memory than an export needs',
  PACKED_TOO_OFTEN: () => 'it is packed several times over, unpack it',
  UNPACKED_TOO_LARGE: (f) => `what it holds is larger than ${f.limit} bytes`,
  TEXT_TOO_LONG: (f) => `what it holds is larger than ${f.limit} characters`,
  TOO_MANY_FILES: (f) => noMoreThan(f.limit, 'files'),
  TOO_MANY_FIELDS: (f) => noMoreThan(f.limit, 'fields'),
  TOO_MANY_ENTRIES: (f) => noMoreThan(f.limit, 'entries'),
  TOO_MANY_VALUES: (f) => noMoreThan(f.limit, 'values'),
  FOLDER_FILES_TOO_MANY: (f) => folderHas(f.limit, 'env files'),
  FOLDER_FILES_TOO_LARGE: (f) => folderHas(f.limit, 'bytes in its env files'),
  FOLDER_VALUES_TOO_MANY: (f) => folderHas(f.limit, 'values'),
  ZIP_CUT_OFF: () => 'it is damaged: its end is missing',
  ZIP_DAMAGED: () => 'it is damaged: what it holds is not what was packed',
  ZIP_UNUSUAL: () => 'it is damaged, or packed in an unusual way',
  SEVERAL_EXPORTS: () => 'it holds more than one export, unpack it and open them one by one',
  NO_EXPORT: () => 'it is no export of 1Password or Bitwarden',
  NO_TEXT: () => 'it is not text, or not all of it is UTF-8',
  NOT_WHOLE_JSON: () => 'it is not whole JSON',
  NOT_WHOLE_TABLE: () => 'it is not a whole table (CSV)',
} satisfies Partial<ReasonWords>;

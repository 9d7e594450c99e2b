import type { ReasonWords } from '../language.ts';

/** By SQLite's primary result codes: https://www.sqlite.org/rescode.html */
const failedStatements: Readonly<Record<number, string>> = {
  1: 'its tables are not what this Clavis expects',
  3: 'permission denied',
  5: 'another program is using it',
  6: 'another program is using it',
  7: 'memory is used up',
  8: 'it is read-only',
  10: 'the disk reports an error',
  11: 'it is damaged',
  13: 'the disk is full',
  14: "its file can't be opened",
  18: 'a text is too long',
  19: 'it would break a rule of the database',
  20: 'a column would get the wrong type',
  23: 'permission denied',
  26: 'it is no SQLite database',
};

/** Why the database can't be used. */
export const databaseReasons = {
  SQLITE: ({ primary }) => failedStatements[primary] ?? `SQLite's code ${primary}`,
  DATABASE_CLOSED: () => 'it is closed',
  DATABASE_MOVED: () => 'its file was moved or deleted',
  ROW_DAMAGED: () => 'a row in it is damaged',
  DAMAGED: () => 'it is damaged',
  EMPTY: () => 'it is empty',
  NO_DATABASE: () => 'it is no SQLite database',
  OTHER_PROGRAMS: () => 'it belongs to another program',
  GONE_BUT_COMPANION: (f) => `it is gone, but its ${f.companion} file is there`,
  GONE_BUT_COPIES: () => 'it is gone, but copies of it are here',
  GONE_BUT_SET_ASIDE: () => 'it is gone, but a damaged one of it is here',
  CHANGED_MEANWHILE: () => 'it was changed meanwhile',
  NOT_REBUILT: (f) => `it could not be rebuilt: ${f.cause}`,
  NO_COPY_TODAY: (f) => `no copy of it was made today: ${f.cause}`,
  REBUILT_AT_START: (f) => `${f.cause}; quit Clavis and start it again to rebuild it from a copy`,
} satisfies Partial<ReasonWords>;

import type { ErrorWords } from '../language.ts';

/** Errors of another program's export. */
export const externalImportErrors = {
  EXTERNAL_IMPORT_UNKNOWN: () => 'Not taken: this list is no longer valid. Open the export again.',
  EXTERNAL_IMPORT_ENCRYPTED: (f) =>
    `Nothing taken: ${f.file} is encrypted. Export it without encryption, or as CSV, then open that file.`,
  EXTERNAL_IMPORT_UNREADABLE: (f) =>
    `Nothing taken: ${f.file} can't be read (${f.reason}). Export it again, then open it.`,
  EXTERNAL_IMPORT_EMPTY: (f) =>
    f.archived + f.trashed === 0
      ? `Nothing taken: ${f.file} holds no key and no password. Choose another one.`
      : `Nothing taken: of what ${f.file} holds, ${f.archived} archived and ${f.trashed} trashed entries are left out, and nothing else is a key or a password. Restore there what you need, then export again.`,
} satisfies Partial<ErrorWords>;

/** Each error of another program's export, worded with its facts. */
export const externalImportWords = {
  EXTERNAL_IMPORT_UNKNOWN: () => 'Not taken: this list is no longer valid. Open the export again.',
  EXTERNAL_IMPORT_ENCRYPTED: (f: { file: string }) =>
    `Nothing taken: ${f.file} is encrypted. Export it without encryption, or as CSV, then open that file.`,
  EXTERNAL_IMPORT_UNREADABLE: (f: { file: string; reason: string }) =>
    `Nothing taken: ${f.file} can't be read (${f.reason}). Export it again, then open it.`,
  EXTERNAL_IMPORT_EMPTY: (f: { file: string; archived: number; trashed: number }) =>
    f.archived + f.trashed === 0
      ? `Nothing taken: ${f.file} holds no key and no password. Choose another one.`
      : `Nothing taken: of what ${f.file} holds, ${f.archived} archived and ${f.trashed} trashed entries are left out, and nothing else is a key or a password. Restore there what you need, then export again.`,
} satisfies Record<string, (facts: never) => string>;

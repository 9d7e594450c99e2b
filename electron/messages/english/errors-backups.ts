import type { ErrorWords } from '../language.ts';

/** Errors of a backup. */
export const backupErrors = {
  BACKUP_UNWRITABLE: (f) => `Not saved: ${f.file} can't be written (${f.reason}). Choose another place.`,
  BACKUP_NOT_CONFIRMED: (f) =>
    `Not saved: the passphrase of ${f.file} was not repeated. A backup that was there before is unchanged. Back up again, and type the same passphrase when Clavis asks for it.`,
  BACKUP_UNREADABLE: (f) => `Not restored: ${f.file} can't be read (${f.reason}). Nothing changed.`,
  BACKUP_LOCKED: (f) => `Not restored: the passphrase doesn't open ${f.file}. Nothing changed. Type it again.`,
  BACKUP_DAMAGED: (f) => `Not restored: ${f.file} is damaged (${f.reason}). Nothing changed. Take another copy of it.`,
  BACKUP_NOT_OURS: (f) =>
    `Not restored: ${f.file} is no backup of Clavis (${f.reason}). Nothing changed. Choose another file.`,
  BACKUP_NEWER: (f) =>
    f.header === undefined
      ? `Not restored: ${f.file} was made by a newer Clavis. Nothing changed. Update Clavis, then restore.`
      : `Not restored: ${f.file} is encrypted in version ${f.header} of the age format, and this Clavis opens v1. Nothing changed. Update Clavis, or decrypt it with a newer age and encrypt that with age -p as v1.`,
  BACKUP_UNKNOWN: () => 'Not restored: this preview is no longer valid. Open the backup again.',
} satisfies Partial<ErrorWords>;

import type { ReasonWords } from '../language.ts';

/** By the system's code of a failed call; where there are no words, that code is said. */
const failedCalls: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'the system does not permit it',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be too large',
  EIO: 'the disk reports an error',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EBUSY: 'another program is using it',
  ETXTBSY: 'another program is using it',
  ENOENT: 'it is not there',
  ENOTDIR: 'a part of its path is not a folder',
  EISDIR: 'it is a folder',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
};

/** What the system does not do. */
export const systemReasons = {
  SETTINGS_FORBID: () => 'the system’s own settings don’t allow it',
  AUTOSTART_OF_OTHERS: () => 'autostart/clavis.desktop is another program’s',
  SYSTEM: ({ errno }) => failedCalls[errno] ?? (errno || 'it failed for an unknown reason'),
} satisfies Partial<ReasonWords>;

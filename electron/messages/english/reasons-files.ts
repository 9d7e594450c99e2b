import type { ReasonWords } from '../language.ts';

/** Why a file can't be read or written. */
export const fileReasons = {
  NOT_A_FILE: () => 'it is not a file',
  TOO_LARGE: (f) => `it is larger than ${f.limit} bytes`,
  CHANGED_WHILE_READ: () => 'it changed while it was read',
  FOLDER_MISSING: () => 'its folder is not there',
  NO_RIGHTS_KEPT: () => 'its file system keeps no rights',
  LOG_NAME_TAKEN: () => 'something else has the name of its file',
} satisfies Partial<ReasonWords>;

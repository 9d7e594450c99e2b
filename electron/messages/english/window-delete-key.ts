import { count } from './counts.ts';

/** Deleting a key that is in use. */

export const moved = (name: string, more: string): string => `“${name}” moved to Trash.${more}`;
export const undo = 'Undo';
export const title = (name: string): string => `Delete ${name}`;
export const submit = 'Move to Trash';
export const usedInFiles = (files: number): string =>
  `This key is used in ${count(files, 'file')}. In Trash it can be restored, and nothing writes it.`;
export const usedIn = 'Used in';
export const lines = 'Its lines in these files';
export const leaveLines = 'Leave the lines in these files';
export const leaveLinesHint = 'They keep their values. Restore the key, and Clavis manages them again.';
export const removeLines = 'Remove them too';
export const removeLinesHint =
  'Clavis shows each line and asks, before it writes to a file. Restoring the key does not bring them back.';

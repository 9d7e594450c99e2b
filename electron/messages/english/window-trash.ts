import { count } from './counts.ts';

/** Deleted keys, until they are deleted permanently. */

export const stillToErase = (done: string, values: number): string =>
  `${done} ${count(values, 'value')} ${values === 1 ? 'is' : 'are'} erased as soon as the keychain answers.`;
export const deleted = (name: string): string => `“${name}” deleted permanently.`;
export const emptied = (keys: number): string => `${count(keys, 'key')} deleted permanently.`;
export const erasedWhen = (when: string): string => `Erased ${when}`;
export const erasedSoon = 'Erased within a day';
export const times = (deleted: string, erased: string): string => `Deleted ${deleted}; its values are erased ${erased}`;
export const deletedAgo = (ago: string): string => `Deleted ${ago}`;
export const linesOf = (files: number, name: string): string =>
  `In ${count(files, 'file')}…: remove the lines of ${name}`;
export const linesTip = (files: number): string => `Remove its lines from ${count(files, 'file')}…`;
export const inFiles = (files: number): string => `In ${count(files, 'file')}…`;
export const restoreOf = (name: string): string => `Restore ${name}`;
export const restore = 'Restore';
export const eraseOf = (name: string): string => `Delete permanently: ${name}`;
export const eraseTip = 'Delete permanently…';
export const erase = 'Delete permanently';
export const title = 'Trash';
export const empty = 'Empty Trash';
export const nothing = (stay: string): string =>
  `Trash is empty. A key that you delete is kept here${stay}, and can be restored.`;
export const forDays = (days: number): string => ` for ${count(days, 'day')}`;
export const keysStay = (days: number): string => `Keys stay here for ${count(days, 'day')}. `;
export const note = (stay: string): string => `${stay}They can’t be copied, and nothing writes them to files.`;
export const keysInTrash = 'Keys in Trash';
export const restored = (name: string): string => `“${name}” restored.`;
export const restoredAs = (before: string, name: string): string =>
  `“${before}” restored as “${name}”: another key has its name.`;
export const andMore = (others: number): string => `; and ${others} more, in its activity`;
export const noLongerBound = (first: string | undefined, more: string): string => `No longer bound: ${first}${more}.`;

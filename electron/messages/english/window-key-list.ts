import { count } from './counts.ts';

/** The list of keys. */

export const projects = (count: number): string => (count === 1 ? 'project' : 'projects');
export const unused = 'unused';
export const backTo = 'keys';
export const rotationDue = 'Rotation due';
export const due = (when: string): string => `Due ${when}`;
export const notSaved = 'Changes not saved';
export const usedBy = (projects: number): string => `Used by ${count(projects, 'project')}`;
export const clearClipboard = 'Clear the clipboard';
export const clear = 'Clear';
export const allowOneMoreOf = (name: string): string => `Allow one more copy of ${name}`;
export const noCopyLeftTip = 'No copy left. Allow one more copy';
export const allowOneMore = 'Allow one more';
export const copyOf = (name: string): string => `Copy ${name}`;
export const copyByLetter = 'Copy (C)';
export const rotateOf = (name: string): string => `Rotate ${name}`;
export const rotateByLetter = 'Rotate (R)';
export const rotate = 'Rotate';
export const moreFor = (name: string): string => `More for ${name}`;
export const valueMissing = 'Value missing';
export const noCopyLeft = 'No copy left';
export const search = 'Search keys';
export const label = 'Key';
export const title = 'Keys';
export const addByKey = (shortcut: string): string => `Add a key (${shortcut})`;
export const add = 'Add key';
export const readingRest = 'Reading the rest of the list…';
export const noMatch = <E>(query: E) => ['No key matches ', query, '.'];
export const showAll = 'Show all keys';

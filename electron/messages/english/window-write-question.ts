import { count } from './counts.ts';

/** Main's question of what is to be written to env files, and removed from them. */

export const lines = (lines: number): string => count(lines, 'line');
export const newFile = 'New file';
export const inFolder = (folder: string): string => `in ${folder}`;
export const removalsOf = (file: string): string => `Lines of ${file} that may be removed`;
export const remove = <E>(variable: E) => ['Remove ', variable];
export const foreign = 'Not written by Clavis';
export const repeatedGo = 'Stands there more than once: all of these lines go';
export const linesOf = (file: string): string => `Lines of ${file}`;
export const variable = 'Variable';
export const value = 'Value';
export const key = 'Key';
export const lookAt = 'Look at';
export const waiting = 'Left as it is for now: its key takes another value. Write it afterwards';
export const toClavis = <E>(before: E) => [before, ' → Clavis'];
export const stays = <E>(before: E) => [before, ' stays'];
export const staysOut = 'stays out';
export const noLine = 'no line';
export const currentSince = (when: string): string => `current since ${when}`;
export const overwrite = 'Overwrite';
export const keepFiles = 'Keep the file’s';
export const takeInto = 'Take into Clavis';
export const whatHappens = (variable: string): string => `What happens to ${variable}`;
export const othersStay = <E>(lines: E, others: E, closed: E) => [
  lines,
  ' Other lines stay as they are',
  others,
  '.',
  closed,
];
export const untilChosen = ', and so do those that somebody else wrote, until you choose';
export const closed = (files: number): string => ` ${count(files, 'file')} can’t be written now.`;
export const writeList = 'What would be written';
export const write = 'Write';
export const removeList = 'What would be removed';
export const removeFrom = 'Remove lines from';
export const isInTrash = 'is in Trash.';
export const movesToTrash = 'moves to Trash.';
export const titleRemove = (files: number): string => `Remove lines from ${count(files, 'file')}?`;
export const titleWriteTo = (project: string, file: string): string => `Write to ${project}/${file}?`;
export const titleWrite = (files: number): string => `Write ${count(files, 'file')}?`;
export const ordinary = 'Its name does not say that it is a secret';
export const steering = 'Tells a program where to go or what to run';
export const published = 'Published by the build: everybody who opens the site can read it';
export const repeated = 'Defined more than once in this file: each of these lines gets the new value';
export const couldRun = 'Some programs could run parts of this value';
export const misread = (programs: string): string => `${programs} would take another value from this line`;
export const and = (names: string, last: string): string => `${names} and ${last}`;
export const renamed = (before: string): string =>
  `Renamed less than a minute ago. Before, this key was called: ${before}`;
export const replacesReference = 'Replaces a reference: what reads this file gets the value from elsewhere';
export const replacesCiphertext = 'Replaces an encrypted value: what reads this file decrypts it';
export const newer = 'Newer in Clavis';
export const edited = 'Edited by hand';
export const missing = 'Missing in the file';
export const added = 'Added';
export const changed = 'Changed';
export const gitIgnored = 'Ignored by git';
export const noRepository = 'No git repository';
export const onlyIfAdded = 'In git only if added by name';
export const outsideGit = 'Not in git';
export const tracked = 'Tracked by git';
export const exposed = 'Not ignored by git';
export const gitUnknown = 'Could be committed';
export const erasesPrevious =
  'The previous value of this key is erased at once; its last rotation can’t be undone any more';
export const erasesCurrent = 'The value that this key has now is erased at once: your settings keep no previous one';
export const erasesBoth =
  'The value that this key has now and the one before are erased at once: your settings keep no previous one';
export const writeFile = (file: string): string => `Write ${file}`;
export const writeFiles = (files: number): string => `Write ${count(files, 'file')}`;
export const removeLines = (lines: number): string => `Remove ${count(lines, 'line')}`;
export const take = (values: number): string => `Take ${count(values, 'value')}`;
export const andTake = (write: string, values: number): string => `${write}, take ${count(values, 'value')}`;
export const toAdd = 'to add';
export const toChange = 'to change';
export const mayBeRemoved = 'that may be removed';
export const foreignOne = 'there now was not written by Clavis';
export const foreignMany = 'there now were not written by Clavis';
export const publishedOne = 'is published by the build';
export const publishedMany = 'are published by the build';
export const steeringOne = 'tells a program where to go or what to run';
export const steeringMany = 'tell a program where to go or what to run';
export const couldRunOne = 'holds a value that some programs could run';
export const couldRunMany = 'hold a value that some programs could run';
export const misreadOne = 'would be misread by a program of its project';
export const misreadMany = 'would be misread by programs of their projects';
export const renamedOne = 'is of a key that was renamed just now';
export const renamedMany = 'are of keys that were renamed just now';

import { count } from './counts.ts';

/** Keeping the committed file of names in step. */

export const added = (names: number, file: string): string => `${count(names, 'name')} added to ${file}.`;
export const title = (file: string): string => `Update ${file}`;
export const nothingToAdd = 'Nothing to add';
export const add = (names: number, file: string): string => `Add ${count(names, 'name')} to ${file}`;
export const complete = (example: string, file: string): string => `${example} has every name that ${file} has.`;
export const missing = (file: string, example: string): string =>
  `The names that ${file} has and ${example} has not, without their values: it is made to be committed.`;
export const notThereYet = ' It is not there yet: it will be made.';
export const namesToAdd = (file: string): string => `Names to add to ${file}`;
export const later = <E>(file: string, names: E) => [
  'Left out until they are in ',
  file,
  ': ',
  names,
  '. Clavis asks you before it writes such names there.',
];

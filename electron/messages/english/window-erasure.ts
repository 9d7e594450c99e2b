import { count } from './counts.ts';

/** Values that the keychain has still to erase. */

export const it = 'it';
export const them = 'them';
export const waiting = (values: number): string => `${count(values, 'old value')} still to be erased.`;
export const erasedOne = 'The old value is erased.';
export const erasedMany = 'The old values are erased.';
export const notRemoved = <E>(waiting: E, what: string) => [
  waiting,
  ' Your keychain has not removed ',
  what,
  ' yet. Clavis tries again every hour.',
];

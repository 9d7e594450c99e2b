import { count } from './counts.ts';

/** The log of failures. */

export const copied = (entries: number): string => `Copied: ${count(entries, 'entry', 'entries')}.`;
export const nothing = 'Nothing to copy: no failure was noted.';
export const title = 'Diagnostics';
export const lead =
  'Clavis notes failures that nobody waits for in a file on this computer: when, where in its code, and of what kind. No value, no name, no path. Nothing is sent; a copy is yours to look at, and to add to a report.';
export const copy = 'Copy diagnostics';

import { count } from './counts.ts';

/** What became of the lines of a deleted key. */

export const andLeft = (gone: string, left: number): string =>
  `${gone} ${count(left, 'line')} ${left === 1 ? 'stays' : 'stay'} as ${left === 1 ? 'it is' : 'they are'}.`;
export const none = 'No line removed.';
export const gone = (lines: number, files: number): string =>
  `${count(lines, 'line')} removed from ${count(files, 'file')}.`;
export const lineStays = 'its line stays';
export const linesStay = 'its lines stay';

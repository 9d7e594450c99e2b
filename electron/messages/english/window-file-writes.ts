import { count } from './counts.ts';

/** What a write of env files would do, and how it ended. */

export const outcomes = 'How each file ended';
export const previewOf = (project: string, file: string): string => `Preview ${project} ${file}`;
export const preview = 'Preview';
export const nothingToWrite = 'Nothing to write';
export const leftOutWhy = <E>(variable: E, why: E, details: E) => [variable, ' left out: ', why, details];
export const title = 'Write files';
export const done = (done: number, total: number): string => `${done} of ${total} files done`;
export const filesDone = 'Files done';
export const show = 'Show';
export const writeAndRemove = (written: number, removed: number, file: string): string =>
  `Write ${written} and remove ${count(removed, 'variable')} in ${file}…`;
export const write = (variables: number, file: string): string => `Write ${count(variables, 'variable')} to ${file}…`;
export const removeFrom = (variables: number, file: string): string =>
  `Remove ${count(variables, 'variable')} from ${file}…`;
export const restart = (direnv: string): string => ` Restart what has the old file open.${direnv}`;
export const direnv = ' Run direnv allow: direnv loads no .envrc that changed before that.';
export const written = (variables: number, file: string): string =>
  `${count(variables, 'variable')} written to ${file}`;
export const removed = (variables: number, file: string): string =>
  `${count(variables, 'variable')} removed from ${file}`;
export const taken = (values: number): string => `${count(values, 'value')} taken into Clavis`;
export const asItWas = (file: string): string => `${file} is as it was`;
export const countWritten = (lines: number): string => `${lines} written`;
export const countRemoved = (lines: number): string => `${lines} removed`;
export const countTaken = (values: number): string => `${values} taken into Clavis`;
export const allWritten = (variables: number): string => `${count(variables, 'variable')} written`;
export const allRemoved = (variables: number): string => `${count(variables, 'variable')} removed`;
export const inFiles = (what: string, files: number): string => `${what} in ${count(files, 'file')}.`;
export const allTaken = (values: number): string => `${count(values, 'value')} taken into Clavis.`;
export const notWritten = (files: number): string => `${count(files, 'file')} not written.`;
export const leftOut = (lines: number): string => `${count(lines, 'line')} left out.`;
export const upToDate = 'All files are up to date.';

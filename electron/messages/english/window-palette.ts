import { count } from './counts.ts';

/** The quick palette. */

export const files = (files: number): string => count(files, 'env file');
export const keys = (keys: number): string => count(keys, 'key');
export const whatKey = 'key';
export const noCopyLeft = 'No copy left';
export const back = 'Back';
export const close = 'Close';
export const open = 'Open in Clavis';
export const write = 'Write';
export const copy = 'Copy';
export const exportKey = 'Export';
export const exportTo = (name: string): string => `Export ${name} to`;
export const search = 'Search keys';
export const toWhichFile = 'Export to which env file?';
export const envFiles = 'Env files';
export const keysTitle = 'Keys';
export const noProject = <E>(name: E) => ['No project uses ', name, ' yet.'];
export const bindHint = 'Bind it to an env file in Clavis.';
export const none = 'No keys yet.';
export const noneHint = 'Keep one in Clavis; here it is a few letters away.';
export const noMatch = <E>(what: string, query: E) => ['No ', what, ' matches ', query, '.'];
export const whatFile = 'env file';
export const copying = (name: string): string => `Copying ${name}…`;
export const looking = 'Looking for env files…';
export const writing = (file: string): string => `Writing ${file}…`;
export const holdsAlready = (file: string): string => `${file} holds it already.`;
export const written = (variables: number, file: string): string =>
  `${count(variables, 'variable')} written to ${file}`;
export const removed = (variables: number, file: string): string =>
  `${count(variables, 'variable')} removed from ${file}`;

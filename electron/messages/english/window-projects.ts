import { count } from './counts.ts';

/** Linked projects and their env files. */

export const backTo = 'projects';
export const notBound = 'Unbound';
export const keyInTrash = 'Key in Trash';
export const upToDate = (ago: string): string => `up to date ${ago}`;
export const notWritten = 'not written yet';
export const unbindOf = (variable: string): string => `Unbind ${variable}`;
export const linked = (name: string): string => `“${name}” linked.`;
export const unlinked = (name: string): string => `“${name}” is unlinked. Its files are as they were.`;
export const unbound = (variable: string, file: string): string => `${variable} is unbound in ${file}.`;
export const removed = (file: string): string => `${file} is removed from the project. The file is as it was.`;
export const more = 'More';
export const addEnvFile = 'Add an env file';
export const unlink = 'Unlink folder';
export const noEnvFile = 'No env file is left here. Add the one that your code reads.';
export const project = 'Project';
export const title = 'Projects';
export const exportAll = 'Export all';
export const link = 'Link a folder';
export const firstTitle = 'Write keys where your code reads them';
export const firstLead =
  "Link a project's folder, bind keys to its env file, look at what would change, then write it. Clavis changes only the lines you bind, and refuses files that git would commit.";
export const moreFor = (file: string): string => `More for ${file}`;
export const importKeys = 'Import keys from this file';
export const updateExample = 'Update .env.example';
export const settings = 'Settings';
export const remove = 'Remove from project';
export const noKey = (file: string): string =>
  `No key is bound yet. Bind one, and its value goes into ${file} when you write it; or take over what the file has already.`;
export const variablesIn = (file: string): string => `Variables in ${file}`;
export const variable = 'Variable';
export const key = 'Key';
export const state = 'State';
export const keys = (keys: number): string => count(keys, 'key');
export const unbind = 'Unbind';
export const bind = 'Bind a key';

import { count } from './counts.ts';

/** Restoring from a backup. */

export const nothing = 'nothing';
export const settings = 'settings';
export const keys = (keys: number): string => count(keys, 'key');
export const projects = (projects: number): string => count(projects, 'project');
export const leftOutSettings = (settings: number): string => count(settings, 'setting');
export const leftOutFiles = (files: number): string => count(files, 'env file');
export const leftOutActivity = (entries: number): string => `${entries.toLocaleString()} of the activity`;
export const leftOutParts = (parts: number): string => count(parts, 'other part');
export const leftOutFields = (fields: number): string => count(fields, 'other field');
export const withFiles = (folder: string, files: number): string => `${folder}, ${count(files, 'env file')}`;
export const enterPassphrase = 'Enter the passphrase.';
export const restored = (file: string, what: string): string => `Restored from ${file}: ${what}.`;
export const title = (file: string): string => `Restore from ${file}`;
export const open = 'Open backup';
export const lead = 'Nothing changes before you have seen what it holds.';
export const passphrase = 'Passphrase';
export const valuesKept = 'Values kept';
export const valuesCompared = 'Values compared';
export const madeOn = (when: string): string => `Made on ${when}. Copies that were spent come back as spent.`;
export const projectsTitle = 'Projects';
export const settingsTitle = 'Settings';
export const settingsOf = 'Settings of the backup';
export const settingsHint = 'What they would loosen is asked first.';
export const notHere = 'Not here';
export const newerThere = 'Newer in the backup';
export const newerHere = 'Newer here';
export const same = 'The same';
export const hereItIs = (name: string): string => `Here it is “${name}”. `;
export const takenNewer = (here: string): string => `${here}Taken, it is a rotation that can be undone.`;
export const takenOlder = (here: string): string => `${here}Taken, the older value comes back as a rotation.`;
export const nothingToTake = (here: string): string => `${here}Nothing to take.`;
export const leftOut = (what: string): string =>
  `Made by a newer Clavis. Left out, for this one doesn’t know it: ${what}. Update Clavis to restore that, too.`;
export const linkedAlready = (folder: string): string => `${folder}: linked already`;
export const notOnComputer = (folder: string): string => `${folder}: not on this computer`;
export const submit = (what: string): string => `Restore ${what}`;

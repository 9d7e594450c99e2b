import { count } from './counts.ts';

/** Taking keys over from other programs and folders. */

export const likeKeys = 'Look like keys';
export const others = 'Others';
export const savedAlready = 'Saved already';
export const archived = (entries: number): string => `${entries} archived`;
export const trashed = (entries: number): string => `${entries} in the trash there`;
export const leftOut = (what: string): string => `Left out: ${what}. Restore there what you need, then export again.`;
export const nothingToKeep = (entries: number): string =>
  `${count(entries, 'entry', 'entries')} without anything to keep left out.`;
export const kept = (keys: number, there: string): string =>
  `${count(keys, 'key')} kept${there}. Delete the export file now.`;
export const hadAlready = (keys: number): string => `, ${keys} you had already`;
export const title = 'Import keys';
export const submit = (keys: number): string => `Import ${count(keys, 'key')}`;
export const lead = (source: string): string => `${source}. Values go straight into your keychain.`;
export const none = 'There is nothing in it that could be a key.';
export const savedAs = (name: string): string => `Saved as ${name}`;
export const section = 'Import';
export const sectionLead =
  'Keys out of 1Password’s or Bitwarden’s export (CSV, JSON, 1PUX), or out of the env files of a folder. You choose which; the files stay as they are.';
export const fromExport = 'From an export';
export const fromEnvFiles = 'From env files';

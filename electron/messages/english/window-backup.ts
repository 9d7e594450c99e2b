import { count } from './counts.ts';

/** Backing up. */

export const section = 'Backup';
export const sectionLead =
  'One encrypted file with everything, to move to another computer or to have when this one is gone.';
export const backUp = 'Back up';
export const restore = 'Restore';
export const of = (done: string, total: string): string => `${done} of ${total}`;
export const submit = 'Choose a place and save';
export const lead = <E>(format: E) => [
  'One file with every key and its value, your projects and settings. It is encrypted in the ',
  format,
  ' ',
  'format: any program that knows it can open the file with your passphrase, nobody can without. Keys in Trash are left out.',
];
export const passphrase = 'Passphrase';
export const passphraseHint = (least: number): string =>
  `${least} characters or more, such as a few words. Clavis asks for it again before the file is saved.`;
export const noReset =
  'Without the passphrase the backup can’t be opened, and there is no way to reset it. Keep it where you find it when this computer is gone.';
export const valuesRead = 'Values read';
export const inTrash = (keys: number): string => ` ${count(keys, 'key')} in Trash left out.`;
export const saved = (keys: number, file: string, left: string): string =>
  `${count(keys, 'key')} backed up to ${file}.${left}`;
export const savedWithout = (keys: number, file: string, left: string, missing: string): string =>
  `${count(keys, 'key')} backed up to ${file}.${left} Left out, for the keychain has no value: ${missing}.`;

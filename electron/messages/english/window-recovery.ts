import { count } from './counts.ts';

/** Looking for lost keys in the keychain. */

export const values = (values: number): string => count(values, 'value');
export const aValue = 'A value';
export const anotherValue = (name: string): string => `Another value of ${name}`;
export const recoverOf = (name: string): string => `Recover ${name}`;
export const name = 'Name';
export const envVar = 'Environment variable';
export const notRecovered = (keys: number): string =>
  ` ${count(keys, 'key')} not recovered: no key can have what is kept there, or it changed since.`;
export const recovered = (values: number, not: string): string =>
  `${count(values, 'value')} recovered. Their copies count as spent.${not}`;
export const removed = (items: number): string => `${count(items, 'older item')} removed.`;
export const title = 'Look for lost keys';
export const submit = (keys: number): string => `Recover ${count(keys, 'key')}`;
export const looking = 'Looking through your keychain…';
export const nothing = 'The keychain holds no value of Clavis that the list doesn’t know.';
export const found = 'Found in your keychain';
export const damagedTitle = 'Values changed by the keychain:';
export const damaged = <E>(title: E, names: string) => [
  title,
  ' ',
  names,
  '. They are left as they are. Copy these values at their providers again, then rotate.',
];
export const missingTitle = 'Values missing:';
export const missing = <E>(title: E, names: string) => [
  title,
  ' ',
  names,
  '. Rotate these keys, or restore them from a backup.',
];
export const section = 'Recover';
export const sectionLead =
  'Looks through your keychain for values of Clavis that the list doesn’t know, as after a lost database. Your system may ask you to allow it.';
export const older = 'Older items of your keys';
export const remove = (item: string): string => `Remove ${item}`;
export const removeNone = 'Remove…';
export const removeItems = (items: number): string => `Remove ${count(items, 'older item')}…`;
export const previousValue = 'Previous value';
export const notRead = 'Not read: a newer one is there';
export const inCollection = (collection: string): string => `in “${collection}”`;
export const changedAt = (when: string): string => `changed ${when}`;
export const itemOf = (name: string, about: string): string => `the older item of ${name}, ${about}`;

/** Binding a key to a variable of an env file. */

export const chooseKey = 'Choose a key.';
export const enterName = 'Enter a name.';
export const bound = (variable: string, file: string, key: string): string =>
  `${variable} in ${file} now uses “${key}”.`;
export const title = (file: string): string => `Bind a key to ${file}`;
export const submit = 'Bind key';
export const envVar = 'Environment variable';
export const key = 'Key';
export const search = 'Search keys';
export const keysToBind = 'Keys to bind';
export const boundAs = <E>(variable: E) => ['in this file already, as ', variable];
export const more = (keys: number): string => `${keys} more: write on to find yours.`;
export const reading = 'Reading the keys…';
export const noKey = 'There is no key yet. Add one under Keys.';
export const noMatch = 'No key matches.';

/** After a start that had to rebuild the vault. */

export const startedEmpty = 'Your list started empty.';
export const rebuilt = 'Your list was rebuilt.';
export const noCopy = 'The vault’s database was damaged, and there was no copy of it.';
export const fromCopy = (when: string): string =>
  `The vault’s database was damaged; this is its copy of ${when}. What changed since is missing.`;
export const untouched = 'Values in your keychain are untouched.';
export const keptAs = <E>(file: E) => [' ', 'The damaged file is kept as ', file, '.'];

/** What would change in an env file. */

export const foreign = 'Not written by Clavis';
export const ordinary = 'Not a secret’s name';
export const steering = 'Programs act on it';
export const published = 'Published by the build';
export const couldRun = 'Some programs could run parts of this value';
export const changesTo = (file: string): string => `Changes to ${file}`;
export const change = 'Change';
export const variable = 'Variable';
export const value = 'Value';
export const key = 'Key';
export const left = 'Left';
export const leftInTrash = 'stays as it is: its key is in Trash';
export const notOurs = 'Not ours';
export const oneMoreName = '1 more name';
export const moreNames = (names: number): string => `${names} more names`;
export const notShown = 'not shown: part of a value, or not well formed';
export const stays = 'stays as it is';
export const title = (file: string): string => `What would change in ${file}`;
export const leftOut = (variable: string): string => `${variable} left out: `;
export const writtenFor = (readers: string): string => `Written for ${readers}`;
export const unknownExpands =
  'Nothing in this project says which program reads this file. It is written for those that expand $NAME.';
export const unknownPlain =
  'Nothing in this project says which program reads this file. It is written for those that take a $ as it is: dotenv, Node.js, shells and most others.';
export const readBy = <E>(readers: E, dollar: string) => ['Read by', ' ', readers, '. ', dollar];
export const and = ' and ';
export const dollarWritten = (programs: string): string => `A $ in a value is written as \\$, for ${programs}.`;
export const dollarNobody =
  'But it is written for programs that expand $NAME, which none of these does: change it in the file’s settings.';
export const dollarExpanded = (programs: string): string =>
  `But it is written for programs that take a $ as it is, and ${programs} would expand it: change it in the file’s settings.`;
export const forMeAlone = 'For me alone (0600)';
export const openTitle = 'Open to others:';
export const open = <E>(title: E, file: string) => [
  title,
  ' other users of this computer can read ',
  file,
  '. Its rights stay as they are unless you change them.',
];
export const shadowedTitle = 'Defined more than once:';
export const shadowed = <E>(title: E, names: E[]) => [
  title,
  ' ',
  names,
  '. Some programs take the first line, some the last: where Clavis writes a value, each of them gets it.',
];

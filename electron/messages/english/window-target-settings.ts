/** How an env file is written. */

export const saved = (file: string, format: string): string =>
  `${file} is written for ${format}. Nothing in it changed yet.`;
export const title = (file: string): string => `Settings of ${file}`;
export const format = 'File format';
export const expandsLabel = 'The reader expands $names';
export const expands = <E>(names: E) => ['The reader expands ', names];
export const expandsHint = 'Vite, Next and Bun do. Clavis then writes each $ of a value so that it stays one.';

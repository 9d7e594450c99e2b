/** How an env file compares with the vault. */

export const same = 'Same';
export const newer = 'Newer in Clavis';
export const edited = 'Edited by hand';
export const missing = 'Missing in the file';
export const unwritten = 'Not written yet';
export const leaving = 'Goes when you write';
export const unreadable = "Can't be read";
export const missingFile = 'Missing file';
export const toWrite = (lines: number): string => `${lines} to write`;
export const rotated = (toWrite: string): string => `Rotated: ${toWrite}`;

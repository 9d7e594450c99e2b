/** What is known of a value that was found in a file. */

export const reference = 'Reference: the value is kept elsewhere';
export const ciphertext = 'Encrypted: not the value itself';
export const marred = (named: string, odd: string): string => `${named}has ${odd}, which no such key has`;
export const everybody = 'everybody may read it';
export const odd = (characters: string): string => `has ${characters}`;

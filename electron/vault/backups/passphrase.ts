/** In characters. What a passphrase protects lies in a file that anybody may try on, for ever. */
export const leastPassphrase = 12;

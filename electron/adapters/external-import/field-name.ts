/** In characters: nobody calls a field so, but a value that lies in the place of a name may be as long. */
const nameLimit = 60;
/** What names hardly ever hold, but values, settings and addresses with a password do. */
const isOfValues = /["`“”„«»‹›={}\\\p{Cc}]|:\/\//u;
/** An apostrophe in "Ada's key" parts two letters; a quotation mark stands at the edge of a word. */
const quoted = /(?<!\p{L})['‘’‚]|['‘’‚](?!\p{L})/u;

/** In characters, with so many digits: a word of mixed letters is no word. */
const isMixed = /(?=\S*[a-z])(?=\S*[A-Z])(?=(?:\S*\d){3})[\w+/-]{20,}/;
/** Hexadecimal, base32: letters of one case and digits, without what parts words. */
const isRow = /(?<![A-Za-z\d])(?=(?:[A-Za-z]*\d){4})[A-Za-z\d]{20,}/;

/** Whether a field's name can be no part of a secret, so that it may become a key's name or variable (invariant 1). */
export function isPlainName(name: string): boolean {
  return name.length <= nameLimit && ![isOfValues, quoted, isMixed, isRow].some((pattern) => pattern.test(name));
}

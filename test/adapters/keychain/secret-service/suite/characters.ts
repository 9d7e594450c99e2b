/** U+0000 to U+00FF, in their order. */
const characters = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code));

/** Those next to which it changes whether a value is encoded, and the first and the last of all. */
const edges = [...'\0\n !"[\\]yz{|}~\x7f\xff'];

/** What services are known to change, cut off or fill in, in the middle of a value. */
const known = [
  '\ufeffsk',
  '\n[2]\nsecret=sk-forged',
  '\\n\\',
  '{REF:P@I:46C9B1FFBD4ABC4BBB260C6190BAD20C}',
  '{TITLE}',
  '🔑e\u0301\u2028',
  'ключ-鍵',
  '\r\n"third" \'$HOME\'',
];

/**
 * Values that have each of these characters once at both ends, and all of them together each character once in the middle. Then
 * what is known to be harmful, as it is.
 */
export function valuesOfCharacters(atEnds: 'all' | 'edges'): string[] {
  const ends = atEnds === 'all' ? characters : edges;
  const share = characters.length / ends.length;
  const values = ends.map((end, at) => {
    const middle = characters.slice(at * share, (at + 1) * share).join('k');
    return `${end}sk-${middle}-${known[at % known.length]}-3f9A${end}`;
  });
  return [...values, ' ', '\0', 'clavis-base64:c2s', '\ufeff'];
}

import { mulberry32 } from './mulberry.ts';

/** What a keyring's text file could take for its own, and what services are known to fill in, unescape or cut off. */
const pieces: readonly string[] = [
  '\n',
  '\r',
  '\r\n',
  '\0',
  '\t',
  '\\',
  '\\n',
  '\\s',
  '\\x00',
  '\\u0041',
  ' ',
  '  ',
  '\u00a0',
  '\nsecret=sk-forged\n',
  '\n[2]\nsecret=sk-forged\n',
  '[keyring]',
  '[1]',
  '[2]',
  '[1:attribute0]',
  'secret=',
  'display-name=',
  'a=b',
  ';',
  '#',
  '"',
  "'",
  '%s%n',
  '$HOME',
  '{REF:P@I:46C9B1FFBD4ABC4BBB260C6190BAD20C}',
  '{TITLE}',
  '<![CDATA[sk]]>',
  '&amp;',
  'clavis-base64:',
  'clavis-base64:c2s',
  '\u2028',
  '\u2029',
  '\u0085',
  '\ufeff',
  '\ufffd',
  '\ufffe',
  '\u202e',
  '🔑',
  '👩‍🔧',
  'e\u0301',
  '鍵',
  'ключ',
  '-----BEGIN PRIVATE KEY-----\nQUJD\n-----END PRIVATE KEY-----\n',
  '{"private_key": "a\\nb"}',
];

/** A piece alone at the beginning, within and at the end. */
const places = (piece: string): string[] => [`${piece}sk-1`, `sk${piece}-2`, `sk-3${piece}`];

/** One character for each byte that UTF-8 has at the beginning of a character, and for each that it has within one. */
function utf8Bytes(): string[] {
  const leads = Array.from({ length: 0xf4 - 0xc2 + 1 }, (_, at) => 0xc2 + at).map((lead) => {
    if (lead < 0xe0) return String.fromCodePoint((lead & 0x1f) << 6);
    if (lead < 0xf0) return String.fromCodePoint(Math.max((lead & 0x0f) << 12, 0x800));
    return String.fromCodePoint(Math.max((lead & 0x07) << 18, 0x10000));
  });
  const followers = Array.from({ length: 64 }, (_, at) => String.fromCodePoint(0xc0 + at, 0x1f400 + at));
  return [...leads, ...followers];
}

/**
 * As many different values that harm keyrings: each character from 0 to 255, each byte of UTF-8 and each known piece in every
 * place, then mixtures that the seed decides.
 */
export function hostileValues(count: number, seed = 1): string[] {
  const characters = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code));
  const known = [...characters, ...pieces, ...utf8Bytes()];
  const values = new Set([...pieces, ...known.flatMap(places)]);
  const random = mulberry32(seed);
  const oneOf = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  while (values.size < count) {
    const length = 1 + Math.floor(random() * 12);
    values.add(Array.from({ length }, () => oneOf(random() < 0.5 ? pieces : characters)).join(''));
  }
  return [...values].slice(0, count);
}

/** As many of them, from every part of the list. */
export function evenly<T>(values: readonly T[], count: number): T[] {
  return values.filter(
    (_, at) => Math.floor((at * count) / values.length) !== Math.floor(((at - 1) * count) / values.length),
  );
}

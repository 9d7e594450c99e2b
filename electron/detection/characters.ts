import type { OddCharacter } from '../vault/detection-port.ts';

/** What a page, an editor or a terminal slips into a copied text. */
interface Odd {
  readonly name: string;
  /** The ASCII that was meant; '' where nothing was. */
  readonly meant: string;
  /** Nothing of it is seen, or only a gap: it never belongs to a value that it surrounds. */
  readonly isUnseen: boolean;
}

const table = new Map<number, Odd>();

function unseen(names: Readonly<Record<number, string>>): void {
  for (const [point, name] of Object.entries(names)) table.set(Number(point), { name, meant: '', isUnseen: true });
}

function range(from: number, to: number, odd: (point: number) => Odd): void {
  for (let point = from; point <= to; point += 1) if (!table.has(point)) table.set(point, odd(point));
}

function meaning(meant: string, names: Readonly<Record<number, string>>): void {
  for (const [point, name] of Object.entries(names)) table.set(Number(point), { name, meant, isUnseen: false });
}

unseen({
  160: 'no-break space',
  173: 'soft hyphen',
  847: 'combining grapheme joiner',
  1564: 'Arabic letter mark',
  4447: 'Hangul filler',
  4448: 'Hangul filler',
  5760: 'Ogham space',
  6158: 'Mongolian vowel separator',
  8194: 'en space',
  8195: 'em space',
  8199: 'figure space',
  8201: 'thin space',
  8202: 'hair space',
  8203: 'zero-width space',
  8204: 'zero-width non-joiner',
  8205: 'zero-width joiner',
  8206: 'left-to-right mark',
  8207: 'right-to-left mark',
  8232: 'line separator',
  8233: 'paragraph separator',
  8234: 'left-to-right embedding',
  8235: 'right-to-left embedding',
  8236: 'end of a change of direction',
  8237: 'left-to-right override',
  8238: 'right-to-left override',
  8239: 'narrow no-break space',
  8287: 'mathematical space',
  8288: 'word joiner',
  8294: 'left-to-right isolate',
  8295: 'right-to-left isolate',
  8296: 'first strong isolate',
  8297: 'end of an isolate',
  12288: 'ideographic space',
  12644: 'Hangul filler',
  65279: 'byte order mark',
  65440: 'Hangul filler',
  65532: 'object replacement character',
});
range(0x2000, 0x200a, () => ({ name: 'wide space', meant: '', isUnseen: true }));
range(0x2061, 0x206f, () => ({ name: 'invisible format character', meant: '', isUnseen: true }));
range(0xfe00, 0xfe0f, () => ({ name: 'variation selector', meant: '', isUnseen: true }));
range(0xfff9, 0xfffb, () => ({ name: 'invisible annotation character', meant: '', isUnseen: true }));
range(0xe0000, 0xe007f, () => ({ name: 'invisible tag character', meant: '', isUnseen: true }));
range(0xe0100, 0xe01ef, () => ({ name: 'variation selector', meant: '', isUnseen: true }));
table.set(0x00, { name: 'NUL character', meant: '', isUnseen: true });
table.set(0x0d, { name: 'carriage return', meant: '', isUnseen: true });
range(0x01, 0x08, () => ({ name: 'control character', meant: '', isUnseen: true }));
range(0x0b, 0x1f, () => ({ name: 'control character', meant: '', isUnseen: true }));
range(0x7f, 0x9f, () => ({ name: 'control character', meant: '', isUnseen: true }));
range(0xd800, 0xdfff, () => ({ name: 'half a character', meant: '', isUnseen: false }));
table.set(0xfffd, { name: 'replacement character', meant: '', isUnseen: false });
meaning('-', {
  8208: 'hyphen',
  8209: 'non-breaking hyphen',
  8210: 'figure dash',
  8211: 'en dash',
  8212: 'em dash',
  8213: 'horizontal bar',
  8722: 'minus sign',
  65112: 'small em dash',
  65123: 'small hyphen',
});
meaning("'", {
  180: 'acute accent',
  8216: 'left single quotation mark',
  8217: 'right single quotation mark',
  8218: 'low single quotation mark',
  8219: 'reversed single quotation mark',
  8242: 'prime',
  8249: 'single angle quotation mark',
  8250: 'single angle quotation mark',
});
meaning('"', {
  171: 'double angle quotation mark',
  187: 'double angle quotation mark',
  8220: 'left double quotation mark',
  8221: 'right double quotation mark',
  8222: 'low double quotation mark',
  8223: 'reversed double quotation mark',
  8243: 'double prime',
});
meaning('...', { 8230: 'ellipsis' });
meaning('.', { 8228: 'one dot leader', 12290: 'ideographic full stop' });
meaning('/', { 8260: 'fraction slash', 8725: 'division slash' });
meaning('_', { 8255: 'undertie', 65101: 'dashed low line' });
meaning('ff', { 64256: 'ligature ff' });
meaning('fi', { 64257: 'ligature fi' });
meaning('fl', { 64258: 'ligature fl' });
meaning('ffi', { 64259: 'ligature ffi' });
meaning('ffl', { 64260: 'ligature ffl' });
range(0xff01, 0xff5e, (point) => ({
  name: 'full-width character',
  meant: String.fromCodePoint(point - 0xfee0),
  isUnseen: false,
}));

/** Letters of other alphabets that look like ASCII: at home in a password, never in a provider's key. */
const lookalikes = new Map(
  Object.entries({ Cyrillic: ['АВЕКМНОРСТУХІЈЅасеорухіјѕԁԛԝ', 'ABEKMHOPCTYXIJSaceopyxijsdqw'] })
    .concat(Object.entries({ Greek: ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο', 'ABEZHIKMNOPTYXo'] }))
    .flatMap(([alphabet, [theirs = '', ours = '']]) =>
      [...theirs].map((letter, at): [string, Odd] => [
        letter,
        { name: `${alphabet} letter like ${ours[at]}`, meant: ours[at] ?? '', isUnseen: false },
      ]),
    ),
);

const hex = (point: number): string => `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;

const unseenNames = new Map(
  [...table].flatMap(([point, odd]) => (odd.isUnseen ? [[point, `${odd.name} (${hex(point)})`] as const] : [])),
);

/** "zero-width space (U+200B)", where nothing of the character is seen; '' for any other. */
export const unseenName = (point: number): string => unseenNames.get(point) ?? '';

/** In a text full of them nobody reads the list. */
const mostOdd = 100;

const isPlain = (text: string): boolean => /^[\t\n\x20-\x7e]*$/.test(text);

const notPlain = /[^\t\n\x20-\x7e]/gu;

/** What has no place in a provider's key, though it may in a password. */
function oddInKey(character: string): Odd {
  const odd = table.get(character.codePointAt(0) ?? 0) ?? lookalikes.get(character);
  return odd ?? { name: 'character that is not ASCII', meant: '', isUnseen: false };
}

/** Every odd character of the text and where it stands; `inKey`: letters of other alphabets, too. */
export function oddIn(text: string, inKey = false): OddCharacter[] {
  if (isPlain(text)) return [];
  const found: OddCharacter[] = [];
  let at = 0;
  for (const character of text) {
    if (found.length === mostOdd) break;
    const point = character.codePointAt(0) ?? 0;
    const odd = inKey && !isPlain(character) ? oddInKey(character) : table.get(point);
    if (odd !== undefined) found.push({ name: `${odd.name} (${hex(point)})`, at });
    at += 1;
  }
  return found;
}

/**
 * How the text may have been meant: with ASCII for odd characters and lookalikes inside, or without them. None if it has
 * none, or has one at an end, where it only stands around.
 */
export function meaningsOf(text: string): string[] {
  const isAround = (character: string): boolean => {
    const odd = table.get(character.codePointAt(0) ?? 0);
    return odd !== undefined && !/^\w/.test(odd.meant);
  };
  if (isPlain(text) || isAround(text) || isAround(text.slice(-1))) return [];
  const meant = text.replace(notPlain, (character) => oddInKey(character).meant);
  const without = text.replace(notPlain, '');
  return [...new Set([meant, without])].filter((one) => one !== text);
}

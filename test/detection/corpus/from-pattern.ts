import { mulberry32 } from '../../support/mulberry.ts';

/** Numbers below 1 that are the same for the same seed. */
export const createRandom = mulberry32;

const range = (from: string, to: string) =>
  Array.from({ length: to.charCodeAt(0) - from.charCodeAt(0) + 1 }, (_, at) =>
    String.fromCharCode(from.charCodeAt(0) + at),
  ).join('');
const digits = range('0', '9');
const word = `${range('A', 'Z')}${range('a', 'z')}${digits}_`;
const printable = range('!', '~');
const classes: Readonly<Record<string, string>> = { d: digits, w: word, S: printable, s: ' ' };
/** So many more than the least where there is no most. */
const more = 8;

/**
 * Returns a text that fits a pattern of literals, classes, groups, alternatives and counts. What a look-ahead forbids is
 * left to the caller.
 */
export function fromPattern(source: string, random: () => number): string {
  let at = 0;
  const pick = <Item>(items: ArrayLike<Item>): Item | undefined => items[Math.floor(random() * items.length)];

  function alternatives(): () => string {
    const all = [sequence()];
    while (source[at] === '|') {
      at += 1;
      all.push(sequence());
    }
    return () => pick(all)?.() ?? '';
  }

  function sequence(): () => string {
    const parts: (() => string)[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') parts.push(counted(atom()));
    return () => parts.map((part) => part()).join('');
  }

  function atom(): () => string {
    const character = source[at] ?? '';
    at += 1;
    if (character === '^' || character === '$') return () => '';
    if (character === '.') return () => pick(printable) ?? '';
    if (character === '[') return characterClass();
    if (character === '(') return group();
    return character === '\\' ? escaped() : () => character;
  }

  function escaped(): () => string {
    const character = source[at] ?? '';
    at += 1;
    return () => pick(classes[character] ?? character) ?? '';
  }

  function group(): () => string {
    const isLook = source.startsWith('?!', at) || source.startsWith('?=', at);
    if (source[at] === '?') at += 2;
    const inside = alternatives();
    at += 1;
    return isLook ? () => '' : inside;
  }

  function characterClass(): () => string {
    const isNot = source[at] === '^';
    if (isNot) at += 1;
    let set = '';
    while (source[at] !== ']') {
      const character = source[at] ?? '';
      if (character === '\\') {
        set += classes[source[at + 1] ?? ''] ?? source[at + 1];
        at += 2;
      } else if (source[at + 1] === '-' && source[at + 2] !== ']') {
        set += range(character, source[at + 2] ?? '');
        at += 3;
      } else {
        set += character;
        at += 1;
      }
    }
    at += 1;
    const characters = isNot ? [...printable].filter((one) => !set.includes(one)) : [...set];
    return () => pick(characters) ?? '';
  }

  function counted(part: () => string): () => string {
    const found = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})/.exec(source.slice(at, at + 16));
    if (found === null) return part;
    at += found[0].length;
    const [sign, least, comma, most] = found;
    const from = least === undefined ? (sign === '+' ? 1 : 0) : Number(least);
    const open = from + more;
    const to =
      least === undefined ? (sign === '?' ? 1 : open) : comma === '' ? from : most === '' ? open : Number(most);
    return () => Array.from({ length: from + Math.floor(random() * (to - from + 1)) }, part).join('');
  }

  return alternatives()();
}

import type { OddCharacter } from '../vault/detection-port.ts';

const piece = /^[\w+/=.~-]+$/;
const mostPieces = 12;
/** A line is broken at the width of a window or a mail, seldom before. */
const leastWidth = 30;

/** A text that may be one key with white space in it. */
export interface Broken {
  readonly joined: string;
  readonly odd: readonly OddCharacter[];
  /** Broken as a window does it: lines of one length and a rest. */
  readonly isWrapped: boolean;
  readonly pieces: readonly string[];
}

/** The pieces that white space inside a key would leave; null where the text can't be one key. */
export function brokenKey(text: string): Broken | null {
  if (text.length > 8_192 || !/[ \t\n]/.test(text)) return null;
  const pieces = text.split(/[ \t\n]+/, mostPieces + 1);
  if (pieces.length > mostPieces || !pieces.every((one) => piece.test(one))) return null;
  const odd: OddCharacter[] = [];
  let at = 0;
  for (const character of text) {
    if (character === '\n') odd.push({ name: 'line end (U+000A)', at });
    else if (character === ' ') odd.push({ name: 'space (U+0020)', at });
    else if (character === '\t') odd.push({ name: 'tab (U+0009)', at });
    at += 1;
  }
  const [first = ''] = pieces;
  const widths = pieces.slice(0, -1).map((one) => one.length);
  const last = pieces.at(-1)?.length ?? 0;
  const isWrapped =
    !text.includes(' ') &&
    first.length >= leastWidth &&
    widths.every((one) => one === first.length) &&
    last <= first.length;
  return { joined: pieces.join(''), odd, isWrapped, pieces };
}

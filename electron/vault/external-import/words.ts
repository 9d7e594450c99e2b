import type { Detection } from '../detection-port.ts';
import { Secret } from '../secret.ts';
import { toReadable } from '../shown-text.ts';
import type { ValuePieces } from '../value-pieces.ts';
import { findValues } from './inner-values.ts';

/** In characters. What is longer is no title, and would take its time: half a million marks a quarter of a minute. */
export const titleLimit = 1_000;
const noteSearched = 20_000;
/** A key's note, in UTF-16 units. */
const noteLimit = 2_000;
/** From this length on, another entry's value is. */
const ownLength = 8;
/** No shape of a key is shorter; most words are. */
const shapeLength = 12;

/** "password is …", "API key: …": what follows is a value, whatever it looks like. A note that a key is read-only stays. */
const announcesValue =
  /\b(?:pass(?:word|phrase|wort|code)|pwd|pin)s?\s+is\b|\b(?:pass(?:word|phrase|wort|code)?|pwd|pin|secret|token|key|codes?|seed|credentials?)s?\s*[:=]/i;

/** Tells whether a person's words hold a value: such words are neither shown nor kept (invariant 1). */
export interface Redaction {
  /** The title, tag, folder or field on one line, at most `limit` characters; '' where it holds a value. */
  line(text: string, limit: number): string;
  /**
   * The path of a file: nobody wrote it about the values, and its folders may well be called as a part of one. '' where one
   * of its names is a key by its looks, or a value with a digit in it, as no word of a language.
   */
  path(text: string, limit: number): string;
  /** The note, at most as long as a key's may be; '' where it holds a value, or seems to. */
  note(text: string): string;
  /** Whether the text holds one of the entry's own values, whatever its case. */
  holdsOwn(text: string): boolean;
}

/** Whether a value is long enough to be known in another entry's words. */
export function isTelling(text: string): boolean {
  return text.length >= ownLength;
}

/** The words with and without what stands around them: keys hold `:`, `=` and `/` themselves. */
function wordsOf(text: string): Set<string> {
  const words = text.split(/\s+/);
  return new Set(
    [...words, ...words.flatMap((word) => word.split(/["'`=:,;()[\]{}<>]+/))].filter((word) => word !== ''),
  );
}

/** Values that no words may tell. */
export interface UntoldValues {
  /** The entry's own. */
  readonly own: readonly Secret[];
  /** Those of all entries that are long enough ({@link isTelling}). */
  readonly telling: ReadonlySet<string>;
  /** Pieces of all. */
  readonly pieces: ValuePieces;
}

export function createRedaction(
  { own, telling, pieces }: UntoldValues,
  { detect }: Pick<Detection, 'detect'>,
): Redaction {
  /** A word is judged by itself alone. */
  function looksLikeKey(word: string, ofProvider: boolean): boolean {
    if (word.length < shapeLength) return false;
    const { kind, provider } = detect(new Secret(word), { from: 'clipboard' });
    return kind === 'secret' && (!ofProvider || provider !== '');
  }
  const holdsValue = findValues(
    own.map((value) => value.reveal().trim().toLowerCase()),
    wordsOf,
  );
  const holdsOwn = (text: string): boolean => holdsValue(text.toLowerCase());

  function holdsAny(text: string): boolean {
    if (holdsOwn(text) || pieces.isIn(text) || text.includes('-----BEGIN')) return true;
    return [...wordsOf(text)].some((word) => telling.has(word) || looksLikeKey(word, true));
  }

  return {
    holdsOwn,

    line(text, limit) {
      if (text.length > titleLimit) return '';
      const line = toReadable(text);
      // Judged whole: a value that is cut short tells most of itself.
      if (holdsAny(text) || (line !== text && holdsAny(line))) return '';
      return [...line].slice(0, limit).join('').trim();
    },

    path(text, limit) {
      const path = text.length > titleLimit ? '' : toReadable(text);
      const names = path.split('/').flatMap((name) => [name, ...name.split('.')]);
      const isKey = (name: string): boolean => (telling.has(name) && /\d/.test(name)) || looksLikeKey(name, false);
      return names.some(isKey) ? '' : [...path].slice(0, limit).join('').trim();
    },

    note(text) {
      const note = text.replaceAll('\r\n', '\n').trim();
      if (note.length > noteSearched || announcesValue.test(note) || /otpauth/i.test(note) || holdsAny(note)) return '';
      if ([...wordsOf(note)].some((word) => looksLikeKey(word, false))) return '';
      return note.length <= noteLimit ? note : `${note.slice(0, noteLimit - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
    },
  };
}

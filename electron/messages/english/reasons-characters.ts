import type { ReasonWords } from '../language.ts';

/** What no value can hold, as a part of a sentence. */
export const characterReasons = {
  CHARACTER_NUL: () => 'a NUL character',
  CHARACTER_RETURN: () => 'a carriage return',
  CHARACTER_BYTE_ORDER_MARK: () => 'a byte order mark',
  CHARACTER_HALF: () => 'half a character (a lone surrogate)',
  CHARACTER_CONTROL: (f) => `a control character (U+${f.point.toString(16).toUpperCase().padStart(4, '0')})`,
} satisfies Partial<ReasonWords>;

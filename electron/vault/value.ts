import { isVaultError, vaultError } from './errors.ts';
import type { Reason } from './reasons.ts';
import { Secret } from './secret.ts';

/** Below this many characters a mask shows nothing (invariant 7). */
const shownFrom = 16;
const bom = 0xfeff;

function byteLength(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

function characterOf(point: number): Reason {
  if (point === 0) return { code: 'CHARACTER_NUL' };
  if (point === 13) return { code: 'CHARACTER_RETURN' };
  if (point === bom) return { code: 'CHARACTER_BYTE_ORDER_MARK' };
  if (point >= 0xd800 && point <= 0xdfff) return { code: 'CHARACTER_HALF' };
  return { code: 'CHARACTER_CONTROL', point };
}

/** Newline and tab are fine (PEM keys); other control characters no env file can carry. */
function isRefused(point: number): boolean {
  if (point === 9 || point === 10) return false;
  return point < 32 || (point >= 127 && point < 160) || point === bom || (point >= 0xd800 && point <= 0xdfff);
}

/**
 * A value fit to be kept. One last newline, as clipboards and files add it, is dropped.
 * @param limit the most bytes (UTF-8) the keychain takes
 * @throws VALUE_EMPTY, VALUE_CONTROL_CHARACTER, VALUE_TOO_LONG
 */
export function parseValue(text: string, limit: number): Secret {
  const value = text.replace(/\r?\n$/, '');
  if (value.trim() === '') throw vaultError('VALUE_EMPTY');
  let position = 0;
  for (const character of value) {
    position += 1;
    const point = character.codePointAt(0) ?? 0;
    if (isRefused(point)) {
      throw vaultError('VALUE_CONTROL_CHARACTER', { character: characterOf(point), position });
    }
  }
  const bytes = byteLength(value);
  if (bytes > limit) throw vaultError('VALUE_TOO_LONG', { bytes, limit });
  return new Secret(value);
}

/** The value as a key would hold it; null where no key could. */
export function fitValue(value: Secret | null, limit: number): Secret | null {
  if (value === null) return null;
  try {
    return parseValue(value.reveal(), limit);
  } catch (error) {
    if (isVaultError(error)) return null;
    throw error;
  }
}

/** Whether a value is so short that it could be guessed: nobody is told that another one is the same. */
export function isGuessable(value: Secret): boolean {
  const text = value.reveal().trim();
  // By characters, not bytes: sixteen bytes can be four pictures. No more than so many units need a look.
  return [...text.slice(0, 2 * shownFrom)].length < shownFrom;
}

/** The last four characters, or null where that would tell too much (invariant 7). */
export function last4Of(value: Secret): string | null {
  return isGuessable(value) ? null : [...value.reveal().trim()].slice(-4).join('');
}

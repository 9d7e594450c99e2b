import { type Around, type Detected, detectedLimit, type OddCharacter } from '../detection-port.ts';
import { vaultError } from '../errors.ts';
import type { Ports } from '../ports.ts';
import type { Secret } from '../secret.ts';
import { parseValue } from '../value.ts';

export interface InsideOptions {
  readonly around: Around;
  /** The person said to keep what is odd: odd characters, or what looks like a reference or an encrypted text. */
  readonly keepOdd: boolean;
}

/** A value as a key is to hold it, and what stood around it in words; '' for nothing. */
export interface ValueInside {
  readonly value: Secret;
  readonly removed: string;
}

/** So many odd characters are named one by one. */
const mostNamed = 3;

/** "a zero-width space (U+200B) at position 12 and 2 more"; '' for none. */
export function formatOdd(odd: readonly OddCharacter[]): string {
  const named = odd.slice(0, mostNamed).map(({ name, at }) => `${name} at position ${at + 1}`);
  const more = odd.length - named.length;
  return named.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** @throws VALUE_MARRED for a provider's key with a character in it that can't be there */
export function refuseMarred({ odd: [first], isRefused, label }: Detected): void {
  if (!isRefused || first === undefined) return;
  throw vaultError('VALUE_MARRED', { character: first.name, position: first.at + 1, label });
}

/** Refuses what is hardly a key's value, unless the person says that it is. @throws VALUE_REFERENCE, VALUE_CIPHERTEXT, VALUE_ODD */
export function refuseUnfit({ kind, odd }: Detected, keepOdd: boolean): void {
  // A password may begin with `${` or `vault:`.
  if (keepOdd) return;
  if (kind === 'reference') throw vaultError('VALUE_REFERENCE');
  if (kind === 'ciphertext') throw vaultError('VALUE_CIPHERTEXT');
  if (odd.length > 0) throw vaultError('VALUE_ODD', { characters: formatOdd(odd) });
}

/**
 * The value inside a text that the person typed or pasted.
 * @throws VALUE_MARRED, VALUE_ODD, VALUE_REFERENCE, VALUE_CIPHERTEXT, and as `parseValue` does
 */
export function valueInside(
  { detection, valueLimit }: Pick<Ports, 'detection' | 'valueLimit'>,
  text: Secret,
  { around, keepOdd }: InsideOptions,
): ValueInside {
  const typed = text.reveal();
  if (typed.length > detectedLimit || typed.trim() === '') {
    return { value: parseValue(typed, valueLimit), removed: '' };
  }
  const detected = detection.detect(text, around);
  refuseMarred(detected);
  // What can't be kept at all is not worth a question.
  const value = parseValue(detected.value.reveal(), valueLimit);
  refuseUnfit(detected, keepOdd);
  return { value, removed: detected.removed };
}

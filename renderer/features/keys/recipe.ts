import * as words from '../../../electron/messages/window.ts';
import { formatProblem } from '../../ui/field-errors.ts';
import type { Recipe } from '../../vault-client.ts';

/** The forms a random value can have, as one choice and one length. */
export interface RecipeDraft {
  readonly form: string;
  /** Bytes or characters, as written. */
  readonly size: string;
}

interface Form {
  readonly form: string;
  readonly label: string;
  readonly unit: 'bytes' | 'characters';
  readonly usual: number;
  /** Random bits in one byte or character. */
  readonly bits: number;
  readonly recipe: (size: number) => Recipe;
}

export const forms: readonly Form[] = [
  {
    form: 'base64url',
    label: words.newValue.base64url,
    unit: 'bytes',
    usual: 32,
    bits: 8,
    recipe: (bytes) => ({ kind: 'bytes', bytes, encoding: 'base64url' }),
  },
  {
    form: 'hex',
    label: words.newValue.hex,
    unit: 'bytes',
    usual: 32,
    bits: 8,
    recipe: (bytes) => ({ kind: 'bytes', bytes, encoding: 'hex' }),
  },
  {
    form: 'base64',
    label: words.newValue.base64,
    unit: 'bytes',
    usual: 32,
    bits: 8,
    recipe: (bytes) => ({ kind: 'bytes', bytes, encoding: 'base64' }),
  },
  {
    form: 'letters-digits',
    label: words.newValue.lettersDigits,
    unit: 'characters',
    usual: 40,
    bits: Math.log2(62),
    recipe: (length) => ({ kind: 'text', length, alphabet: 'letters-digits' }),
  },
  {
    form: 'letters-digits-symbols',
    label: words.newValue.lettersDigitsSymbols,
    unit: 'characters',
    usual: 32,
    bits: Math.log2(70),
    recipe: (length) => ({ kind: 'text', length, alphabet: 'letters-digits-symbols' }),
  },
  {
    form: 'digits',
    label: words.newValue.digits,
    unit: 'characters',
    usual: 24,
    bits: Math.log2(10),
    recipe: (length) => ({ kind: 'text', length, alphabet: 'digits' }),
  },
];

export const firstRecipe: RecipeDraft = { form: 'base64url', size: '32' };

export function formOf({ form }: RecipeDraft): Form | undefined {
  return forms.find((one) => one.form === form);
}

const shortest = 8;
const longest = 1024;
/** Main makes none that could be guessed. */
const leastBits = 64;

/** null where the size is none that main takes. */
export function recipeOf(draft: RecipeDraft): Recipe | null {
  const size = Number(draft.size);
  if (!Number.isInteger(size) || size < shortest || size > longest) return null;
  return formOf(draft)?.recipe(size) ?? null;
}

function bitsOf(draft: RecipeDraft): number {
  return Math.floor((formOf(draft)?.bits ?? 0) * Number(draft.size));
}

/** What is wrong with the size, in words; null: nothing. */
export function problemOf(draft: RecipeDraft): string | null {
  if (recipeOf(draft) === null) return words.newValue.sizeWrong(shortest, longest);
  const bits = bitsOf(draft);
  return bits < leastBits ? formatProblem('GENERATE_WEAK', { bits, least: leastBits }) : null;
}

/** "256 random bits". */
export function formatStrength(draft: RecipeDraft): string {
  return recipeOf(draft) === null
    ? words.newValue.sizeRange(shortest, longest)
    : words.newValue.strength(bitsOf(draft));
}

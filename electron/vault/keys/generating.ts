import { vaultError } from '../errors.ts';
import type { RandomBytes } from '../ports.ts';
import type { Recipe } from '../records.ts';
import { Secret } from '../secret.ts';

/** Fewer random bits than this could be guessed by trying. */
const leastBits = 64;

const digits = '0123456789';
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** The symbols are those that mean nothing to any reader of an env file, so that the value needs no quotes there. */
const alphabets = {
  'letters-digits': letters + digits,
  'letters-digits-symbols': `${letters}${digits}-_.,:+/@`,
  digits,
} as const;

/** RFC 4648: each character carries `bits` bits; `base64` alone is padded to whole groups of four. */
const encodings = {
  hex: { characters: '0123456789abcdef', bits: 4, padded: false },
  base64: { characters: `${letters}${digits}+/`, bits: 6, padded: true },
  base64url: { characters: `${letters}${digits}-_`, bits: 6, padded: false },
} as const;

type Encoding = (typeof encodings)[keyof typeof encodings];

function encode(bytes: Uint8Array, { characters, bits, padded }: Encoding): string {
  let text = '';
  let held = 0;
  let waiting = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    waiting += 8;
    for (; waiting >= bits; waiting -= bits) text += characters.charAt((held >> (waiting - bits)) & (2 ** bits - 1));
    held &= 2 ** waiting - 1;
  }
  if (waiting > 0) text += characters.charAt(held << (bits - waiting));
  return padded ? text.padEnd(Math.ceil(text.length / 4) * 4, '=') : text;
}

/** Each character is as likely as any other: a byte that would favour the first ones of the alphabet is not used. */
function pick(characters: string, length: number, randomBytes: RandomBytes): string {
  const fair = 256 - (256 % characters.length);
  let text = '';
  while (text.length < length) {
    const bytes = randomBytes(length - text.length);
    for (const byte of bytes) if (byte < fair) text += characters.charAt(byte % characters.length);
    bytes.fill(0);
  }
  return text;
}

/** How many random bits a value of this recipe has, rounded down. */
function bitsOf(recipe: Recipe): number {
  if (recipe.kind === 'bytes') return recipe.bytes * 8;
  return Math.floor(recipe.length * Math.log2(alphabets[recipe.alphabet].length));
}

/** A random value, which no env file has to quote. @throws GENERATE_WEAK below 64 random bits */
export function generateValue(recipe: Recipe, randomBytes: RandomBytes): Secret {
  const bits = bitsOf(recipe);
  if (bits < leastBits) throw vaultError('GENERATE_WEAK', { bits, least: leastBits });
  if (recipe.kind === 'text') return new Secret(pick(alphabets[recipe.alphabet], recipe.length, randomBytes));
  const bytes = randomBytes(recipe.bytes);
  const text = encode(bytes, encodings[recipe.encoding]);
  bytes.fill(0);
  return new Secret(text);
}

const alphabetWords = {
  'letters-digits': 'letters and digits',
  'letters-digits-symbols': 'letters, digits and symbols',
  digits: 'digits',
} as const;

/** For the activity: "generated, 32 bytes as base64url". */
export function formatRecipe(recipe: Recipe): string {
  if (recipe.kind === 'bytes') return `generated, ${recipe.bytes} bytes as ${recipe.encoding}`;
  return `generated, ${recipe.length} ${alphabetWords[recipe.alphabet]}`;
}

import type { ReasonWords } from '../language.ts';

/** `kinds` with blanks between, `?` for one whose name is not told. */
function forKeys(kinds: string): string {
  const named = kinds.split(' ').map((kind) => (kind === '?' ? 'another kind' : kind));
  return `it is encrypted to keys (${named.join(', ')}), not with a passphrase alone: decrypt it with age -d -i and your key, then encrypt that with age -p`;
}

/** Why a backup is not written or restored. */
export const backupReasons = {
  ENCRYPTING_FAILED: () => 'encrypting it failed',
  DECRYPTING_FAILED: () => 'decrypting it failed',
  OPENING_AGAIN_FAILED: () => 'opening it again failed',
  WRITTEN_DOES_NOT_OPEN: () => 'what came back from the disk does not open',
  WOULD_BE_TOO_LARGE: (f) => `it would be larger than ${f.limit} bytes`,
  PLACE_NOT_A_FILE: () => 'what is there is not a file',
  WRITTEN_BY_OTHERS: () => 'another program wrote to it',
  OTHER_CONTENT: () => 'what is in it is something else',
  NO_JSON: () => 'what is in it is no JSON',
  CONTENT_WRONG: (f) => `${f.place || 'its content'} is not as it should be`,
  NO_AGE_FILE: () => 'it is no age file',
  AGE_HEADER_DAMAGED: () => 'its beginning was changed or is cut off',
  FOR_AGE_KEYS: (f) => forKeys(f.kinds),
  FOR_AGE_KEYS_TOO: (f) => `${forKeys(f.kinds)}; besides a passphrase age allows no key`,
  WORK_TOO_MUCH: (f) => `its work factor is ${f.work}, ${f.most} is the most`,
  PARTS_DAMAGED: () => 'parts of it were changed or are missing',
  ARMOUR_DAMAGED: () => 'lines of its armour were changed or are missing',
  FIRST_LINE_ALONE: () => 'it is the first line of an age file, and nothing else',
  LAST_LINE_MISSING: (f) => `its last line, ${f.line}, is missing`,
} satisfies Partial<ReasonWords>;

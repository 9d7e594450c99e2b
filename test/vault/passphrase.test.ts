import { expect, test } from 'vitest';
import { assertStrong } from '../../electron/vault/passphrase.ts';
import { Secret } from '../../electron/vault/secret.ts';

const take = (text: string) => () => assertStrong(new Secret(text));
const code = (expected: string) => expect.objectContaining({ code: expected });

test('a passphrase of twelve characters is taken, however they are composed, and none of fewer', () => {
  expect(take('e\u0301'.repeat(12))).not.toThrow();
  expect(take('\u{1f511}'.repeat(12))).not.toThrow();
  // Eleven characters, written as twenty-two.
  expect(take('e\u0301'.repeat(11))).toThrow(code('PASSPHRASE_WEAK'));
  expect(take('\u{1f511}'.repeat(11))).toThrow(code('PASSPHRASE_WEAK'));
});

test('a passphrase with half a character is refused by itself: another one would open what it was chosen for', () => {
  for (const half of ['\ud83d', '\udd11', '\udd11\ud83d'])
    expect(take(`four words ${half} kept elsewhere`)).toThrow(code('PASSPHRASE_NOT_TEXT'));
});

import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { encryptedCipher } from '../../../../electron/adapters/keychain/secret-service/session-cipher.ts';

test('nothing is sealed or opened with the key of a session that is over', () => {
  const cipher = encryptedCipher(randomBytes(16));
  const sealed = cipher.seal(Buffer.from('sk-a'));
  expect(cipher.open(sealed)?.toString()).toBe('sk-a');
  cipher.forget();
  // Another session may well succeed.
  expect(() => cipher.open(sealed)).toThrow('missing');
  expect(() => cipher.seal(Buffer.from('sk-b'))).toThrow('missing');
});

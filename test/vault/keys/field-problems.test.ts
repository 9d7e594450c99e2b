import { expect, test } from 'vitest';
import { vaultError } from '../../../electron/vault/errors.ts';
import { createFieldProblems } from '../../../electron/vault/keys/field-problems.ts';

test('a database that fails while a field is checked is no fault of that field', () => {
  const problems = createFieldProblems();
  const check = () => {
    throw vaultError('DATABASE_FAILED', { reason: { code: 'DAMAGED' } });
  };
  expect(() => problems.parse('name', check, '')).toThrow(expect.objectContaining({ code: 'DATABASE_FAILED' }));
  expect(() => problems.refuse()).not.toThrow();
});

import { expect, test } from 'vitest';
import { killSealedWrites } from '../../../support/sealed-kills.ts';

test('killed before any of its writes, or at some moment, the file holds all that was acknowledged, and nothing half', async () => {
  const { operations, wrong } = await killSealedWrites(24);
  expect(wrong).toEqual([]);
  // On a busy machine those that are killed at some moment acknowledge little.
  expect(operations).toBeGreaterThan(8);
});

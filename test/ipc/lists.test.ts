import { expect, it } from 'vitest';
import { z } from 'zod';
import { listOf } from '../../electron/ipc/areas/shapes.ts';

it('a list of wrong items is refused at the first of them, and one that is too long before any', () => {
  let looked = 0;
  const item = z.custom<string>((given) => {
    looked += 1;
    return typeof given === 'string';
  });
  const list = listOf(item, 20_000);
  expect(list.safeParse(Array.from({ length: 20_000 }, () => 1)).success).toBe(false);
  expect(looked).toBe(1);
  expect(list.safeParse(Array.from({ length: 20_001 }, () => 'x')).success).toBe(false);
  expect(looked).toBe(1);
  expect(list.safeParse(['a', 'b']).data).toEqual(['a', 'b']);
});

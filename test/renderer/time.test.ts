import { expect, it } from 'vitest';
import { ago, fromNow } from '../../renderer/ui/time.ts';

const day = 24 * 60 * 60 * 1000;
const now = Date.UTC(2026, 0, 1);

it('says 90 days ahead as three months, also when the clock on the screen is some seconds behind', () => {
  expect(fromNow(now + 90 * day, now)).toBe('in 3 mo');
  expect(fromNow(now + 90 * day, now - 20_000)).toBe('in 3 mo');
});

it('counts a day that has begun where it is still to come, and not where it is past', () => {
  expect(fromNow(now + 5.1 * day, now)).toBe('in 6 d');
  expect(ago(now - 5.9 * day, now)).toBe('5 d ago');
});

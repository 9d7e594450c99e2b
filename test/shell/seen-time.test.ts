import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { chosenInTime, watchSeenTime } from '../../electron/shell/seen-time.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the time counts while main goes on', () => {
  const seen = watchSeenTime();
  vi.advanceTimersByTime(499);
  expect(seen.ms()).toBe(499);
  vi.advanceTimersByTime(200);
  expect(seen.ms()).toBe(699);
  seen.stop();
});

test('a time in which main was held up counts as one moment, however long it was', () => {
  let now = 0;
  const seen = watchSeenTime(() => now);
  now += 60_000;
  expect(seen.ms()).toBe(250);
  seen.stop();
});

test('nothing is left running when it ends', async () => {
  watchSeenTime().stop();
  const chosen = chosenInTime(() => Promise.reject(new Error('the dialog failed')));
  await expect(chosen).rejects.toThrow('the dialog failed');
  expect(vi.getTimerCount()).toBe(0);
});

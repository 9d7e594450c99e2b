import { expect, it } from 'vitest';
import { stressPage } from '../page.ts';

it('a taken-over page gets nothing in 1,500 calls (`npm run stress -- page` makes 200,000)', {
  timeout: 300_000,
}, async () => {
  const { lastLine, ok } = await stressPage({ calls: 1_500, lanes: 1, callsAlone: 0, seed: 1, progress: false });
  expect(lastLine).toMatch(
    /^page: 1\d\d\d calls, \d+ channels, 0 pieces .* 0 unlocks without a press, at most [1-4] questions a minute,/,
  );
  expect(ok).toBe(true);
});

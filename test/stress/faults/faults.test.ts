import { expect, test } from 'vitest';
import { lineOf, stressFaults } from '../faults.ts';

test('the most important faults are said, change nothing, and leave the vault at work', {
  timeout: 60_000,
}, async () => {
  const { outcomes, lastLine, ok } = await stressFaults({ short: true, progress: false });
  expect(outcomes.map(lineOf).filter((line) => /SILENT|unchanged no|works again no/.test(line))).toEqual([]);
  expect(outcomes.length, lastLine).toBeGreaterThan(0);
  expect(ok).toBe(true);
});

import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { stressTour } from '../tour.ts';

test('a run that fails is counted, and what it showed and said is kept, of no other', { timeout: 60_000 }, async () => {
  const tests = ['--config', 'test/stress/tour/fixtures/playwright.config.ts'];
  const { lastLine, ok, kept } = await stressTour({ runs: 3, busy: 1, progress: false, tests });
  expect(lastLine).toBe('tour: 3 runs, 1 on busy cores, 2 green');
  expect(ok).toBe(false);
  const folder = kept ?? '';
  expect(await readdir(folder)).toEqual(['run-2']);
  expect((await readdir(path.join(folder, 'run-2'))).sort()).toEqual(['pictures', 'results', 'said.txt']);
  expect(await readdir(path.join(folder, 'run-2/pictures'))).toEqual(['1-first-start.png']);
  expect(await readFile(path.join(folder, 'run-2/said.txt'), 'utf8')).toContain('run-2');
  await rm(folder, { recursive: true });
});

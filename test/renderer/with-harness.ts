import { afterAll, beforeAll } from 'vitest';
import { type Harness, type Opened, type OpenOptions, startHarness } from './harness.ts';

/** The built renderer in Chromium for the tests of a file, or of a `describe`. Returns what opens a window of it. */
export function withHarness(): (options?: OpenOptions) => Promise<Opened> {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  });
  afterAll(() => harness.close());
  return (options) => harness.open(options);
}

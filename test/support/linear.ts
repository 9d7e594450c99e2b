import { expect } from 'vitest';
import { bestTime } from './cpu-time.ts';
import type { MakeText } from './hostile-texts.ts';

/** Twice as much to read may take this many times as long. What takes its square takes four times as long. */
const mostTimes = 2.3;
/** In ms of the processor: what the system's own steps of counting, and memory asked for at one size only, may add. */
const floor = 10;
/** What took too long is measured again so often, the best of all runs counting. */
const rounds = 8;

export interface LinearOptions<T> {
  /** In characters. */
  readonly from?: number;
  readonly to: number;
  /** Makes of the text what is read, outside of what is measured. */
  readonly prepare: (text: string) => T;
  readonly read: (input: T) => unknown;
}

/** Fails where any doubling of the size, from the one to the other, takes more than twice as long, and some. */
export async function expectLinear<T>(make: MakeText, options: LinearOptions<T>): Promise<void> {
  const { from = 64 * 1024, to, prepare, read } = options;
  let small = prepare(make(from));
  // Once for the compiler.
  await read(small);
  let before = await bestTime(() => read(small), 2);
  for (let size = 2 * from; size <= to; size *= 2) {
    const large = prepare(make(size));
    let now = await bestTime(() => read(large), 1);
    const allowed = (): number => before * mostTimes + floor;
    // What is far beyond is no noise, and would be waited for again and again.
    for (let round = 0; round < rounds && now > allowed() && now < 4 * allowed(); round += 1) {
      before = Math.min(before, await bestTime(() => read(small), 2));
      now = Math.min(now, await bestTime(() => read(large), 2));
    }
    expect(now, `${size} characters, after half of them in ${before.toFixed(1)} ms`).toBeLessThanOrEqual(allowed());
    [small, before] = [large, now];
  }
}

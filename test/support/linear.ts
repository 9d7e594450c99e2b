import { expect } from 'vitest';
import { bestTime } from './cpu-time.ts';
import type { MakeText } from './hostile-texts.ts';

/** Twice as much to read may take this many times as long. What takes its square takes four times as long. */
const mostTimes = 2.3;
/** In ms of the processor: what nobody notices, and garbage that is collected in one run and not in the other. */
const floor = 50;
/** What took too long is measured again so often, the best of all runs counting. */
const rounds = 5;

export interface LinearOptions<T> {
  /** In characters. */
  readonly from?: number;
  readonly to: number;
  /** Makes of the text what is read, outside of what is measured. */
  readonly prepare: (text: string) => T;
  readonly read: (input: T) => unknown;
}

/** Fails where, from the one size to the other, each doubling takes more than twice as long, and some. */
export async function expectLinear<T>(make: MakeText, options: LinearOptions<T>): Promise<void> {
  const { from = 64 * 1024, to, prepare, read } = options;
  const small = prepare(make(from));
  const large = prepare(make(to));
  // Once for the compiler.
  await read(small);
  let least = await bestTime(() => read(small), 2);
  let most = await bestTime(() => read(large), 1);
  const allowed = (): number => least * mostTimes ** Math.log2(to / from) + floor;
  // What is far beyond is no noise, and would be waited for again and again.
  for (let round = 0; round < rounds && most > allowed() && most < 4 * allowed(); round += 1) {
    least = Math.min(least, await bestTime(() => read(small), 2));
    most = Math.min(most, await bestTime(() => read(large), 2));
  }
  expect(most, `${to} characters, after ${from} in ${least.toFixed(1)} ms`).toBeLessThanOrEqual(allowed());
}

import { expect } from 'vitest';
import { bestTime } from './cpu-time.ts';
import type { MakeText } from './hostile-texts.ts';

/**
 * Twice as much to read may take this many times as long. What takes its square takes four times as long; what grows with
 * it takes 2 to 2.2 times as long, since the larger text and what is made of it leave the processor's caches.
 */
const mostTimes = 2.5;
/** In ms of the processor: what the system's own steps of counting, and memory asked for at one size only, may add. */
const floor = 15;
/** What took too long is measured again so often, the best of all runs counting. */
const rounds = 20;

export interface LinearOptions<T> {
  /** In characters. */
  readonly from?: number;
  readonly to: number;
  /** Makes of the text what is read, outside of what is measured. */
  readonly prepare: (text: string) => T;
  readonly read: (input: T) => unknown;
}

export type EachLinearOptions<T> = Omit<LinearOptions<T>, 'read'> & {
  readonly reads: readonly LinearOptions<T>['read'][];
};

/**
 * Fails where, from the one size to the other, each doubling takes more than twice as long, and some. The sizes between are
 * not looked at: what leaves the processor's cache at one of them takes longer there, and only there.
 */
export function expectLinear<T>(make: MakeText, { read, ...options }: LinearOptions<T>): Promise<void> {
  return expectEachLinear(make, { ...options, reads: [read] });
}

/** The same for several ways to read what was made once. */
export async function expectEachLinear<T>(make: MakeText, options: EachLinearOptions<T>): Promise<void> {
  const { from = 64 * 1024, to, prepare, reads } = options;
  const small = prepare(make(from));
  const large = prepare(make(to));
  for (const read of reads) await expectLinearRead(read, { from, small, to, large });
}

interface Sizes<T> {
  readonly from: number;
  readonly small: T;
  readonly to: number;
  readonly large: T;
}

async function expectLinearRead<T>(read: (input: T) => unknown, { from, small, to, large }: Sizes<T>): Promise<void> {
  // Once for the compiler.
  await read(small);
  let least = await bestTime(() => read(small), 2);
  let most = await bestTime(() => read(large), 1);
  const allowed = (): number => least * mostTimes ** Math.log2(to / from) + floor;
  // What is far beyond each time is no noise, and would be waited for again and again.
  const isHopeless = (round: number): boolean => round >= 2 && most >= 4 * allowed();
  for (let round = 0; round < rounds && most > allowed() && !isHopeless(round); round += 1) {
    least = Math.min(least, await bestTime(() => read(small), 2));
    most = Math.min(most, await bestTime(() => read(large), 2));
  }
  expect(most, `${to} characters, after ${from} in ${least.toFixed(1)} ms`).toBeLessThanOrEqual(allowed());
}

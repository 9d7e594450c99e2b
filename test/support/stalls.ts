import { ownClock } from './waited-time.ts';

const tickMs = 5;

/**
 * Watches the event loop. The returned function gives the longest time in ms that it stood still by its own doing: what a
 * busy machine made it wait is taken off.
 */
export function watchStalls(): () => number {
  let longest = 0;
  let before = ownClock();
  const look = (): void => {
    const now = ownClock();
    longest = Math.max(longest, now - before - tickMs);
    before = now;
  };
  const timer = setInterval(look, tickMs);
  return () => {
    clearInterval(timer);
    look();
    return longest;
  };
}

/**
 * Does the work until its longest gap is below the limit, in ms, five times at most: what stalls by itself does so each time,
 * a machine that was busy with something else, or its disk, does not. Returns the shortest of the gaps, and what the work gave
 * first. `prepare` goes before each, and is not measured.
 */
export async function leastStall<T>(
  limit: number,
  work: () => Promise<T>,
  prepare: () => void = () => {},
): Promise<{ ms: number; first: T }> {
  async function measure(): Promise<{ ms: number; first: T }> {
    prepare();
    const stalled = watchStalls();
    const first = await work();
    return { ms: stalled(), first };
  }
  let { ms, first } = await measure();
  for (let tries = 1; tries < 5 && ms >= limit; tries += 1) ms = Math.min(ms, (await measure()).ms);
  return { ms, first };
}

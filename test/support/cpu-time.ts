import { readFileSync } from 'node:fs';

/** For how long, in ms, this process's main thread had a processor: a busy machine changes it little. Linux only. */
function processorTime(): number {
  return Number(readFileSync('/proc/self/schedstat', 'latin1').split(' ')[0]) / 1e6;
}

/** How much of the main thread's time, in ms, the work takes at its best of several runs. */
export async function bestTime(work: () => unknown, runs = 5): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) {
    const before = processorTime();
    await work();
    best = Math.min(best, processorTime() - before);
  }
  return best;
}

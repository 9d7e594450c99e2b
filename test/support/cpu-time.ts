/** In ms: the system counts a thread's time in steps of some ms, so that short work is done several times. */
const leastMs = 20;

/** For how long, in ms, this thread had a processor: a busy machine changes it little. */
function processorTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

/** How much of the main thread's time, in ms, the work takes at its best of several runs. Needs `--expose-gc`. */
export async function bestTime(work: () => unknown, runs: number): Promise<number> {
  if (globalThis.gc === undefined)
    throw new Error('Start with --expose-gc: what earlier work left must not be collected');
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) {
    globalThis.gc({ type: 'minor' });
    const before = processorTime();
    let count = 0;
    let took = 0;
    do {
      await work();
      count += 1;
      took = processorTime() - before;
    } while (took < leastMs);
    best = Math.min(best, took / count);
  }
  return best;
}

/** How much of the main thread's time, in ms, the work takes, done once. */
export async function cpuTimeOf(work: () => unknown): Promise<number> {
  const before = processorTime();
  await work();
  return processorTime() - before;
}

/** How much of the processors' time, in ms, this process takes for the work in all of its threads. */
export async function processTimeOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

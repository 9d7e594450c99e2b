import { readFileSync } from 'node:fs';

const tickMs = 5;

/** For how long, in ms, this process's main thread was ready to run and other processes had the processors. Linux only. */
function waitedForProcessor(): number {
  return Number(readFileSync('/proc/self/schedstat', 'latin1').split(' ')[1]) / 1e6;
}

/**
 * Watches the event loop. The returned function gives the longest time in ms that it stood still by its own doing: what a
 * busy machine made it wait is taken off.
 */
export function watchStalls(): () => number {
  let longest = 0;
  let before = { at: performance.now(), waited: waitedForProcessor() };
  const look = (): void => {
    const now = { at: performance.now(), waited: waitedForProcessor() };
    longest = Math.max(longest, now.at - before.at - (now.waited - before.waited) - tickMs);
    before = now;
  };
  const timer = setInterval(look, tickMs);
  return () => {
    clearInterval(timer);
    look();
    return longest;
  };
}

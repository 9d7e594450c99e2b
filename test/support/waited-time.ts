import { openSync, readSync } from 'node:fs';

/** Open once, and read into one place: the look must cost next to nothing. Other systems don't tell. */
const schedule = process.platform === 'linux' ? openSync('/proc/self/schedstat', 'r') : null;
const line = Buffer.alloc(128);

/** For how long, in ms, this process's main thread was ready to run and other processes had the processors. */
export function waitedForProcessor(): number {
  if (schedule === null) return 0;
  const length = readSync(schedule, line, 0, line.length, 0);
  return Number(line.toString('latin1', 0, length).split(' ')[1]) / 1e6;
}

/** A clock in ms that stands while the main thread is ready to run and other processes have the processors. */
export function ownClock(): number {
  return performance.now() - waitedForProcessor();
}

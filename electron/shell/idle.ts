import { powerMonitor } from 'electron';

/** In seconds. Between looks no longer than this, for the computer may sleep; near the end no more often than that. */
const longest = 15;
const shortest = 1;

/** Locks after a time without input anywhere on the computer. Starts with `follow`; 0 minutes: never. */
export function createIdleLock(lock: (by: 'idle') => void): { follow(minutes: number): void } {
  let timer: NodeJS.Timeout | undefined;

  function look(seconds: number): void {
    const left = seconds - powerMonitor.getSystemIdleTime();
    if (left <= 0) lock('idle');
    const next = left <= 0 ? longest : Math.max(shortest, Math.min(longest, left));
    timer = setTimeout(look, next * 1000, seconds).unref();
  }

  return {
    follow(minutes) {
      clearTimeout(timer);
      if (minutes > 0) look(minutes * 60);
    },
  };
}

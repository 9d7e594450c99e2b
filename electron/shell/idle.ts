import { powerMonitor } from 'electron';
import type { Diagnostics } from '../vault/diagnostics.ts';

/** In seconds. Between looks no longer than this, for the computer may sleep; near the end no more often than that. */
const longest = 15;
const shortest = 1;

export interface IdleLock {
  /** From now on after so many minutes; 0: never. */
  follow(minutes: number): void;
}

/** Locks after a time without input anywhere on the computer. Starts with `follow`. */
export function createIdleLock(lock: (by: 'idle') => void, { report }: Diagnostics): IdleLock {
  let timer: NodeJS.Timeout | undefined;

  function look(seconds: number): void {
    let next = longest;
    try {
      const left = seconds - powerMonitor.getSystemIdleTime();
      if (left <= 0) lock('idle');
      else next = Math.max(shortest, Math.min(longest, left));
    } catch (error) {
      // A lock that stopped looking would never come.
      report('idle-lock', error);
    }
    timer = setTimeout(look, next * 1000, seconds).unref();
  }

  return {
    follow(minutes) {
      clearTimeout(timer);
      if (minutes > 0) look(minutes * 60);
    },
  };
}

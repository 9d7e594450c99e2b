import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, type Stats } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { systemCode } from '../../files/reasons.ts';
import { clearName, replaceSealedFile } from './file.ts';

/** After the first wrong passphrase one second, twice as long after each further one, five minutes at most. */
const firstPauseMs = 1_000;
const longestPauseMs = 5 * 60 * 1_000;
/** In bytes: more than a count takes. */
const mostBytes = 200;
/** From here on the pause is the longest. */
const mostCounted = 10;
/** Before a try that can't be counted: so that to start Clavis again makes none cheaper. */
const uncountedMs = 5_000;

interface Counted {
  readonly wrong: number;
  /** ms since the epoch. */
  readonly lastAt: number;
}

/** Wrong passphrases, counted in a file of their own, so that a restart makes no pause shorter. */
export interface Tries {
  /** How long until the next one may be typed, ms. */
  pauseMs(): number;
  /**
   * One more is about to be tried: it counts as wrong until `forget`, whatever ends the process meanwhile. Returns what takes
   * it back, for one that was not tried in the end.
   */
  count(): Promise<() => Promise<void>>;
  /** It was the right one. */
  forget(): Promise<void>;
}

export interface TriesOptions {
  readonly file: string;
  readonly report: (error: unknown) => void;
  /** ms since the epoch. */
  readonly now?: () => number;
  /** Waits so many ms. */
  readonly wait?: (ms: number) => Promise<unknown>;
}

export function openTries({ file, report, now = Date.now, wait = delay }: TriesOptions): Tries {
  let counted = read();

  function read(): Counted {
    try {
      const held: unknown = JSON.parse(readSmall(file));
      if (isCounted(held)) return held;
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return { wrong: 0, lastAt: 0 };
      report(error);
    }
    // Not to be read: no reason to let anybody try more often, nor to begin the pause again at each start.
    return { wrong: mostCounted, lastAt: changedAt(file) ?? now() };
  }

  /** Returns whether it is on the disk. */
  async function keep(next: Counted): Promise<boolean> {
    counted = next;
    try {
      if (lstatSync(file, { throwIfNoEntry: false })?.isDirectory() === true) await clearName(file);
      await replaceSealedFile(file, Buffer.from(JSON.stringify(counted)));
      return true;
    } catch (error) {
      report(error);
      return false;
    }
  }

  async function forget(): Promise<void> {
    counted = { wrong: 0, lastAt: 0 };
    await clearName(file).catch(report);
  }

  return {
    pauseMs() {
      const { wrong, lastAt } = counted;
      // A clock that was set back must not lock the person out for long.
      if (lastAt > now()) counted = { wrong, lastAt: now() };
      const pause = wrong === 0 ? 0 : Math.min(longestPauseMs, firstPauseMs * 2 ** (wrong - 1));
      return Math.max(0, counted.lastAt + pause - now());
    },
    async count() {
      const before = counted;
      const isKept = await keep({ wrong: Math.min(mostCounted, counted.wrong + 1), lastAt: now() });
      // On a full disk it counts for this run alone: the person must get at their values.
      if (!isKept) await wait(uncountedMs);
      return async () => void (before.wrong === 0 ? await forget() : await keep(before));
    },
    forget,
  };
}

/** A plain file alone, and no more of it than a count has: nothing in its place may hold the start up, or take all memory. */
function readSmall(file: string): string {
  // Before opening: to open a device can already do something.
  const isFitting = (stat: Stats): boolean => stat.isFile() && stat.size <= mostBytes;
  if (!isFitting(lstatSync(file))) throw new Error('it is no count');
  const opened = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
  try {
    if (!isFitting(fstatSync(opened))) throw new Error('it is no count');
    const bytes = Buffer.alloc(mostBytes);
    return bytes.toString('utf8', 0, readSync(opened, bytes, 0, mostBytes, 0));
  } finally {
    closeSync(opened);
  }
}

/** When what is there came there, ms since the epoch; null where the system doesn't say. */
function changedAt(file: string): number | null {
  try {
    return lstatSync(file).ctimeMs;
  } catch {
    // It went meanwhile, or its folder can't be read: whoever tries a passphrase is told so.
    return null;
  }
}

function isCounted(held: unknown): held is Counted {
  if (typeof held !== 'object' || held === null || !('wrong' in held) || !('lastAt' in held)) return false;
  const { wrong, lastAt } = held;
  const isIn = (value: unknown, most: number): boolean =>
    typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;
  return isIn(wrong, mostCounted) && isIn(lastAt, Number.MAX_SAFE_INTEGER);
}

import { vaultError } from './errors.ts';
import type { Clock } from './ports.ts';

/** So many answers a minute may tell whether a value is one that the vault holds. */
const perMinute = 1_000;
const minuteMs = 60_000;
/** What was told once tells nothing new; so many answers are remembered. */
const rememberedLimit = 50_000;

/**
 * Limits the answers that tell whether a value which somebody else chose is one of the vault's: each is a guess that a page
 * could make. Short values are never told (`isGuessable`); of the others only so many a minute. One large look at a file is
 * let through, and what it takes too much is waited for afterwards.
 */
export interface GuessLimiter {
  /** An answer is about to tell this of so many values. @throws COMPARED_TOO_MUCH, and then it must not */
  charge(values: number): void;
  /** The same, for what may be asked again and again: each text stands for one question, and counts when it is new. */
  chargeNew(questions: readonly string[]): void;
}

export function createGuessLimiter(clock: Pick<Clock, 'uptime'>): GuessLimiter {
  let left = perMinute;
  let at = clock.uptime();
  const remembered = new Set<string>();

  function take(values: number): void {
    if (values === 0) return;
    const now = clock.uptime();
    left = Math.min(perMinute, left + ((now - at) / minuteMs) * perMinute);
    at = now;
    if (left < 1) {
      const seconds = Math.ceil(((1 - left) / perMinute) * (minuteMs / 1_000));
      throw vaultError('COMPARED_TOO_MUCH', { limit: perMinute, seconds });
    }
    left -= values;
  }

  return {
    charge: take,
    chargeNew(questions) {
      const asked = [...new Set(questions)].filter((question) => !remembered.has(question));
      take(asked.length);
      for (const question of asked) {
        const [oldest] = remembered.size < rememberedLimit ? [] : remembered;
        if (oldest !== undefined) remembered.delete(oldest);
        remembered.add(question);
      }
    },
  };
}

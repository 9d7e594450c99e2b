import { setTimeout as delay } from 'node:timers/promises';

/** In ms. A slow answer tells of a busy machine, where saving takes longer, too. */
const leastApartMs = 1_000;
const longestApartMs = 4_000;
const timesItsAnswer = 4;

/**
 * KeePassXC saves its whole database a moment after each change, and 2.7 was seen to crash when it was written to meanwhile; what it
 * had not saved yet was gone, and what was removed was back. So changes at a service of its kind are kept apart.
 */
export class WritePace {
  #turn: Promise<unknown> = Promise.resolve();
  #beganAt = Number.NEGATIVE_INFINITY;
  #freeAt = Number.NEGATIVE_INFINITY;

  /** Resolves when the next change may begin; one after the other. */
  wait(): Promise<unknown> {
    this.#turn = this.#turn
      .then(() => delay(Math.max(0, this.#freeAt - performance.now())))
      .then(() => {
        this.#beganAt = performance.now();
      });
    return this.#turn;
  }

  /** A change was made by a service that saves it later. */
  keepApart(): void {
    const now = performance.now();
    const apartMs = timesItsAnswer * (now - this.#beganAt);
    this.#freeAt = now + Math.min(Math.max(apartMs, leastApartMs), longestApartMs);
  }

  /** Until when the next change waits, in the milliseconds of `performance.now()`: the service is not what is waited for. */
  freeAt(): number {
    return this.#freeAt;
  }
}

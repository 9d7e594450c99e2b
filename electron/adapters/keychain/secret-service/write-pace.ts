import { setTimeout as delay } from 'node:timers/promises';

/** In ms. */
const apartMs = 1_000;

/**
 * KeePassXC saves its whole database a moment after each change, and 2.7 was seen to crash when it was written to meanwhile; what it
 * had not saved yet was gone, and what was removed was back. So changes at a service of its kind are kept apart.
 */
export class WritePace {
  #turn: Promise<unknown> = Promise.resolve();
  #freeAt = Number.NEGATIVE_INFINITY;

  /** Resolves when the next change may begin; one after the other. */
  wait(): Promise<unknown> {
    this.#turn = this.#turn.then(() => delay(Math.max(0, this.#freeAt - performance.now())));
    return this.#turn;
  }

  /** A change was made by a service that saves it later. */
  keepApart(): void {
    this.#freeAt = performance.now() + apartMs;
  }
}

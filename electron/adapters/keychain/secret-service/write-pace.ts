import { setTimeout as delay } from 'node:timers/promises';

/** In ms. */
const apartMs = 1_000;

/**
 * KeePassXC saves its whole database a moment after each change, and 2.7 was seen to crash when it was written to meanwhile; what it
 * had not saved yet was gone. So writes to a service of its kind are kept apart.
 */
export class WritePace {
  #turn: Promise<unknown> = Promise.resolve();
  #freeAt = Number.NEGATIVE_INFINITY;

  /** Resolves when the next write may begin; one after the other. */
  wait(): Promise<unknown> {
    this.#turn = this.#turn.then(() => delay(Math.max(0, this.#freeAt - performance.now())));
    return this.#turn;
  }

  /** A write was done by a service that saves it later. */
  keepApart(): void {
    this.#freeAt = performance.now() + apartMs;
  }
}

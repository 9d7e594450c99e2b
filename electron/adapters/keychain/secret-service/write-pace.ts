import { setTimeout as delay } from 'node:timers/promises';

/** In ms. A slow answer tells of a busy machine, where saving takes longer, too. */
const leastApartMs = 1_000;
const longestApartMs = 4_000;
const timesItsAnswer = 4;

/** How one call makes its changes. */
export interface ChangePace {
  /** Makes a change when its turn has come. */
  inTurn<T>(change: () => Promise<T>): Promise<T>;
  /** The change under way was made by a service that saves it later. */
  keepApart(): void;
}

/** Waits for something that is not the service's work: others may use it meanwhile. */
export type WaitAside = (wait: () => Promise<void>) => Promise<void>;

/**
 * KeePassXC saves its whole database a moment after each change, and 2.7 was seen to crash when it was written to meanwhile; what it
 * had not saved yet was gone, and what was removed was back. So changes at a service of its kind are kept apart, each until the one
 * before it was made. Nothing on the bus tells when it has saved: a database whose saving takes longer than the longest pause is
 * written to meanwhile all the same.
 */
export class WritePace {
  #last: Promise<void> = Promise.resolve();
  /** Null until the first change has shown it. */
  #savesLater: boolean | null = null;
  #beganAt = Number.NEGATIVE_INFINITY;
  #freeAt = Number.NEGATIVE_INFINITY;

  /** `wait`: how the caller waits for its turn. */
  of(wait: WaitAside): ChangePace {
    return { inTurn: (change) => this.#inTurn(change, wait), keepApart: () => this.#keepApart() };
  }

  /** Another service may have come: what is known of the one before does not count for it. */
  forgetKind(): void {
    this.#savesLater = null;
  }

  /** Until when the next change waits, in the milliseconds of `performance.now()`: the service is not what is waited for. */
  freeAt(): number {
    return this.#freeAt;
  }

  async #inTurn<T>(change: () => Promise<T>, wait: WaitAside): Promise<T> {
    if (this.#savesLater === false) return change();
    const before = this.#last;
    const { promise: made, resolve: end } = Promise.withResolvers<void>();
    this.#last = made;
    try {
      await wait(async () => {
        await before;
        await delay(Math.max(0, this.#freeAt - performance.now()));
      });
      this.#beganAt = performance.now();
      const result = await change();
      this.#savesLater ??= false;
      return result;
    } finally {
      end();
    }
  }

  #keepApart(): void {
    this.#savesLater = true;
    const now = performance.now();
    const apartMs = timesItsAnswer * (now - this.#beganAt);
    this.#freeAt = now + Math.min(Math.max(apartMs, leastApartMs), longestApartMs);
  }
}

/** Calls on one account run one after the other; different accounts side by side, up to a limit. */
export class KeychainLanes {
  readonly #limit: () => number;
  readonly #tails = new Map<string, Promise<void>>();
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  /** `limit` is asked again whenever a job could start. */
  constructor(limit: () => number) {
    this.#limit = limit;
  }

  /** `job` must not reject. */
  run(account: string, job: () => Promise<void>): void {
    const before = this.#tails.get(account);
    const done = before === undefined ? this.#place(job) : before.then(() => this.#place(job));
    this.#tails.set(account, done);
    void done.then(() => {
      if (this.#tails.get(account) === done) this.#tails.delete(account);
    });
  }

  /** When nothing runs or waits any more. */
  async idle(): Promise<void> {
    while (this.#tails.size > 0) await Promise.all(this.#tails.values());
  }

  async #place(job: () => Promise<void>): Promise<void> {
    if (this.#running >= this.#limit()) await new Promise<void>((start) => this.#waiting.push(start));
    else this.#running += 1;
    await job();
    this.#running -= 1;
    while (this.#waiting.length > 0 && this.#running < this.#limit()) {
      this.#running += 1;
      this.#waiting.shift()?.();
    }
  }
}

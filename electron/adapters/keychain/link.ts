import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { KeychainOperation, KeychainOutcome, KeychainReply, KeychainRequest } from './protocol.ts';

interface Crew {
  readonly worker: Worker;
  readonly pending: Map<number, { readonly since: number; readonly resolve: (outcome: KeychainOutcome) => void }>;
  spent: boolean;
}

const stopped: KeychainOutcome = {
  ok: false,
  failure: { kind: 'failed', reason: 'its worker stopped', stale: false, unclear: true },
};

/** The keyring hears of closed connections from the bus, a moment later. */
const settleMs = 50;
/** A free worker answers in less than one. */
const pingMs = 200;

/**
 * The keychain worker's life: started with the first call, so that it doesn't compete with the window's start; again with
 * the first call after a crash; replaced when it is spent.
 */
export class KeychainLink {
  readonly #url: URL;
  readonly #service: string;
  readonly #crews = new Set<Crew>();
  #current: Crew | null = null;
  #lastId = 0;
  /** Resolves when a spent worker has ended, and its connections with it. */
  #leaving: Promise<void> | null = null;

  constructor(url: URL, service: string) {
    this.#url = url;
    this.#service = service;
  }

  /** Never rejects. `bytes` are moved to the worker: they are gone here afterwards. */
  async send(
    operation: KeychainOperation,
    account: string,
    bytes: Uint8Array<ArrayBuffer> | null,
  ): Promise<KeychainOutcome> {
    await this.#leaving;
    this.#current ??= this.#start();
    return this.#post(this.#current, operation, account, bytes);
  }

  /** For how many milliseconds the longest of the calls under way has been waiting; 0 if there is none. */
  longest(): number {
    let since = Number.POSITIVE_INFINITY;
    for (const crew of this.#crews) for (const call of crew.pending.values()) since = Math.min(since, call.since);
    return since === Number.POSITIVE_INFINITY ? 0 : performance.now() - since;
  }

  /** Whether the workers that have a call answer: while one connects to a bus or a keyring that hangs, it doesn't. */
  async answers(): Promise<boolean> {
    const crews = [...this.#crews].filter(({ pending }) => pending.size > 0);
    const tooLong = new AbortController();
    const all = Promise.all(crews.map((crew) => this.#post(crew, 'ping', '', null)));
    const answered = await Promise.race([all, delay(pingMs, null, { signal: tooLong.signal }).catch(() => null)]);
    tooLong.abort();
    return answered !== null;
  }

  /** Ends the workers. One with a call under way in the system ends only when that comes back: not waited for. */
  async close(): Promise<void> {
    const ending = [...this.#crews].map((crew) => ({ idle: crew.pending.size === 0, ended: crew.worker.terminate() }));
    await Promise.all(ending.map(({ idle, ended }) => (idle ? ended : null)));
  }

  #post(
    { worker, pending }: Crew,
    operation: KeychainOperation,
    account: string,
    bytes: Uint8Array<ArrayBuffer> | null,
  ): Promise<KeychainOutcome> {
    this.#lastId += 1;
    const request: KeychainRequest = { id: this.#lastId, operation, account, bytes };
    return new Promise((resolve) => {
      pending.set(request.id, { since: performance.now(), resolve: resolve });
      worker.postMessage(request, bytes === null ? [] : [bytes.buffer]);
    });
  }

  #start(): Crew {
    const worker = new Worker(this.#url, { name: 'keychain', workerData: this.#service });
    const crew: Crew = { worker, pending: new Map(), spent: false };
    worker.on('message', (reply: KeychainReply) => this.#take(crew, reply));
    // The reason is not looked at: an error's text could hold anything. `exit` follows and ends the calls.
    worker.on('error', () => this.#dismiss(crew));
    worker.on('exit', () => {
      this.#dismiss(crew);
      this.#crews.delete(crew);
      for (const call of crew.pending.values()) call.resolve(stopped);
      crew.pending.clear();
    });
    this.#crews.add(crew);
    return crew;
  }

  #take(crew: Crew, reply: KeychainReply): void {
    crew.pending.get(reply.id)?.resolve(reply.outcome);
    crew.pending.delete(reply.id);
    if (reply.spent && !crew.spent) this.#retire(crew);
    if (crew.spent && crew.pending.size === 0) void crew.worker.terminate();
  }

  /**
   * No new call until its connections are closed: gnome-keyring 42 was seen to crash when some opened while many closed.
   */
  #retire(crew: Crew): void {
    crew.spent = true;
    this.#dismiss(crew);
    const ended = new Promise<void>((resolve) => crew.worker.once('exit', () => setTimeout(resolve, settleMs)));
    this.#leaving = ended;
    void ended.then(() => {
      if (this.#leaving === ended) this.#leaving = null;
    });
  }

  #dismiss(crew: Crew): void {
    if (this.#current === crew) this.#current = null;
  }
}

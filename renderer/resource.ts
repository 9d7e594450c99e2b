import { useSyncExternalStore } from 'react';
import type { Answer, CallError } from './vault-client.ts';

export interface Loaded<T> {
  /** null until the first answer. */
  readonly value: T | null;
  /** Why the last reading failed; the value before it stays. */
  readonly error: CallError | null;
}

export interface Resource<T> {
  readonly get: () => Loaded<T>;
  /** Reads for the first time and follows from then on, as the first subscriber does too. Resolves with the first answer. */
  readonly start: () => Promise<void>;
  readonly subscribe: (listener: () => void) => () => void;
  /** Reads again. Calls that come while one is under way share the next one. */
  readonly reload: () => void;
  /** Puts in what a call has just answered, ahead of the next reading. */
  readonly patch: (change: (value: T) => T) => void;
  readonly set: (value: T) => void;
}

const forgetting = new Map<object, () => void>();

/** Lets go of all that was read, but for one; each is read anew when it is started, or shown, again. */
export function forgetAllBut(kept: object): void {
  for (const [one, forget] of forgetting) if (one !== kept) forget();
}

/** Something main keeps and the window shows: read on first use, read again when `watch` says so. */
export function resource<T>(
  read: () => Promise<Answer<T>>,
  watch: (self: { reload: () => void; set: (value: T) => void }) => void,
): Resource<T> {
  const listeners = new Set<() => void>();
  let now: Loaded<T> = { value: null, error: null };
  let settle = (): void => {};
  let answered = nextAnswer();
  let state: 'new' | 'idle' | 'reading' | 'again' = 'new';
  let isWatched = false;
  /** Counts how often it was forgotten: an answer from before that is nobody's. */
  let forgotten = 0;

  function nextAnswer(): Promise<void> {
    return new Promise((resolve) => {
      settle = resolve;
    });
  }

  function put(next: Loaded<T>): void {
    now = next;
    for (const listener of listeners) listener();
    settle();
  }
  const set = (value: T): void => put({ value, error: null });

  async function run(): Promise<void> {
    const mine = forgotten;
    do {
      state = 'reading';
      const answer = await read();
      if (forgotten !== mine) return;
      put(answer.ok ? { value: answer.value, error: null } : { value: now.value, error: answer.error });
    } while (wantedAgain());
    state = 'idle';
  }
  const wantedAgain = (): boolean => state === 'again';

  function reload(): void {
    if (state === 'reading' || state === 'again') state = 'again';
    else void run();
  }

  function start(): Promise<void> {
    if (!isWatched) watch({ reload, set });
    isWatched = true;
    if (state === 'new') reload();
    return answered;
  }

  function forget(): void {
    forgotten += 1;
    state = 'new';
    put({ value: null, error: null });
    answered = nextAnswer();
  }

  const self: Resource<T> = {
    start,
    get: () => now,
    subscribe(listener) {
      listeners.add(listener);
      void start();
      return () => listeners.delete(listener);
    },
    reload,
    patch: (change) => {
      if (now.value !== null) set(change(now.value));
    },
    set,
  };
  forgetting.set(self, forget);
  return self;
}

export function useResource<T>(from: Resource<T>): Loaded<T> {
  return useSyncExternalStore(from.subscribe, from.get);
}

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

/** Something main keeps and the window shows: read on first use, read again when `watch` says so. */
export function resource<T>(
  read: () => Promise<Answer<T>>,
  watch: (self: { reload: () => void; set: (value: T) => void }) => void,
): Resource<T> {
  const listeners = new Set<() => void>();
  let now: Loaded<T> = { value: null, error: null };
  let settle = (): void => {};
  const answered = new Promise<void>((resolve) => {
    settle = resolve;
  });
  let state: 'new' | 'idle' | 'reading' | 'again' = 'new';

  function put(next: Loaded<T>): void {
    now = next;
    for (const listener of listeners) listener();
    settle();
  }
  const set = (value: T): void => put({ value, error: null });

  async function run(): Promise<void> {
    do {
      state = 'reading';
      const answer = await read();
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
    if (state === 'new') {
      watch({ reload, set });
      reload();
    }
    return answered;
  }

  return {
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
}

export function useResource<T>(from: Resource<T>): Loaded<T> {
  return useSyncExternalStore(from.subscribe, from.get);
}

import type { Answer, CallError } from './vault-client.ts';

export interface Loaded<T> {
  /** null until the first answer. */
  readonly value: T | null;
  /** Why the last reading failed; the value before it stays. */
  readonly error: CallError | null;
  /** The value is only the first part: the reading goes on, or failed. */
  readonly isPart?: true;
}

export interface Resource<T> {
  readonly get: () => Loaded<T>;
  /** Reads for the first time and follows from then on, as the first subscriber does too. Resolves with the first answer. */
  readonly start: () => Promise<void>;
  readonly subscribe: (listener: () => void) => () => void;
  /** The same without reading it: what others read is followed. */
  readonly follow: (listener: () => void) => () => void;
  /** Reads again. Calls that come while one is under way share the next one. */
  readonly reload: () => void;
  /** Puts in what main has just said of a part of it, and into what a reading under way brings, which may be older. */
  readonly patch: (change: (value: T) => T) => void;
  readonly set: (value: T) => void;
}

const forgetting = new Map<object, () => void>();

/** Lets go of all that was read, but for one; each is read again when it is started, or shown, again. */
export function forgetAllBut(kept: object): void {
  for (const [one, forget] of forgetting) if (one !== kept) forget();
}

/**
 * Something main keeps and the window shows: read on first use, read again when `watch` says so. A long reading can show
 * its first part ahead, where nothing is shown yet.
 */
export function resource<T>(
  read: (showPart: (part: T) => void) => Promise<Answer<T>>,
  watch: (self: Pick<Resource<T>, 'reload' | 'set' | 'patch'>) => void,
): Resource<T> {
  const listeners = new Set<() => void>();
  let now: Loaded<T> = { value: null, error: null };
  let resolveRead = (): void => {};
  let answered = nextAnswer();
  let state: 'new' | 'idle' | 'reading' | 'again' = 'new';
  let isWatched = false;
  /** What was put in since the reading under way began. */
  let since: ((value: T) => T)[] = [];
  /** Counts how often it was forgotten: an answer from before that counts for nothing. */
  let forgotten = 0;

  function nextAnswer(): Promise<void> {
    return new Promise((resolve) => {
      resolveRead = resolve;
    });
  }

  function put(next: Loaded<T>): void {
    now = next;
    for (const listener of listeners) listener();
    resolveRead();
  }
  const set = (value: T): void => put({ value, error: null });

  const withPatches = (value: T): T => since.reduce((made, change) => change(made), value);

  async function run(): Promise<void> {
    const mine = forgotten;
    do {
      state = 'reading';
      const answer = await read((part) => {
        if (forgotten === mine && now.value === null) put({ value: withPatches(part), error: null, isPart: true });
      });
      if (forgotten !== mine) return;
      if (answer.ok) set(withPatches(answer.value));
      else put({ ...now, error: answer.error });
      since = [];
    } while (wantedAgain());
    state = 'idle';
  }
  const wantedAgain = (): boolean => state === 'again';

  function reload(): void {
    if (state === 'reading' || state === 'again') state = 'again';
    else void run();
  }

  function patch(change: (value: T) => T): void {
    if (now.value !== null) put({ ...now, value: change(now.value) });
    if (state === 'reading' || state === 'again') since.push(change);
    // What could not be read is not known by a change to it: it is tried again.
    else if (now.error !== null) reload();
  }

  function start(): Promise<void> {
    if (!isWatched) watch({ reload, set, patch });
    isWatched = true;
    if (state === 'new') reload();
    return answered;
  }

  function forget(): void {
    forgotten += 1;
    state = 'new';
    since = [];
    put({ value: null, error: null });
    answered = nextAnswer();
  }

  function follow(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  const self: Resource<T> = {
    start,
    get: () => now,
    subscribe(listener) {
      const unfollow = follow(listener);
      void start();
      return unfollow;
    },
    follow,
    reload,
    patch,
    set,
  };
  forgetting.set(self, forget);
  return self;
}

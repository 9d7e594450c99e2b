/** A state outside of any component, which components follow by `useSyncExternalStore`. */
export interface SharedState<T> {
  readonly get: () => T;
  readonly set: (next: T) => void;
  /** Returns how to stop listening. */
  readonly subscribe: (listener: () => void) => () => void;
}

export function sharedState<T>(first: T): SharedState<T> {
  let now = first;
  const listeners = new Set<() => void>();
  return {
    get: () => now,
    set(next) {
      now = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

import { useSyncExternalStore } from 'react';

/** What was entered and not saved, by id: it outlives its form, another view and a lock. Never a value (invariant 1). */
export interface Drafts<T> {
  all(): ReadonlyMap<string, T>;
  put(id: string, draft: T): void;
  drop(id: string): void;
  subscribe(listener: () => void): () => void;
}

export function drafts<T>(): Drafts<T> {
  let held: ReadonlyMap<string, T> = new Map();
  const listeners = new Set<() => void>();
  function set(next: ReadonlyMap<string, T>): void {
    held = next;
    for (const listener of listeners) listener();
  }
  return {
    all: () => held,
    put: (id, draft) => set(new Map(held).set(id, draft)),
    drop(id) {
      if (held.has(id)) set(new Map([...held].filter(([one]) => one !== id)));
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useDrafts<T>(from: Drafts<T>): ReadonlyMap<string, T> {
  return useSyncExternalStore(from.subscribe, from.all);
}

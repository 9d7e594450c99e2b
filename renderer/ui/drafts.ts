import { useSyncExternalStore } from 'react';
import { sharedState } from './shared-state.ts';

/** What was entered and not saved, by id: it outlives its form, another view and a lock. Never a value (invariant 1). */
export interface Drafts<T> {
  all(): ReadonlyMap<string, T>;
  put(id: string, draft: T): void;
  drop(id: string): void;
  subscribe(listener: () => void): () => void;
}

export function drafts<T>(): Drafts<T> {
  const { get, set, subscribe } = sharedState<ReadonlyMap<string, T>>(new Map());
  return {
    all: get,
    put: (id, draft) => set(new Map(get()).set(id, draft)),
    drop(id) {
      if (get().has(id)) set(new Map([...get()].filter(([one]) => one !== id)));
    },
    subscribe,
  };
}

export function useDrafts<T>(from: Drafts<T>): ReadonlyMap<string, T> {
  return useSyncExternalStore(from.subscribe, from.all);
}

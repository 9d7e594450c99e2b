import { useSyncExternalStore } from 'react';
import type { Loaded, Resource } from './resource.ts';

/** What main keeps, in a component that follows it. */
export function useResource<T>(from: Resource<T>): Loaded<T> {
  return useSyncExternalStore(from.subscribe, from.get);
}

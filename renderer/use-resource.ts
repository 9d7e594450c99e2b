import { useSyncExternalStore } from 'react';
import type { Loaded, Resource } from './resource.ts';

/** What main keeps, in a component that follows it. */
export function useResource<T>(from: Resource<T>): Loaded<T> {
  return useSyncExternalStore(from.subscribe, from.get);
}

/** Its value once all of it is there, for a component to which a part would say something untrue. */
export function useCompleteResource<T>(from: Resource<T>): T | null {
  const { value, isPart } = useResource(from);
  return isPart ? null : value;
}

import type { Store } from '../store-port.ts';

/** The projects with a line of this key: what they are shown with changes with it. */
export function projectsOfKey(store: Store, keyId: string): string[] {
  const targets = store.bindings.ofKey(keyId).map(({ targetId }) => store.targets.find(targetId));
  return [...new Set(targets.flatMap((target) => target?.projectId ?? []))];
}

/** The keys behind the lines of this target. */
export function keysOfTarget(store: Store, targetId: string): string[] {
  return [...new Set(store.bindings.ofTarget(targetId).flatMap(({ keyId }) => keyId ?? []))];
}

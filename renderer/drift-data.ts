import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Loaded } from './resource.ts';
import { resourceOfMain } from './resource-of-main.ts';
import { useResource } from './use-resource.ts';
import { type DriftView, listen } from './vault-client.ts';

/** Comparing reads every env file, so it is done only while the projects are in sight. */
const drift = resourceOfMain<DriftView[]>((clavis) => clavis.projects.drift({}));

export type Drifts = ReadonlyMap<string, DriftView>;

/**
 * How each target's file compares with the vault, by target id; empty until it is known. Read when the view opens, when
 * the window gets the focus and when main says that projects changed.
 */
export function useDrift(): { drifts: Drifts; error: Loaded<unknown>['error'] } {
  const { value, error } = useResource(drift);
  useEffect(() => {
    // The very first reading came with the subscription.
    const { value: before, error: failed } = drift.get();
    if (before !== null || failed !== null) drift.reload();
    window.addEventListener('focus', drift.reload);
    const stop = listen((clavis) => clavis.projects.onChanged(drift.reload));
    return () => {
      window.removeEventListener('focus', drift.reload);
      stop();
    };
  }, []);
  return { drifts: useByTarget(value), error };
}

/** The same as it was last read, if it was: nothing is read for it. */
export function useKnownDrift(): Drifts {
  return useByTarget(useSyncExternalStore(drift.follow, drift.get).value);
}

function useByTarget(value: readonly DriftView[] | null): Drifts {
  return useMemo(() => new Map((value ?? []).map((one) => [one.targetId, one])), [value]);
}

export const readDriftAgain = drift.reload;

/** After a write: what was read before is not so any more. */
export function readKnownDriftAgain(): void {
  if (drift.get().value !== null) drift.reload();
}

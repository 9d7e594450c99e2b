import { useEffect, useEffectEvent } from 'react';

/** Asks before something unsaved goes. Returns whether it does; then it goes on itself where the person discards it. */
type Guard = (goOn: () => void) => boolean;

const guards: Guard[] = [];

/** Goes on at once, or when what is unsaved in the open dialog may be discarded. */
export function leave(goOn: () => void): void {
  if (!guards.at(-1)?.(goOn)) goOn();
}

/** Asks this one, as long as it is there, before something else takes its place. */
export function useLeavingGuard(guard: Guard): void {
  const ask = useEffectEvent(guard);
  useEffect(() => {
    const asking: Guard = (goOn) => ask(goOn);
    guards.push(asking);
    return () => {
      guards.splice(guards.indexOf(asking), 1);
    };
  }, []);
}

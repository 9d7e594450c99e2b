import { useEffect, useState } from 'react';

/** The whole seconds that are left of `ms`, from the moment on that it or `of` became another one. */
export function useSecondsLeft(ms: number, of: string): number {
  const [left, setLeft] = useState(ms);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the same wait of another question begins again
  useEffect(() => {
    const end = performance.now() + ms;
    const look = (): void => setLeft(Math.max(0, end - performance.now()));
    look();
    if (ms === 0) return;
    const timer = setInterval(look, 250);
    return () => clearInterval(timer);
  }, [ms, of]);

  return Math.ceil(left / 1_000);
}

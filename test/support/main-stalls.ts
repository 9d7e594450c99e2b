import type { ElectronApplication } from '@playwright/test';

/**
 * Watches main's event loop. The returned function gives the longest time in ms that it stood still by its own doing: what a
 * busy machine made it wait is taken off. Linux only.
 */
export async function watchMain(app: ElectronApplication): Promise<() => Promise<number>> {
  await app.evaluate(() => {
    const { readFileSync } = process.getBuiltinModule('node:fs');
    const waited = (): number => Number(readFileSync('/proc/self/schedstat', 'latin1').split(' ')[1]) / 1e6;
    const clock = (): number => performance.now() - waited();
    const seen = { longest: 0, last: clock() };
    setInterval(() => {
      const now = clock();
      seen.longest = Math.max(seen.longest, now - seen.last);
      seen.last = now;
    }, 10);
    Reflect.set(globalThis, '__stalls', seen);
  });
  return () => app.evaluate(() => Reflect.get(globalThis, '__stalls').longest);
}

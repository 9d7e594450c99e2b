import { setTimeout as pause } from 'node:timers/promises';
import type { Handlers } from './answer.ts';
import { calls } from './contract.ts';

/** What a window asks first, each with nothing as its input. */
const firstCalls = ['keys.list', 'projects.list', 'providers.list', 'lease.get', 'keychain.get'] as const;

/**
 * Makes the first calls once for nobody, while Electron gets ready: schemas are compiled and statements prepared at
 * their first use, which takes longer than the answers themselves.
 */
export async function rehearse(handlers: Handlers): Promise<void> {
  // Electron's own start comes first; this fills its waiting.
  await pause(20);
  for (const channel of firstCalls) {
    try {
      calls[channel].result.safeParse(await handlers[channel]({}));
    } catch {
      // The window's own call will meet the same error, and say it.
    }
  }
}

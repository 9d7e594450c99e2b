import { setTimeout as pause } from 'node:timers/promises';
import { type Channel, calls, type Input } from './contract.ts';
import type { Handlers } from './dispatcher.ts';

async function once<C extends Channel>(handlers: Handlers, channel: C, input: Input<C>): Promise<void> {
  try {
    calls[channel].result.safeParse(await handlers[channel](input));
  } catch {
    // The window's own call will meet the same error, and say it.
  }
}

/**
 * Makes the calls of a window's start once for nobody, while Electron gets ready: schemas are compiled and statements
 * prepared at their first use, which takes longer than the answers themselves.
 */
export async function warmUp(handlers: Handlers): Promise<void> {
  // Electron's own start comes first; this fills its waiting.
  await pause(20);
  await once(handlers, 'keys.list', { after: '', count: 50 });
  for (const channel of ['projects.list', 'providers.list', 'lease.get', 'keychain.get'] as const) {
    await once(handlers, channel, {});
  }
}

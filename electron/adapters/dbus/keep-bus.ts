import { setTimeout as pause } from 'node:timers/promises';
import { type Bus, openBus } from './bus.ts';
import type { BusMessage } from './messages.ts';

const firstRetryMs = 1_000;
const longestRetryMs = 60_000;

export interface BusWish {
  /** Sockets to try in order. */
  readonly paths: readonly string[];
  /** What is to be asked of each new connection. When it rejects, the connection is given up. */
  begin(bus: Bus): Promise<void>;
  onSignal(signal: BusMessage, bus: Bus): void;
  /** A connection that had begun is gone, and what was heard there may no longer hold. */
  onLost?(): void;
}

/**
 * Keeps a connection to a bus: when it goes away or isn't there yet, it is tried again after 1 s, 2 s, and so on up to a
 * minute. Throws nothing, and keeps no process alive.
 */
export function keepBus(wish: BusWish): { close(): void } {
  const ending = new AbortController();
  if (wish.paths.length > 0) void keep(wish, ending.signal);
  return { close: () => ending.abort() };
}

async function keep(wish: BusWish, ending: AbortSignal): Promise<void> {
  let retryMs = firstRetryMs;
  while (!ending.aborted) {
    const bus = await openFirst(wish, ending);
    if (bus !== null && (await hold(bus, wish, ending))) retryMs = firstRetryMs;
    await pause(retryMs, null, { ref: false, signal: ending }).catch(() => {});
    retryMs = Math.min(2 * retryMs, longestRetryMs);
  }
}

async function openFirst(wish: BusWish, ending: AbortSignal): Promise<Bus | null> {
  for (const path of wish.paths) {
    let opened: Bus | null = null;
    const onSignal = (signal: BusMessage) => {
      if (opened !== null && !ending.aborted) wish.onSignal(signal, opened);
    };
    try {
      opened = await openBus(path, { onSignal });
      return opened;
    } catch {
      // The next one, or all again later: without a bus there is nobody to listen to.
    }
  }
  return null;
}

/** True when the connection had begun before it ended. */
async function hold(bus: Bus, wish: BusWish, ending: AbortSignal): Promise<boolean> {
  ending.addEventListener('abort', bus.close);
  if (ending.aborted) bus.close();
  try {
    await wish.begin(bus);
    await bus.closed;
  } catch {
    return false;
  } finally {
    bus.close();
    ending.removeEventListener('abort', bus.close);
  }
  if (!ending.aborted) wish.onLost?.();
  return true;
}

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
  /** There is no connection, or it could not begin; told once until one has begun again. */
  onFailure(error: unknown): void;
}

/**
 * Keeps a connection to a bus: when it goes away or isn't there yet, it is tried again after 1 s, 2 s, and so on up to a
 * minute. Throws nothing, and keeps no process alive.
 */
export function keepBus(wish: BusWish): { close(): void } {
  const ending = new AbortController();
  // Rejects with nothing: what fails is told, and tried again.
  if (wish.paths.length > 0) void keep(wish, ending.signal);
  return { close: () => ending.abort() };
}

async function keep(wish: BusWish, ending: AbortSignal): Promise<void> {
  let retryMs = firstRetryMs;
  let isTold = false;
  while (!ending.aborted) {
    try {
      await hold(await openFirst(wish, ending), wish, ending);
      retryMs = firstRetryMs;
      isTold = false;
    } catch (error) {
      if (!isTold && !ending.aborted) wish.onFailure(error);
      isTold = true;
    }
    // It rejects when it is over.
    await pause(retryMs, null, { ref: false, signal: ending }).catch(() => {});
    retryMs = Math.min(2 * retryMs, longestRetryMs);
  }
}

/** @throws why the last of them could not be opened */
async function openFirst(wish: BusWish, ending: AbortSignal): Promise<Bus> {
  let failure: unknown;
  for (const path of wish.paths) {
    let opened: Bus | null = null;
    const onSignal = (signal: BusMessage) => {
      if (opened !== null && !ending.aborted) wish.onSignal(signal, opened);
    };
    try {
      opened = await openBus(path, { onSignal });
      return opened;
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

/** Resolves when a connection that had begun has ended. @throws why it could not begin */
async function hold(bus: Bus, wish: BusWish, ending: AbortSignal): Promise<void> {
  ending.addEventListener('abort', bus.close);
  if (ending.aborted) bus.close();
  try {
    await wish.begin(bus);
    await bus.closed;
  } finally {
    bus.close();
    ending.removeEventListener('abort', bus.close);
  }
  if (!ending.aborted) wish.onLost?.();
}

import { type EventData, type EventName, events } from './contract.ts';

/** A window that can be told something; Electron's `webContents` fits. */
export interface Listener {
  send(event: EventName, data: unknown): void;
}

/** Messages that nobody may read yet: more than these would not be read afterwards either. */
const mostKept = 3;

/**
 * Tells the window, once there is one, by the contract's table: data that doesn't fit it is not sent. While the vault is
 * locked the window hears of the lock alone, for the others name keys; what failed meanwhile is said when it is open again.
 */
export function createBroadcast(listener: () => Listener | null, isLocked: () => boolean) {
  let failures: unknown[] = [];

  return function broadcast<E extends EventName>(event: E, data: EventData<E>): void {
    const parsed = events[event].parse(data);
    if (!isLocked() || event === 'lock.changed') listener()?.send(event, parsed);
    else if (event === 'app.failed') failures = [...failures, parsed].slice(-mostKept);
    if (isLocked() || event !== 'lock.changed') return;
    for (const failure of failures.splice(0)) listener()?.send('app.failed', failure);
  };
}

export type Broadcast = ReturnType<typeof createBroadcast>;

import { type EventData, type EventName, events } from './contract.ts';

/** A window that can be told something; Electron's `webContents` fits. */
export interface Listener {
  send(event: EventName, data: unknown): void;
}

/** Tells the window, once there is one, by the contract's table: data that doesn't fit it is not sent. */
export function createBroadcast(listener: () => Listener | null) {
  return function broadcast<E extends EventName>(event: E, data: EventData<E>): void {
    const parsed = events[event].parse(data);
    listener()?.send(event, parsed);
  };
}

export type Broadcast = ReturnType<typeof createBroadcast>;

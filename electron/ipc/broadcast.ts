import { type EventData, type EventName, events } from './contract.ts';

/** A window that can be told something; Electron's `webContents` fits. */
export interface Listener {
  send(event: EventName, data: unknown): void;
}

/** Tells every window, by the contract's table: data that doesn't fit it is not sent. */
export function createBroadcast(listeners: () => readonly Listener[]) {
  return function broadcast<E extends EventName>(event: E, data: EventData<E>): void {
    const parsed = events[event].parse(data);
    for (const listener of listeners()) listener.send(event, parsed);
  };
}

export type Broadcast = ReturnType<typeof createBroadcast>;

import type { Bus } from './bus.ts';

/** A bus may be set up to take no more than 128 calls of one connection that wait for their answers (dbus-daemon's own default). */
const mostWaiting = 96;

/** The bus, with the calls beyond that sent when an answer came. `onCall` hears of each. */
export function withFewCalls(bus: Bus, onCall: () => void): Bus {
  const line: (() => void)[] = [];
  let waiting = 0;
  return {
    ...bus,
    async call(...given) {
      if (waiting >= mostWaiting) await new Promise<void>((send) => line.push(send));
      else waiting += 1;
      onCall();
      try {
        return await bus.call(...given);
      } finally {
        const next = line.shift();
        if (next === undefined) waiting -= 1;
        else next();
      }
    },
  };
}

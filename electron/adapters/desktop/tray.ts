import { sessionBusPaths } from '../dbus/address.ts';
import { type Bus, busItself, openBus } from '../dbus/bus.ts';
import { keepBus } from '../dbus/keep-bus.ts';
import { readProperty } from '../dbus/property.ts';
import { watchXTray } from './x-tray.ts';

const watcher = 'org.kde.StatusNotifierWatcher';

/**
 * Whether a tray icon would be shown on this Linux desktop now: where a StatusNotifierWatcher has a host (GNOME has one
 * with an extension only), and on X11 where a tray of the older kind is, which Electron falls back to.
 *
 * Electron looks once, as the `Tray` is made, and without a host stays with the older kind permanently (its
 * `tray_icon_linux.cc`): a `Tray` is best made when this turns true, and made again when it turns true again.
 */
export async function hasTrayHost(env = process.env): Promise<boolean> {
  const answers = await Promise.all([askWatcher(env), askX(env)]);
  return answers.includes(true);
}

export interface TrayWish {
  onChange(shown: boolean): void;
  /** A bus or the X server can't be asked; it is tried again. */
  onFailure(error: unknown): void;
}

/** Says when a tray icon would begin to be shown, and when no longer. Until it speaks, none would be. */
export function watchTrayHost({ onChange, onFailure }: TrayWish, env = process.env): { close(): void } {
  const hosts = new Set<string>();
  let closed = false;
  const note = (kind: string, there: boolean) => {
    if (closed) return;
    const before = hosts.size > 0;
    if (there) hosts.add(kind);
    else hosts.delete(kind);
    if (hosts.size > 0 !== before) onChange(!before);
  };

  let lastAsked = 0;
  const ask = async (bus: Bus) => {
    lastAsked += 1;
    const mine = lastAsked;
    const there = await hasHost(bus);
    // Of answers that overtake each other only the newest question's counts.
    if (mine === lastAsked) note('watcher', there);
  };
  const session = keepBus({
    paths: sessionBusPaths(env),
    async begin(bus) {
      const { destination: sender, interface: busInterface } = busItself;
      await bus.listen({ sender, interface: busInterface, member: 'NameOwnerChanged', arg0: watcher });
      await bus.listen({ sender: watcher, interface: watcher, member: 'StatusNotifierHostRegistered' });
      await bus.listen({ sender: watcher, interface: watcher, member: 'StatusNotifierHostUnregistered' });
      await ask(bus);
    },
    onFailure,
    onSignal: (_signal, bus) => void ask(bus).catch(onFailure),
    onLost() {
      lastAsked += 1;
      note('watcher', false);
    },
  });
  const x = watchXTray({ onAnswer: (there) => note('x', there), onFailure }, env);
  return {
    close() {
      closed = true;
      session.close();
      x.close();
    },
  };
}

/** Never rejects: whoever doesn't answer shows nothing. */
async function hasHost(bus: Bus): Promise<boolean> {
  const object = { destination: watcher, path: '/StatusNotifierWatcher' };
  // Who doesn’t answer shows nothing.
  return (await readProperty(bus, object, watcher, 'IsStatusNotifierHostRegistered').catch(() => false)) === true;
}

async function askWatcher(env: typeof process.env): Promise<boolean> {
  for (const path of sessionBusPaths(env)) {
    // The next one: where no bus answers, nobody shows anything.
    const bus = await openBus(path).catch(() => null);
    if (bus === null) continue;
    const there = await hasHost(bus);
    bus.close();
    return there;
  }
  return false;
}

function askX(env: typeof process.env): Promise<boolean> {
  return new Promise((resolve) => {
    const onAnswer = (there: boolean) => {
      resolve(there);
      x.close();
    };
    // Whoever watches is told of the same.
    const x = watchXTray({ onAnswer, onFailure: () => {} }, env);
  });
}

import { z } from 'zod';
import type { Bus } from '../dbus/bus.ts';
import { readProperty } from '../dbus/property.ts';

export const logind = 'org.freedesktop.login1';
export const sessionInterface = `${logind}.Session`;

const oneString = z.tuple([z.string()]);
const sessionAt = (path: string) => ({ destination: logind, path });

/**
 * The logind object of the session that this process runs in; null where there is none. A process started by the user's
 * service manager, as GNOME and KDE start programs, belongs to no session: then the one logind itself takes for its own.
 */
export async function findLoginSession(bus: Bus): Promise<string | null> {
  const manager = { destination: logind, path: '/org/freedesktop/login1', interface: `${logind}.Manager` };
  try {
    // 0 is whoever asks: our own number may be another's outside of a sandbox.
    const reply = await bus.call({ ...manager, member: 'GetSessionByPID', signature: 'u', body: [0] });
    return oneString.parse(reply)[0];
  } catch {
    // Signals come from the session's own path, never from its `auto` alias.
  }
  try {
    const id = await readProperty(bus, sessionAt('/org/freedesktop/login1/session/auto'), sessionInterface, 'Id');
    const reply = await bus.call({ ...manager, member: 'GetSession', signature: 's', body: [z.string().parse(id)] });
    return oneString.parse(reply)[0];
  } catch {
    // A process without a session, or a system without logind: sleep and shutdown are still heard of.
    return null;
  }
}

/** Whether the desktop says that this session's screen is locked. False where it says nothing. */
export async function isSessionLocked(bus: Bus, path: string): Promise<boolean> {
  // Who says nothing of it does not lock.
  return (await readProperty(bus, sessionAt(path), sessionInterface, 'LockedHint').catch(() => false)) === true;
}

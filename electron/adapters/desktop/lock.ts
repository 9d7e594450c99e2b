import { z } from 'zod';
import { sessionBusPaths, systemBusPaths } from '../dbus/address.ts';
import type { SignalRule } from '../dbus/bus.ts';
import { keepBus } from '../dbus/keep-bus.ts';
import { type BusMessage, variant } from '../dbus/messages.ts';
import { properties } from '../dbus/property.ts';
import { findLoginSession, isSessionLocked, logind, sessionInterface } from './login-session.ts';

/** Whoever owns the name says `ActiveChanged` on the interface, with true when the screen is locked. */
const screenSavers = [
  // KDE, and others.
  { name: 'org.freedesktop.ScreenSaver', interface: 'org.freedesktop.ScreenSaver' },
  // GNOME Shell; the name after it has a go-between that need not be running.
  { name: 'org.gnome.Shell.ScreenShield', interface: 'org.gnome.ScreenSaver' },
  { name: 'org.gnome.ScreenSaver', interface: 'org.gnome.ScreenSaver' },
  { name: 'org.cinnamon.ScreenSaver', interface: 'org.cinnamon.ScreenSaver' },
  { name: 'org.mate.ScreenSaver', interface: 'org.mate.ScreenSaver' },
  { name: 'org.xfce.ScreenSaver', interface: 'org.xfce.ScreenSaver' },
];

const oneBoolean = z.tuple([z.boolean()]);
const changes = z.tuple([z.literal(sessionInterface), z.array(z.tuple([z.string(), variant])), z.unknown()]);

export interface LockWish {
  onLock(): void;
  /** A bus can't be listened to; it is tried again. */
  onFailure(error: unknown): void;
}

/**
 * Calls back whenever the screen is locked, or the computer is about to sleep or to shut down, where Electron has no
 * `lock-screen` event: on Linux. Several parts of a desktop may say so one after the other: it may call back more than once
 * for one lock.
 *
 * Listens on the session bus and the system bus; without a bus it waits for one. Any program of the user may take a free
 * name and pretend a lock: that costs the person a copied value, and tells the program nothing.
 */
export function watchScreenLock({ onLock, onFailure }: LockWish, env = process.env): { close(): void } {
  const session = keepBus({
    paths: sessionBusPaths(env),
    async begin(bus) {
      const member = 'ActiveChanged';
      await Promise.all(screenSavers.map((one) => bus.listen({ sender: one.name, interface: one.interface, member })));
    },
    onFailure,
    onSignal({ body }) {
      if (oneBoolean.safeParse(body).data?.[0] === true) onLock();
    },
  });

  const system = keepBus({
    paths: systemBusPaths(env),
    async begin(bus) {
      const path = await findLoginSession(bus);
      await Promise.all(loginRules(path).map((rule) => bus.listen(rule)));
      if (path !== null && (await isSessionLocked(bus, path))) onLock();
    },
    onFailure,
    onSignal(signal) {
      if (tellsOfLock(signal)) onLock();
    },
  });

  return {
    close() {
      session.close();
      system.close();
    },
  };
}

function loginRules(sessionPath: string | null): SignalRule[] {
  const manager = { sender: logind, interface: `${logind}.Manager` };
  const rules: SignalRule[] = [
    { ...manager, member: 'PrepareForSleep' },
    { ...manager, member: 'PrepareForShutdown' },
  ];
  if (sessionPath === null) return rules;
  const session = { sender: logind, path: sessionPath };
  return [
    ...rules,
    { ...session, interface: sessionInterface, member: 'Lock' },
    { ...session, interface: properties, member: 'PropertiesChanged' },
  ];
}

/** Whether one of the signals that `loginRules` let through says that it is locked, or that what is coming comes. */
function tellsOfLock({ member, body }: BusMessage): boolean {
  if (member === 'Lock') return true;
  if (member !== 'PropertiesChanged') return oneBoolean.safeParse(body).data?.[0] === true;
  return changes.safeParse(body).data?.[1].some(([name, value]) => name === 'LockedHint' && value === true) === true;
}

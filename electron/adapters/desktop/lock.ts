import { z } from 'zod';
import type { SignalRule } from './bus.ts';
import { sessionBusPaths, systemBusPaths } from './bus-address.ts';
import { keepBus } from './bus-link.ts';
import { type BusMessage, variant } from './bus-messages.ts';
import { properties } from './bus-property.ts';
import { findLoginSession, isSessionLocked, logind, sessionInterface } from './login-session.ts';

export interface ScreenLockEvents {
  /**
   * The screen was locked, or the computer is about to sleep or to shut down. Several parts of a desktop may say so one
   * after the other: it may come more than once for one lock.
   */
  onLock(): void;
  /** All who had said that it is locked have said that it no longer is. */
  onUnlock(): void;
}

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

/**
 * Listens on the session bus and the system bus for the screen's lock, where Electron has no `lock-screen` event: on
 * Linux. Without a bus it waits for one. Any program of the user may take a free name and pretend a lock: that costs the
 * person a copied value, and tells the program nothing.
 */
export function watchScreenLock(events: ScreenLockEvents, env = process.env): { close(): void } {
  const lockedBy = new Set<string>();
  const tell = (source: string, locked: boolean) => {
    if (locked) {
      lockedBy.add(source);
      // Never kept back as a repetition: a source that ended while locked would keep back the next lock.
      events.onLock();
    } else if (lockedBy.delete(source) && lockedBy.size === 0) events.onUnlock();
  };
  // What a lost bus had said may have changed since.
  const onLost = () => lockedBy.clear();

  const session = keepBus({
    paths: sessionBusPaths(env),
    async begin(bus) {
      const member = 'ActiveChanged';
      await Promise.all(screenSavers.map((one) => bus.listen({ sender: one.name, interface: one.interface, member })));
    },
    onSignal(signal) {
      const active = oneBoolean.safeParse(signal.body);
      if (active.success && signal.interface !== undefined) tell(signal.interface, active.data[0]);
    },
    onLost,
  });

  const system = keepBus({
    paths: systemBusPaths(env),
    async begin(bus) {
      const path = await findLoginSession(bus);
      await Promise.all(loginRules(path).map((rule) => bus.listen(rule)));
      if (path !== null && (await isSessionLocked(bus, path))) tell('LockedHint', true);
    },
    onSignal(signal) {
      // A request to the desktop's locker, which may never say when it is unlocked: no state to be kept.
      if (signal.member === 'Lock') events.onLock();
      else if (signal.member === 'Unlock' && lockedBy.size === 0) events.onUnlock();
      else if (signal.member === 'PropertiesChanged') followHint(signal, (locked) => tell('LockedHint', locked));
      else if (signal.member?.startsWith('PrepareFor')) {
        const coming = oneBoolean.safeParse(signal.body);
        if (coming.success) tell(signal.member, coming.data[0]);
      }
    },
    onLost,
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
    { ...session, interface: sessionInterface, member: 'Unlock' },
    { ...session, interface: properties, member: 'PropertiesChanged' },
  ];
}

function followHint(signal: BusMessage, tell: (locked: boolean) => void): void {
  const changed = changes.safeParse(signal.body);
  const hint = changed.data?.[1].find(([name]) => name === 'LockedHint')?.[1];
  if (typeof hint === 'boolean') tell(hint);
}

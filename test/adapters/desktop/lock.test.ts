import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { watchScreenLock } from '../../../electron/adapters/desktop/lock.ts';
import { openTestBus, type TestBus } from '../../support/desktop-bus.ts';
import { openLogind, otherSession, type TestLogind } from '../../support/desktop-logind.ts';
import { openService, type TestService } from '../../support/desktop-service.ts';

const gnome = 'org.gnome.ScreenSaver';
// The last that is listened for: when this one is heard, all are.
const xfce = 'org.xfce.ScreenSaver';

let session: TestBus;
let system: TestBus;
/** How many times a lock was heard of. */
let locks: number;
/** What could not be listened to. */
let failures: unknown[] = [];

beforeEach(async () => {
  session = await openTestBus();
  system = await openTestBus();
  locks = 0;
  failures = [];
});

afterEach(async () => {
  await session.remove();
  await system.remove();
});

function watch(addresses = [session.address]): { close(): void } {
  const env = { DBUS_SESSION_BUS_ADDRESS: addresses.join(';'), DBUS_SYSTEM_BUS_ADDRESS: system.address };
  const onLock = () => {
    locks += 1;
  };
  const watched = watchScreenLock({ onLock, onFailure: (error) => failures.push(error) }, env);
  onTestFinished(() => watched.close());
  return watched;
}

async function openSavers(...names: string[]): Promise<TestService> {
  const service = await openService(session.address);
  onTestFinished(() => service.close());
  for (const name of names) await service.own(name);
  return service;
}

async function logindWith(options: Parameters<typeof openLogind>[1]): Promise<TestLogind> {
  const logind = await openLogind(system.address, options);
  onTestFinished(() => logind.close());
  return logind;
}

function report(service: TestService, name: string, active: unknown, signature = 'b'): void {
  service.signal('/ScreenSaver', name, 'ActiveChanged', signature, [active]);
}

/**
 * Returns how many locks were heard of since it was last called. What was said on the bus until now has arrived by then: a
 * program connects to it, asks, and ends.
 */
async function locksOn(bus: TestBus): Promise<number> {
  await bus.guests();
  const counted = locks;
  locks = 0;
  return counted;
}

/** Until it is listened to, nobody says so: it is done again and again until it is heard. */
async function untilHeard(bus: TestBus, act: (locked: boolean) => void): Promise<void> {
  let counted = 0;
  while (counted === 0) {
    act(true);
    counted = await locksOn(bus);
  }
  expect(counted).toBe(1);
  act(false);
  expect(await locksOn(bus)).toBe(0);
}

describe('a screen saver on the session bus', () => {
  test.each([
    ['org.freedesktop.ScreenSaver', 'org.freedesktop.ScreenSaver'],
    ['org.gnome.Shell.ScreenShield', 'org.gnome.ScreenSaver'],
    ['org.gnome.ScreenSaver', 'org.gnome.ScreenSaver'],
    ['org.cinnamon.ScreenSaver', 'org.cinnamon.ScreenSaver'],
    ['org.mate.ScreenSaver', 'org.mate.ScreenSaver'],
    ['org.xfce.ScreenSaver', 'org.xfce.ScreenSaver'],
  ])('%s locks, each time, and not when it is unlocked', async (name, face) => {
    const saver = await openSavers(name);
    watch();
    await untilHeard(session, (locked) => report(saver, face, locked));
    report(saver, face, true);
    report(saver, face, true);
    report(saver, face, false);
    expect(await locksOn(session)).toBe(2);
  });

  test('that begins to run later is heard', async () => {
    const saver = await openSavers(xfce);
    watch();
    await untilHeard(session, (locked) => report(saver, xfce, locked));
    const late = await openSavers(gnome);
    report(late, gnome, true);
    expect(await locksOn(session)).toBe(1);
  });

  test('counts only when it owns the name, not when a stranger speaks to all or to us', async () => {
    const saver = await openSavers(gnome, xfce);
    const others = await session.guests();
    watch();
    await untilHeard(session, (locked) => report(saver, xfce, locked));
    await session.emitAsStranger(`${gnome}.ActiveChanged`, '/ScreenSaver', 'true');
    for (const guest of await session.guestsBut(others)) {
      await session.emitAsStranger(`${gnome}.ActiveChanged`, '/ScreenSaver', 'true', guest);
    }
    expect(await locksOn(session)).toBe(0);
    report(saver, gnome, true);
    expect(await locksOn(session)).toBe(1);
  });

  test('that says nonsense is passed over', async () => {
    const saver = await openSavers(xfce);
    const others = await session.guests();
    watch();
    await untilHeard(session, (locked) => report(saver, xfce, locked));
    report(saver, xfce, 'true', 's');
    report(saver, xfce, 1, 'u');
    report(saver, xfce, ['b', true], 'v');
    report(saver, xfce, 'x'.repeat(1 << 20), 's');
    // A file descriptor, which the library doesn't know.
    for (const guest of await session.guestsBut(others)) {
      await session.emitAsStranger(`${xfce}.ActiveChanged`, '/ScreenSaver', 'handle 0', guest);
    }
    report(saver, xfce, true);
    expect(await locksOn(session)).toBe(1);
  });
});

describe('logind on the system bus', () => {
  test('tells when the own session is to be locked, each time, and nothing of another one', async () => {
    const logind = await logindWith({});
    watch();
    await untilHeard(system, (locked) => logind.reportLockedHint(locked));
    logind.ask('Lock', otherSession);
    logind.reportLockedHint(true, otherSession);
    expect(await locksOn(system)).toBe(0);
    logind.ask('Lock');
    logind.ask('Unlock');
    logind.ask('Lock');
    expect(await locksOn(system)).toBe(2);
  });

  test('knows the session of a process that the user’s service manager started', async () => {
    const logind = await logindWith({ knows: 'user' });
    watch();
    await untilHeard(system, (locked) => logind.reportLockedHint(locked));
  });

  test('tells that the screen was locked already', async () => {
    await logindWith({ locked: true });
    watch();
    await expect.poll(() => locks).toBe(1);
  });

  test.each(['Sleep', 'Shutdown'] as const)('tells of a coming %s, also without a session', async (what) => {
    const logind = await logindWith({ knows: 'nobody' });
    watch();
    await untilHeard(system, (coming) => logind.prepareFor(what, coming));
  });
});

describe('a bus', () => {
  test('that comes back is listened to again', async () => {
    const first = await openSavers(xfce);
    watch();
    await untilHeard(session, (locked) => report(first, xfce, locked));
    await session.stop();
    await session.start();
    const second = await openSavers(xfce);
    await untilHeard(session, (locked) => report(second, xfce, locked));
  });

  test('that isn’t there yet is waited for', async () => {
    await session.stop();
    watch();
    await session.start();
    const saver = await openSavers(xfce);
    await untilHeard(session, (locked) => report(saver, xfce, locked));
  });

  test('that refuses us or says nothing but noise is passed over for the next', async () => {
    const saver = await openSavers(xfce);
    const addresses = [
      await answeringWith('REJECTED EXTERNAL\r\n'),
      await answeringWith(`OK 1\r\n${'?'.repeat(5000)}`),
    ];
    watch([...addresses, session.address]);
    await untilHeard(session, (locked) => report(saver, xfce, locked));
  });

  test('is left when the watching ends', async () => {
    const saver = await openSavers(xfce);
    const others = await session.guests();
    const watched = watch();
    await untilHeard(session, (locked) => report(saver, xfce, locked));
    watched.close();
    await expect.poll(() => session.guestsBut(others)).toEqual([]);
  });

  test('keeps no process alive, be it there or not', async () => {
    const lone = { DBUS_SESSION_BUS_ADDRESS: session.address, DBUS_SYSTEM_BUS_ADDRESS: 'unix:path=/nowhere' };
    const module = new URL('../../../electron/adapters/desktop/lock.ts', import.meta.url).href;
    const script = `const { watchScreenLock } = await import('${module}');
      watchScreenLock({ onLock() {}, onFailure() {} });
      setTimeout(() => console.log('done'), 500);`;
    const run = promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
      env: lone,
      timeout: 60_000,
    });
    expect(await run).toEqual({ stdout: 'done\n', stderr: '' });
  });
});

/** The address of something that is no bus. */
async function answeringWith(answer: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'clavis-no-bus-'));
  const server = createServer((socket) => socket.on('error', () => {}).end(answer));
  await new Promise<void>((listening) => server.listen(join(folder, 'bus'), listening));
  onTestFinished(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });
  return `unix:path=${join(folder, 'bus')}`;
}

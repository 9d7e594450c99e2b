import { createServer } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { hasTrayHost, watchTrayHost } from '../../../electron/adapters/desktop/tray.ts';
import { openTestBus, type TestBus } from '../../support/desktop-bus.ts';
import { type GuardedDisplay, startGuardedDisplay } from '../../support/desktop-display.ts';
import { openWatcher, openXTray, type TestWatcher } from '../../support/desktop-tray.ts';

let bus: TestBus;
let env: Record<string, string>;
let display: GuardedDisplay;
/** What could not be asked. */
let failures: unknown[] = [];
const onFailure = (error: unknown): void => void failures.push(error);

beforeAll(async () => {
  display = await startGuardedDisplay();
});

afterAll(() => display.stop());

beforeEach(async () => {
  failures = [];
  bus = await openTestBus();
  env = { DBUS_SESSION_BUS_ADDRESS: bus.address };
});

afterEach(() => {
  vi.unstubAllEnvs();
  return bus.remove();
});

async function watcherWith(options: { host: boolean }): Promise<TestWatcher> {
  const watcher = await openWatcher(bus.address, options);
  onTestFinished(() => watcher.close());
  return watcher;
}

/** A tray of X11's kind; npm's x11, with which it is made, looks for the display's cookie in the process's environment. */
function xTray(): Promise<{ close(): Promise<void> }> {
  vi.stubEnv('XAUTHORITY', display.env.XAUTHORITY);
  return openXTray(display.env.DISPLAY);
}

function watch(more = {}): boolean[] {
  const shown: boolean[] = [];
  const watched = watchTrayHost({ onChange: (one) => shown.push(one), onFailure }, { ...env, ...more });
  onTestFinished(() => watched.close());
  return shown;
}

describe('a tray icon would be shown', () => {
  test('where a StatusNotifierWatcher has a host', async () => {
    await watcherWith({ host: true });
    expect(await hasTrayHost(env)).toBe(true);
  });

  test('not where it has none, nor where there is none, nor without a bus', async () => {
    expect(await hasTrayHost(env)).toBe(false);
    await watcherWith({ host: false });
    expect(await hasTrayHost(env)).toBe(false);
    await bus.stop();
    expect(await hasTrayHost(env)).toBe(false);
  });

  test('where an older tray is on X11, but not on Wayland', async () => {
    const x = { ...env, ...display.env };
    expect(await hasTrayHost(x)).toBe(false);
    const tray = await xTray();
    expect(await hasTrayHost(x)).toBe(true);
    expect(await hasTrayHost({ ...x, DISPLAY: `unix${x.DISPLAY}.0` })).toBe(true);
    expect(await hasTrayHost({ ...x, XAUTHORITY: '/nowhere' })).toBe(false);
    expect(await hasTrayHost({ ...x, WAYLAND_DISPLAY: 'wayland-0' })).toBe(false);
    expect(await hasTrayHost({ ...x, XDG_SESSION_TYPE: 'wayland' })).toBe(false);
    await tray.close();
    expect(await hasTrayHost(x)).toBe(false);
  });
});

describe('who watches is told', () => {
  test('when a host comes and goes', async () => {
    const watcher = await watcherWith({ host: false });
    const shown = watch();
    await expect.poll(() => bus.guests()).toHaveLength(2);
    watcher.setHost(true);
    await expect.poll(() => shown).toEqual([true]);
    watcher.setHost(false);
    await expect.poll(() => shown).toEqual([true, false]);
  });

  test('when a watcher with a host comes, goes, and comes again', async () => {
    const shown = watch();
    const first = await watcherWith({ host: true });
    await expect.poll(() => shown).toEqual([true]);
    await first.close();
    await expect.poll(() => shown).toEqual([true, false]);
    await watcherWith({ host: true });
    await expect.poll(() => shown).toEqual([true, false, true]);
  });

  test('when the bus goes and comes back with a host', async () => {
    await watcherWith({ host: true });
    const shown = watch();
    await expect.poll(() => shown).toEqual([true]);
    await bus.stop();
    await expect.poll(() => shown).toEqual([true, false]);
    await bus.start();
    await watcherWith({ host: true });
    await expect.poll(() => shown).toEqual([true, false, true]);
  });

  test('when a tray of X11’s kind comes and goes, and nothing more while there is another', async () => {
    const shown = watch(display.env);
    const tray = await xTray();
    await expect.poll(() => shown).toEqual([true]);
    const watcher = await watcherWith({ host: true });
    await expect.poll(() => hasTrayHost({ DBUS_SESSION_BUS_ADDRESS: bus.address })).toBe(true);
    await tray.close();
    expect(shown).toEqual([true]);
    watcher.setHost(false);
    await expect.poll(() => shown).toEqual([true, false]);
  });

  test('once, when a bus and a display can’t be asked; and they are asked again', async () => {
    await bus.stop();
    const number = 900_000 + (process.pid % 90_000);
    const socket = `/tmp/.X11-unix/X${number}`;
    const shown = watch({ DISPLAY: `:${number}` });
    await expect.poll(() => failures).toHaveLength(2);
    let asked = 0;
    const server = createServer((connection) => {
      asked += 1;
      connection.destroy();
    }).listen(socket);
    onTestFinished(() => void server.close());
    await expect.poll(() => asked).toBeGreaterThan(1);
    expect(failures).toHaveLength(2);
    await bus.start();
    await watcherWith({ host: true });
    await expect.poll(() => shown).toEqual([true]);
  }, 30_000);
});

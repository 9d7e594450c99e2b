import { afterEach, expect, test } from 'vitest';
import { standInRecord } from '../hooks-for-tests.ts';
import { loginItems } from '../login-items.ts';
import { macApp } from '../mac-app.ts';
import { SystemPreferences } from '../system-preferences.ts';
import { windowList } from '../window-list.ts';

afterEach(() => {
  standInRecord.loginItem = null;
});

const touchId = (preferences: object): unknown[] =>
  ['canPromptTouchID', 'promptTouchID'].map((name) => Reflect.get(preferences, name));

test('Touch ID is not there on Linux, and what else Electron lacks throws by name', () => {
  const preferences = new SystemPreferences('linux');
  expect(touchId(preferences)).toEqual([undefined, undefined]);
  expect(() => Reflect.get(preferences, 'getColor')).toThrow('not in the stand-in: systemPreferences.getColor');
});

test('on macOS Touch ID is what the test says, and nobody answers for it', async () => {
  const [can, prompt] = touchId(new SystemPreferences('darwin'));
  if (typeof can !== 'function' || typeof prompt !== 'function') throw new Error('Touch ID is missing.');
  expect(can()).toBe(false);
  await expect(prompt('to unlock')).rejects.toThrow('not in the stand-in: systemPreferences.promptTouchID');
  const asked: string[] = [];
  standInRecord.touchId = {
    available: true,
    async answer(reason) {
      asked.push(reason);
    },
  };
  expect(can()).toBe(true);
  await prompt('to unlock');
  await expect(prompt('')).rejects.toThrow('reason must be non-empty');
  expect(asked).toEqual(['to unlock']);
});

test('starting at login is a no on Linux whatever is set', () => {
  const items = loginItems('linux');
  items.set({ openAtLogin: true });
  expect(items.get()).toEqual({ executableWillLaunchAtLogin: false, openAtLogin: false, wasOpenedAtLogin: false });
  expect(standInRecord.loginItem).toBeNull();
});

test('starting at login is read back as it was set on macOS and Windows', () => {
  const mac = loginItems('darwin');
  expect(mac.get()).toMatchObject({ openAtLogin: false, status: 'not-registered' });
  mac.set({ openAtLogin: true });
  expect(mac.get()).toMatchObject({ openAtLogin: true, status: 'enabled' });
  const windows = loginItems('win32');
  windows.set({ openAtLogin: true, args: ['--hidden'] });
  expect(windows.get()).toMatchObject({ executableWillLaunchAtLogin: true, launchItems: [{ args: ['--hidden'] }] });
  windows.set({ openAtLogin: false });
  expect(windows.get()).toMatchObject({ openAtLogin: false, launchItems: [] });
});

test('hiding the app takes its visible windows away and brings the same ones back, on macOS alone', () => {
  expect(macApp('linux')).toEqual({ hide: undefined, show: undefined, isHidden: undefined });
  const windows = [true, false].map((visible) => {
    const window = {
      visible,
      isVisible: () => window.visible,
      hide() {
        window.visible = false;
      },
      showInactive() {
        window.visible = true;
      },
      close() {},
      destroy() {},
      setMenu() {},
    };
    windowList.add(window);
    return window;
  });
  const { hide, show, isHidden } = macApp('darwin');
  hide?.();
  expect([isHidden?.(), ...windows.map((window) => window.visible)]).toEqual([true, false, false]);
  show?.();
  expect([isHidden?.(), ...windows.map((window) => window.visible)]).toEqual([false, true, false]);
  for (const window of windows) windowList.remove(window);
});

import { beforeEach, expect, test } from 'vitest';
import { acceleratorName, parseAccelerator } from '../accelerator.ts';
import { sampleForFile, startSample } from './start-sample.ts';

const sample = await sampleForFile({ SAMPLE_HIDDEN: '1' });
beforeEach(() => sample.app.evaluate(({ globalShortcut }) => globalShortcut.unregisterAll()));

test('a registered shortcut is heard when it is pressed, however it is spelled, until it is given back', async () => {
  const told = await sample.app.evaluate(({ globalShortcut }) => {
    const { pressShortcut, shortcuts } = Reflect.get(globalThis, '__standIn');
    const told: unknown[] = [];
    told.push(globalShortcut.register('CommandOrControl+Shift+K', () => void told.push('pressed')));
    told.push(pressShortcut('shift+ctrl+k'), globalShortcut.isRegistered('Ctrl+Shift+K'), [...shortcuts.keys()]);
    globalShortcut.unregister('Control+Shift+K');
    told.push(pressShortcut('shift+ctrl+k'), globalShortcut.isRegistered('CommandOrControl+Shift+K'), shortcuts.size);
    return told;
  });
  expect(told).toEqual([true, 'pressed', true, true, ['CommandOrControl+Shift+K'], false, false, 0]);
});

test('keys that another program or the app itself holds are not registered', async () => {
  const told = await sample.app.evaluate(({ globalShortcut }) => {
    const { takenShortcuts } = Reflect.get(globalThis, '__standIn');
    takenShortcuts.add('Control+Alt+T');
    const register = (keys: string): boolean => globalShortcut.register(keys, () => {});
    const told = [register('Alt+Ctrl+T'), globalShortcut.isRegistered('Alt+Ctrl+T'), register('F5'), register('f5')];
    takenShortcuts.clear();
    return [...told, register('Alt+Ctrl+T')];
  });
  expect(told).toEqual([false, false, true, false, true]);
});

test('of several shortcuts all are registered or none', async () => {
  const told = await sample.app.evaluate(({ globalShortcut }) => {
    const { takenShortcuts } = Reflect.get(globalThis, '__standIn');
    takenShortcuts.add('F7');
    const all: unknown = globalShortcut.registerAll(['F6', 'F7'], () => {});
    takenShortcuts.clear();
    return [all, globalShortcut.isRegistered('F6')];
  });
  expect(told).toEqual([false, false]);
});

test('while shortcuts are suspended none is heard or registered', async () => {
  const told = await sample.app.evaluate(({ globalShortcut }) => {
    const { pressShortcut } = Reflect.get(globalThis, '__standIn');
    globalShortcut.register('F8', () => {});
    globalShortcut.setSuspended(true);
    const told = [globalShortcut.isSuspended(), pressShortcut('F8'), globalShortcut.register('F9', () => {})];
    globalShortcut.setSuspended(false);
    return [...told, pressShortcut('F8')];
  });
  expect(told).toEqual([true, false, false, true]);
});

test.each(['Ctrl+Shift', 'Ctrl+Foo', '', 'Ctrl++', 'Ctrl+Ä', 'F25'])(
  'an accelerator that names no key throws as in Electron: “%s”',
  async (keys) => {
    const told = await sample.app.evaluate(({ globalShortcut }, accelerator) => {
      const attempt = (use: () => unknown): string => {
        try {
          return String(use());
        } catch (error) {
          return String(error);
        }
      };
      return [
        attempt(() => globalShortcut.register(accelerator, () => {})),
        attempt(() => globalShortcut.isRegistered(accelerator)),
        attempt(() => globalShortcut.registerAll(['F1', accelerator], () => {})),
        attempt(() => globalShortcut.isRegistered('F1')),
      ];
    }, keys);
    const error = 'TypeError: Error processing argument at index 0, conversion failure from';
    expect(told).toEqual([`${error} ${keys}`, `${error} ${keys}`, `${error} F1,${keys}`, 'false']);
  },
);

test('shortcuts can’t be used before the app is ready', async () => {
  const early = await startSample({ SAMPLE_EARLY_SHORTCUT: '1' });
  expect(await early.app.evaluate(() => Reflect.get(globalThis, 'earlyShortcut'))).toBe(
    'Error: globalShortcut cannot be used before the app is ready',
  );
  await early.stop();
});

test('signs that need Shift hold it, and Command is Control elsewhere than on a Mac', () => {
  const name = (keys: string, platform: NodeJS.Platform): string | null => {
    const parsed = parseAccelerator(keys, platform);
    return parsed && acceleratorName(parsed);
  };
  expect(name('Ctrl+Plus', 'linux')).toBe(name('Shift+Ctrl+=', 'linux'));
  expect(name('CmdOrCtrl+1', 'linux')).toBe(name('Control+1', 'linux'));
  expect(name('CmdOrCtrl+!', 'darwin')).toBe(name('Command+Shift+1', 'darwin'));
  expect(name('Option+Esc', 'darwin')).toBe(name('alt+Escape', 'darwin'));
  expect(name('num5', 'linux')).not.toBe(name('5', 'linux'));
});

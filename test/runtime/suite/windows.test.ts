import { expect, test } from 'vitest';
import { sampleForFile } from './start-sample.ts';

const sample = await sampleForFile({ SAMPLE_HIDDEN: '1' });

test('a window starts hidden, is shown, loses the focus and is hidden again, each with its event', async () => {
  const told = await sample.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    if (!window) return [];
    const told: unknown[] = [window.isVisible(), BrowserWindow.getFocusedWindow()];
    window.on('show', () => told.push('show'));
    window.on('hide', () => told.push('hide'));
    window.on('focus', () => told.push('focus'));
    window.on('blur', () => told.push('blur'));
    window.showInactive();
    told.push(window.isVisible(), window.isFocused());
    window.focus();
    told.push(window.isFocused(), BrowserWindow.getFocusedWindow() === window);
    window.blur();
    window.show();
    window.hide();
    told.push(window.isVisible(), window.isFocused());
    window.minimize();
    told.push(window.isMinimized());
    window.show();
    told.push(window.isMinimized(), window.isVisible());
    return told;
  });
  const shownWithoutFocus = ['show', true, false];
  const focused = ['focus', true, true];
  const hidden = ['blur', 'focus', 'blur', 'hide', false, false];
  const minimizedAndBack = [true, 'show', 'focus', false, true];
  expect(told).toEqual([false, null, ...shownWithoutFocus, ...focused, ...hidden, ...minimizedAndBack]);
});

test('the page is as large as its window, and screenshots too', async () => {
  const inner = (): Promise<number[]> => sample.page.evaluate('[innerWidth, innerHeight]');
  expect(await inner()).toEqual([640, 480]);
  await sample.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(500, 400));
  await expect.poll(inner).toEqual([500, 400]);
  const png = await sample.page.screenshot();
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([500, 400]);
});

test('a window is never smaller than its minimum', async () => {
  const size = await sample.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    window?.setMinimumSize(300, 200);
    window?.setSize(10, 10);
    return window?.getSize();
  });
  expect(size).toEqual([300, 200]);
});

test('a close that is prevented leaves the window and its page', async () => {
  const left = await sample.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    window?.once('close', (event) => event.preventDefault());
    window?.close();
    return [window?.isDestroyed(), BrowserWindow.getAllWindows().length];
  });
  expect(left).toEqual([false, 1]);
  expect(await sample.page.evaluate('1 + 1')).toBe(2);
});

test('a second window comes to Playwright and maps back to its BrowserWindow; closing it ends both', async () => {
  const coming = sample.app.waitForEvent('window');
  await sample.app.evaluate(() => Reflect.get(globalThis, 'openWindow')({ width: 300, height: 250 }));
  const page = await coming;
  const window = await sample.app.browserWindow(page);
  expect(await window.evaluate((opened: Electron.BrowserWindow) => opened.getSize())).toEqual([300, 250]);
  const closed = page.waitForEvent('close');
  const events = await window.evaluate(
    (opened: Electron.BrowserWindow) =>
      new Promise<string[]>((resolve) => {
        const told: string[] = [];
        opened.on('close', () => told.push('close'));
        opened.on('closed', () => resolve([...told, 'closed', String(opened.isDestroyed())]));
        opened.close();
      }),
  );
  expect(events).toEqual(['close', 'closed', 'true']);
  await closed;
  expect(sample.app.windows()).toHaveLength(1);
});

test('a window is ready to be shown, once, when something of its page can be seen, not when that is loaded', async () => {
  const { when, told } = await sample.app.evaluate(async ({ BrowserWindow }) => {
    const window = new BrowserWindow({ width: 300, height: 200, show: false });
    const told: string[] = [];
    window.webContents.on('did-finish-load', () => told.push('loaded'));
    const ready = new Promise<void>((resolve) => {
      window.on('ready-to-show', () => {
        told.push('ready');
        resolve();
      });
    });
    await window.loadURL('data:text/html,<title>Slow</title>');
    const when = [...told];
    await window.webContents.executeJavaScript("document.body.append('late'); 0");
    await ready;
    await window.webContents.executeJavaScript("document.body.append('later'); 0");
    window.destroy();
    return { when, told };
  });
  expect(when).toEqual(['loaded']);
  expect(told).toEqual(['loaded', 'ready']);
});

test('the page’s title becomes the window’s, unless that is prevented', async () => {
  const titles = await sample.app.evaluate(async ({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    const changed = (): Promise<void> => new Promise((resolve) => window?.once('page-title-updated', () => resolve()));
    const first = changed();
    await window?.webContents.executeJavaScript("void (document.title = 'Changed')");
    await first;
    const titles = [window?.getTitle()];
    window?.once('page-title-updated', (event) => event.preventDefault());
    const second = changed();
    await window?.webContents.executeJavaScript("void (document.title = 'Not taken')");
    await second;
    return [...titles, window?.getTitle(), window?.webContents.getTitle()];
  });
  expect(titles).toEqual(['Changed', 'Changed', 'Not taken']);
});

test('a chosen theme reaches the page', async () => {
  const dark = (): Promise<boolean> => sample.page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches");
  const updated = await sample.app.evaluate(({ nativeTheme }) => {
    let updates = 0;
    nativeTheme.on('updated', () => {
      updates += 1;
    });
    nativeTheme.themeSource = 'dark';
    return [updates, nativeTheme.shouldUseDarkColors];
  });
  expect(updated).toEqual([1, true]);
  await expect.poll(dark).toBe(true);
});

test('what a window was made with can be read', async () => {
  const preferences = await sample.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const read: unknown = contents && Reflect.get(contents, 'getLastWebPreferences');
    return typeof read === 'function' ? Reflect.apply(read, contents, []) : null;
  });
  expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false });
});

test('a modal window keeps the focus from its parent until it is closed, and gives it back', async () => {
  const told = await sample.app.evaluate(async ({ BrowserWindow }) => {
    const parent = BrowserWindow.getAllWindows()[0];
    if (!parent) return [];
    parent.show();
    const modal = new BrowserWindow({ width: 300, height: 200, parent, modal: true, show: false });
    const hidden = [parent.isEnabled(), parent.isFocused()];
    modal.show();
    parent.focus();
    const shown = [parent.isEnabled(), parent.isFocused(), modal.isFocused(), modal.isModal()];
    const isChild = modal.getParentWindow() === parent;
    const closed = new Promise<void>((resolve) => modal.once('closed', () => resolve()));
    modal.destroy();
    await closed;
    return [...hidden, ...shown, isChild, parent.isEnabled(), parent.isFocused()];
  });
  expect(told).toEqual([true, true, false, false, true, true, true, true, true]);
});

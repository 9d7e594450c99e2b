import { beforeEach, expect, test } from 'vitest';
import { sampleForFile } from './start-sample.ts';

const sample = await sampleForFile();
await sample.page.evaluate(`(() => {
  globalThis.heard = [];
  for (const type of ['keydown', 'keyup'])
    addEventListener(type, (event) => {
      heard.push(type + ' ' + event.key);
      if (event.key === 'F2' || globalThis.takesAll) event.preventDefault();
    }, true);
  document.body.append(document.createElement('input'));
})()`);

beforeEach(async () => {
  await sample.app.evaluate(({ BrowserWindow, Menu }) => {
    const window = BrowserWindow.getAllWindows()[0];
    window?.webContents.removeAllListeners('before-input-event');
    window?.webContents.setIgnoreMenuShortcuts(false);
    window?.focus();
    Menu.setApplicationMenu(null);
    Reflect.set(globalThis, 'told', []);
  });
  await sample.page.evaluate(
    "(() => { heard.length = 0; takesAll = false; const input = document.querySelector('input'); input.value = ''; input.focus(); })()",
  );
});

const told = (): Promise<unknown[]> => sample.app.evaluate(() => Reflect.get(globalThis, 'told'));
const heard = (): Promise<string[]> => sample.page.evaluate<string[]>('heard');
const typed = (): Promise<string> => sample.page.inputValue('input');

/** Listens as an app does: writes down each key and prevents those that are named. */
const listen = (prevented: string[]): Promise<void> =>
  sample.app.evaluate(({ BrowserWindow }, names) => {
    const list: unknown[] = Reflect.get(globalThis, 'told');
    BrowserWindow.getAllWindows()[0]?.webContents.on('before-input-event', (event, { type, key }) => {
      list.push(`${type} ${key}`);
      if (names.includes(key)) event.preventDefault();
    });
  }, prevented);

const send = (...events: { type: string; keyCode: string; modifiers?: string[] }[]): Promise<void> =>
  sample.app.evaluate(({ BrowserWindow }, list) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    for (const event of list) contents && Reflect.apply(contents.sendInputEvent, contents, [event]);
  }, events);

test('the app is told of a key with all that Electron tells, and the page hears it', async () => {
  await sample.app.evaluate(({ BrowserWindow }) => {
    const list: unknown[] = Reflect.get(globalThis, 'told');
    BrowserWindow.getAllWindows()[0]?.webContents.once('before-input-event', (_event, input) => list.push(input));
  });
  await sample.page.keyboard.press('Control+Shift+K');
  await expect.poll(told).toEqual([
    {
      type: 'keyDown',
      key: 'Control',
      code: 'ControlLeft',
      isAutoRepeat: false,
      isComposing: false,
      shift: false,
      control: true,
      alt: false,
      meta: false,
      location: 1,
      modifiers: ['control'],
    },
  ]);
  expect(await heard()).toContain('keydown K');
});

test('of a key that the app prevents the page hears nothing, and the next one is heard again', async () => {
  await listen(['x']);
  await sample.page.keyboard.press('x');
  await sample.page.keyboard.press('y');
  expect(await told()).toEqual(['keyDown x', 'keyDown y', 'keyUp y']);
  expect(await heard()).toEqual(['keydown y', 'keyup y']);
  expect(await typed()).toBe('y');
});

test('a key that is pressed in a frame of the page is told and prevented as well', async () => {
  const coming = sample.app.waitForEvent('window');
  const window = await sample.app.evaluateHandle(() =>
    Reflect.get(globalThis, 'openWindow')({}, 'app://sample/frames'),
  );
  const page = await coming;
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  await frame?.waitForSelector('h1');
  await frame?.evaluate(
    "(() => { const input = document.createElement('input'); document.body.append(input); input.focus(); })()",
  );
  await window.evaluate((opened: Electron.BrowserWindow) => {
    opened.webContents.on('before-input-event', (event, { key }) => {
      if (key === 'x') event.preventDefault();
    });
  });
  await page.keyboard.type('axb');
  expect(await frame?.inputValue('input')).toBe('ab');
  await window.evaluate((opened: Electron.BrowserWindow) => opened.destroy());
});

test('what main sends while it is asked about a key reaches the page, in order', async () => {
  await sample.page.evaluate('void (globalThis.news = [], api.onNews((...args) => news.push(args.join(" "))))');
  await sample.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    contents?.on('before-input-event', (_event, { type, key }) => {
      contents.send('news', 'first', type, key);
      contents.send('news', 'second', type, key);
    });
  });
  await sample.page.keyboard.press('n');
  const each = (type: string): string[] => [`first ${type} n`, `second ${type} n`];
  await expect.poll(() => sample.page.evaluate('news')).toEqual([...each('keyDown'), ...each('keyUp')]);
});

test('keys that main sends take the same way, and text comes with its own event', async () => {
  await listen(['q']);
  const press = (keyCode: string): { type: string; keyCode: string }[] =>
    ['keyDown', 'char', 'keyUp'].map((type) => ({ type, keyCode }));
  await send(...press('a'), ...press('q'), ...press('Space'), ...press('!'));
  await expect.poll(typed).toBe('a !');
  await expect.poll(heard).toContain('keyup !');
  expect(await told()).toEqual(['keyDown a', 'keyUp a', 'keyDown q', 'keyDown  ', 'keyUp  ', 'keyDown !', 'keyUp !']);
  expect(await heard()).not.toContain('keydown q');
});

test('what is no key of a person’s or of main’s is not told', async () => {
  await listen([]);
  await sample.page.evaluate(
    "void document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'm', bubbles: true }))",
  );
  expect(await heard()).toEqual(['keydown m']);
  expect(await told()).toEqual([]);
});

test('a page’s own debugger statement stops nothing while the app listens', async () => {
  await listen([]);
  await sample.page.keyboard.press('z');
  expect(await sample.page.evaluate('(() => { debugger; return 5; })()')).toBe(5);
});

const setMenu = (): Promise<void> =>
  sample.app.evaluate(({ Menu }) => {
    const list: unknown[] = Reflect.get(globalThis, 'told');
    const item = (accelerator: string, more: object = {}): Electron.MenuItemConstructorOptions => ({
      label: accelerator,
      accelerator,
      click: ({ label }, window, event) => list.push([label, window?.constructor.name, event.triggeredByAccelerator]),
      ...more,
    });
    const submenu = [
      item('CmdOrCtrl+K', { label: 'first' }),
      item('Ctrl+K', { label: 'second' }),
      item('F2'),
      item('Ctrl+L', { enabled: false }),
      item('Ctrl+Shift+P'),
      item('Ctrl+M', { registerAccelerator: false }),
    ];
    Menu.setApplicationMenu(Menu.buildFromTemplate([{ label: 'App', submenu }, { role: 'editMenu' }]));
  });

test('the keys of a menu item click it, where neither the app nor the page takes them', async () => {
  await setMenu();
  await listen(['P']);
  // F2 the page takes, Ctrl+L is disabled, Ctrl+M is shown only, P the app takes.
  for (const keys of ['Control+l', 'F2', 'Control+m', 'Control+Shift+P', 'Control+k'])
    await sample.page.keyboard.press(keys);
  const clicks = async (): Promise<unknown[]> => (await told()).filter((entry) => Array.isArray(entry));
  await expect.poll(clicks).toEqual([['second', 'BrowserWindow', true]]);
});

test('a window without the focus, without a menu or that ignores it hears no menu keys', async () => {
  const change = (how: 'blur' | 'removeMenu' | 'ignore' | 'own'): Promise<void> =>
    sample.app.evaluate(({ BrowserWindow, Menu }, kind) => {
      const list: unknown[] = Reflect.get(globalThis, 'told');
      const window = BrowserWindow.getAllWindows()[0];
      const click = (): void => void list.push('own');
      if (kind === 'own') window?.setMenu(Menu.buildFromTemplate([{ label: 'Own', accelerator: 'Ctrl+K', click }]));
      else if (kind === 'ignore') window?.webContents.setIgnoreMenuShortcuts(true);
      else window?.[kind]();
    }, how);
  for (const how of ['blur', 'removeMenu', 'ignore'] as const) {
    await setMenu();
    await change(how);
    await sample.page.keyboard.press('Control+k');
    await sample.app.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0];
      window?.focus();
      window?.webContents.setIgnoreMenuShortcuts(false);
    });
  }
  await change('own');
  await sample.page.keyboard.press('Control+k');
  await expect.poll(told).toEqual(['own']);
});

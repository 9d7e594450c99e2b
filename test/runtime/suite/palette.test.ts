import { inflateSync } from 'node:zlib';
import { beforeEach, expect, test } from 'vitest';
import { sampleForFile } from './start-sample.ts';

const sample = await sampleForFile();

beforeEach(async () => {
  await sample.app.evaluate(({ BrowserWindow, screen }) => {
    const [first, ...others] = BrowserWindow.getAllWindows();
    for (const other of others) other.destroy();
    first?.show();
    const { bounds } = screen.getPrimaryDisplay();
    Object.assign(Reflect.get(globalThis, '__standIn'), { displays: [{ bounds }], cursor: { x: 960, y: 540 } });
  });
  await expect.poll(() => sample.app.windows().length).toBe(1);
  // One that was destroyed before it had a page is no window of Playwright's, and goes when its page is there.
  const open = () => sample.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  await expect.poll(open).toBe(1);
});

const openPalette = async (options: object): Promise<void> => {
  await sample.app.evaluate((_electron, given) => Reflect.get(globalThis, 'openWindow')(given), options);
  const ran = (): Promise<unknown> | undefined =>
    sample.app
      .windows()[1]
      ?.evaluate('globalThis.scriptRan')
      .catch(() => false);
  await expect.poll(ran).toBe(true);
};

test('windows stand side by side, each with its preload and its own number', async () => {
  await openPalette({ show: false });
  const [main, palette] = sample.app.windows();
  for (const page of [main, palette]) expect(await page?.evaluate('api.nested.keep()')).toBe('kept');
  const told = await sample.app.evaluate(({ BrowserWindow, ipcMain, webContents }) => {
    ipcMain.removeHandler('who');
    ipcMain.handle('who', ({ sender }) => [sender.id, BrowserWindow.fromWebContents(sender)?.id]);
    const ids = BrowserWindow.getAllWindows().map((window) => [window.webContents.id, window.id]);
    return { ids, found: ids.map(([id = 0]) => webContents.fromId(id)?.id) };
  });
  expect(told.found).toEqual(told.ids.map(([id]) => id));
  expect(await main?.evaluate('api.who()')).toEqual(told.ids[0]);
  expect(await palette?.evaluate('api.who()')).toEqual(told.ids[1]);
  expect(told.ids[0]?.[0]).not.toBe(told.ids[1]?.[0]);
});

test('what a palette asks of its window can be read', async () => {
  await openPalette({ frame: false, alwaysOnTop: true, skipTaskbar: true, resizable: false, show: false });
  const told = await sample.app.evaluate(({ BrowserWindow }) => {
    const { windows } = Reflect.get(globalThis, '__standIn');
    const palette = BrowserWindow.getAllWindows()[1];
    const told: unknown[] = [windows()[1], palette?.isAlwaysOnTop(), palette?.isResizable()];
    palette?.on('always-on-top-changed', (_event, on) => told.push(on));
    palette?.setAlwaysOnTop(true, 'screen-saver');
    palette?.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true });
    told.push(windows()[1].onTop, palette?.isVisibleOnAllWorkspaces(), windows()[1].overFullScreen);
    palette?.setAlwaysOnTop(false);
    palette?.setSkipTaskbar(false);
    return [...told, windows()[1].onTop, windows()[1].skipTaskbar, windows()[0].frame];
  });
  const made = {
    frame: false,
    onTop: 'floating',
    skipTaskbar: true,
    everyWorkspace: false,
    visible: false,
    focused: false,
  };
  expect(told).toEqual([
    expect.objectContaining(made),
    true,
    false,
    'screen-saver',
    true,
    true,
    false,
    null,
    false,
    true,
  ]);
});

test('showing the palette takes the focus from the main window, and hiding it gives it back', async () => {
  await openPalette({ show: false });
  const told = await sample.app.evaluate(({ app, BrowserWindow }) => {
    const [main, palette] = BrowserWindow.getAllWindows();
    const told: string[] = [];
    for (const [name, window] of Object.entries({ main, palette }))
      for (const event of ['focus', 'blur', 'show', 'hide'] as const)
        Reflect.apply(window?.on ?? (() => {}), window, [event, () => told.push(`${name} ${event}`)]);
    app.on('browser-window-focus', (_event, window) => told.push(`app ${window.id === main?.id ? 'main' : 'palette'}`));
    palette?.show();
    told.push('-');
    palette?.hide();
    told.push('-');
    palette?.showInactive();
    main?.focus();
    told.push('-');
    palette?.focus();
    main?.hide();
    told.push('-');
    palette?.destroy();
    return told;
  });
  expect(told.join(', ')).toBe(
    [
      'palette show, main blur, palette focus, app palette',
      'palette blur, palette hide, main focus, app main',
      'palette show',
      'main blur, palette focus, app palette, main hide',
      '',
    ]
      .join(', -, ')
      .replace(/, $/, ''),
  );
});

test('a palette over another program gives the focus back to that one', async () => {
  await openPalette({ show: false });
  const told = await sample.app.evaluate(({ BrowserWindow }) => {
    const [main, palette] = BrowserWindow.getAllWindows();
    palette?.show();
    palette?.hide();
    main?.blur();
    palette?.show();
    const before = palette?.isFocused();
    palette?.hide();
    return [before, main?.isVisible(), main?.isFocused(), BrowserWindow.getFocusedWindow()];
  });
  expect(told).toEqual([true, true, false, null]);
});

test('a palette that hides when it loses the focus does so once, and one that can’t have it never gets it', async () => {
  await openPalette({ show: false });
  const told = await sample.app.evaluate(({ BrowserWindow }) => {
    const [main, palette] = BrowserWindow.getAllWindows();
    const told: unknown[] = [];
    palette?.on('blur', () => palette.hide());
    palette?.on('hide', () => told.push('hide'));
    palette?.show();
    main?.focus();
    const still = new BrowserWindow({ focusable: false });
    still.show();
    told.push(palette?.isVisible(), main?.isFocused(), still.isFocused());
    still.destroy();
    return told;
  });
  expect(told).toEqual(['hide', false, true, false]);
});

test('a palette stands in the middle of the display where the pointer is', async () => {
  const told = await sample.app.evaluate(({ BrowserWindow, screen }) => {
    Object.assign(Reflect.get(globalThis, '__standIn'), {
      displays: [
        { bounds: { x: 0, y: 0, width: 1920, height: 1080 } },
        {
          bounds: { x: 1920, y: 0, width: 1000, height: 800 },
          workArea: { x: 1920, y: 40, width: 1000, height: 760 },
          scaleFactor: 2,
        },
      ],
      cursor: { x: 2000, y: 100 },
    });
    const display = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
    const window = new BrowserWindow({ width: 400, height: 300, show: false });
    const first = window.getPosition();
    window.setBounds({ x: display.bounds.x + 0.4, y: 10.6, width: 400, height: 300 });
    const moved = window.getPosition();
    window.center();
    const centred = window.getBounds();
    const attempt = (): string => {
      try {
        window.setPosition(1.5, 2);
        return 'taken';
      } catch (error) {
        return String(error);
      }
    };
    const told = [
      [display.id, display.scaleFactor, screen.getAllDisplays().length],
      first,
      moved,
      centred,
      screen.getDisplayMatching(centred).id,
      screen.getDisplayNearestPoint({ x: -50, y: 5_000 }).id,
      attempt(),
    ];
    window.destroy();
    return told;
  });
  expect(told).toEqual([
    [2, 2, 2],
    [760, 390],
    [1920, 11],
    { x: 2220, y: 270, width: 400, height: 300 },
    2,
    1,
    'TypeError: Error processing argument at index 0, conversion failure from 1.5',
  ]);
});

test('the window’s colour is seen where the page has none, and is read back', async () => {
  await openPalette({ backgroundColor: '#123456' });
  const palette = sample.app.windows()[1];
  const corner = async (): Promise<number[]> => firstPixel((await palette?.screenshot()) ?? Buffer.alloc(0));
  expect(await corner()).toEqual([0x12, 0x34, 0x56]);
  const colours = await sample.app.evaluate(({ BrowserWindow }) => {
    const [main, opened] = BrowserWindow.getAllWindows();
    const before = opened?.getBackgroundColor();
    opened?.setBackgroundColor('#FF0a0B0c');
    return [before, opened?.getBackgroundColor(), main?.getBackgroundColor()];
  });
  expect(colours).toEqual(['#123456', '#0A0B0C', '#FFFFFF']);
  await expect.poll(corner).toEqual([0x0a, 0x0b, 0x0c]);
});

test('the theme that the app chose reaches a window that is opened later, and each that is open', async () => {
  const dark = (): Promise<unknown[]> =>
    Promise.all(
      sample.app.windows().map((page) => page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")),
    );
  await sample.app.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'dark';
  });
  await openPalette({});
  await expect.poll(dark).toEqual([true, true]);
  await sample.app.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'light';
  });
  await expect.poll(dark).toEqual([false, false]);
});

test('what Windows alone says at the end of a session is not said here', async () => {
  const told = await sample.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    window?.on('session-end', () => {});
    try {
      return String(window?.emit('session-end'));
    } catch (error) {
      return String(error);
    }
  });
  expect(told).toBe("Error: not in the stand-in: BrowserWindow 'session-end' on linux");
});

/** Red, green and blue of the first pixel of a PNG with 8-bit samples. Its filter changes nothing: there is no neighbour. */
function firstPixel(png: Buffer): number[] {
  const data: Buffer[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  return [...inflateSync(Buffer.concat(data)).subarray(1, 4)];
}

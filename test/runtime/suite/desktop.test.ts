import { expect, test } from 'vitest';
import { sampleForFile } from './start-sample.ts';

const sample = await sampleForFile();

const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

test('a tray’s menu is seen through the prototype, as tests of Electron do it, and its items can be clicked', async () => {
  const told = await sample.app.evaluate(({ Tray, Menu, nativeImage }, pixel) => {
    const told: unknown[] = [];
    const { setContextMenu } = Tray.prototype;
    Tray.prototype.setContextMenu = function remember(menu) {
      told.push(menu?.items.map((item) => `${item.type} ${item.label}`));
      setContextMenu.call(this, menu);
    };
    const tray = new Tray(nativeImage.createFromDataURL(pixel));
    const menu = Menu.buildFromTemplate([
      { label: 'Copy', id: 'copy', click: (item) => void told.push(`clicked ${item.label}`) },
      { type: 'separator' },
      {
        label: 'More',
        submenu: [{ label: 'Deep', id: 'deep', type: 'checkbox', click: (item) => void told.push(item.checked) }],
      },
    ]);
    tray.setContextMenu(menu);
    menu.getMenuItemById('copy')?.click();
    menu.getMenuItemById('deep')?.click();
    tray.on('click', () => told.push('tray clicked'));
    tray.emit('click');
    tray.destroy();
    told.push(tray.isDestroyed());
    Tray.prototype.setContextMenu = setContextMenu;
    return told;
  }, PIXEL);
  expect(told).toEqual([['normal Copy', 'separator ', 'submenu More'], 'clicked Copy', true, 'tray clicked', true]);
});

test('of neighbouring radio items one is checked, and roles bring their labels', async () => {
  const told = await sample.app.evaluate(({ Menu }) => {
    const menu = Menu.buildFromTemplate([
      { label: 'A', type: 'radio', checked: true },
      { label: 'B', type: 'radio' },
      { role: 'editMenu' },
      { role: 'quit' },
    ]);
    menu.items[1]?.click();
    Menu.setApplicationMenu(menu);
    const [a, b, edit, quit] = menu.items;
    return [a?.checked, b?.checked, edit?.submenu?.items[0]?.label, quit?.label, Menu.getApplicationMenu() === menu];
  });
  expect(told).toEqual([false, true, 'Undo', 'Quit', true]);
});

test('a dialog that the test does not answer is refused, and one that it answers is what the app gets', async () => {
  const told = await sample.app.evaluate(async ({ dialog, BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    const ask = (): Promise<unknown> =>
      window ? dialog.showMessageBox(window, { message: 'Sure?' }) : Promise.resolve();
    const refused = await ask().catch((error: Error) => error.message);
    dialog.showMessageBox = async () => ({ response: 1, checkboxChecked: false });
    return [refused, await ask()];
  });
  expect(told).toEqual([
    'not in the stand-in: dialog.showMessageBox without a display: answer it in the test',
    { response: 1, checkboxChecked: false },
  ]);
});

test('a notification says when it is shown, clicked and closed, and is there for the test meanwhile', async () => {
  const told = await sample.app.evaluate(async ({ Notification }) => {
    const told: unknown[] = [];
    const { notifications } = Reflect.get(globalThis, '__standIn');
    const note = new Notification({ title: 'Due', body: 'Rotate it', silent: true });
    const next = (event: 'show' | 'close'): Promise<void> =>
      new Promise((resolve) => {
        const heard = (): void => {
          told.push(event);
          resolve();
        };
        if (event === 'show') note.once('show', heard);
        else note.once('close', heard);
      });
    note.on('click', () => told.push('click'));
    told.push(Notification.isSupported(), notifications.length);
    const shown = next('show');
    note.show();
    await shown;
    told.push(notifications.map(({ title, body }: { title: string; body: string }) => `${title}: ${body}`));
    notifications[0].emit('click');
    const closed = next('close');
    note.close();
    await closed;
    note.close();
    return [...told, notifications.length];
  });
  expect(told).toEqual([true, 0, 'show', ['Due: Rotate it'], 'click', 'close', 0]);
});

test('a link that is opened leaves the app nowhere but in the record', async () => {
  const opened = await sample.app.evaluate(async ({ shell }) => {
    await shell.openExternal('https://example.invalid/help');
    return Reflect.get(globalThis, '__standIn').openedExternals;
  });
  expect(opened).toEqual(['https://example.invalid/help']);
});

test('a tray shows what it is given until it is destroyed, and takes nothing after that', async () => {
  const told = await sample.app.evaluate(({ Tray, nativeImage }, pixel) => {
    const { trays } = Reflect.get(globalThis, '__standIn');
    const tray = new Tray(nativeImage.createEmpty());
    const told: unknown[] = [trays().length, trays()[0].image.isEmpty()];
    tray.setImage(nativeImage.createFromDataURL(pixel));
    tray.setToolTip('Two keys are due');
    tray.setTitle('2');
    told.push(trays()[0].image.isEmpty(), trays()[0].toolTip, tray.getTitle(), tray.isDestroyed());
    tray.destroy();
    told.push(trays().length, tray.isDestroyed());
    try {
      tray.setToolTip('late');
    } catch (error) {
      told.push(String(error));
    }
    return told;
  }, PIXEL);
  // A title stands next to the icon on macOS only.
  expect(told).toEqual([1, true, false, 'Two keys are due', '', false, 0, true, 'Error: Tray is destroyed']);
});

test('an image knows its size', async () => {
  const told = await sample.app.evaluate(({ nativeImage }, pixel) => {
    const image = nativeImage.createFromDataURL(pixel);
    return [
      image.getSize(),
      image.isEmpty(),
      nativeImage.createFromPath('/nowhere.png').isEmpty(),
      image.toPNG().length > 60,
    ];
  }, PIXEL);
  expect(told).toEqual([{ width: 1, height: 1 }, false, true, true]);
});

test('anything else says that it is not there', async () => {
  const told = await sample.app.evaluate((electron) => {
    const attempt = (use: () => unknown): string => {
      try {
        return String(use());
      } catch (error) {
        return error instanceof Error ? error.message : '';
      }
    };
    const window = electron.BrowserWindow.getAllWindows()[0];
    return [
      attempt(() => electron.safeStorage.isEncryptionAvailable()),
      attempt(() => electron.app.getGPUFeatureStatus()),
      attempt(() => window?.webContents.openDevTools()),
      attempt(() => window?.setKiosk(true)),
      attempt(() => electron.BrowserWindow.fromBrowserView),
      attempt(() => electron.dialog.showMessageBoxSync({ message: '' })),
    ];
  });
  expect(told).toEqual([
    'not in the stand-in: safeStorage.isEncryptionAvailable',
    'not in the stand-in: app.getGPUFeatureStatus',
    'not in the stand-in: webContents.openDevTools',
    'not in the stand-in: BrowserWindow.setKiosk',
    'not in the stand-in: BrowserWindow.fromBrowserView',
    'not in the stand-in: dialog.showMessageBoxSync',
  ]);
});

test('without a display the clipboard is the app’s own', async () => {
  const told = await sample.app.evaluate(async ({ clipboard }) => {
    await clipboard.writeText('here');
    await clipboard.selection.writeText('there');
    const before = [await clipboard.readText(), await clipboard.selection.readText()];
    clipboard.clear();
    return [...before, await clipboard.readText(), await clipboard.has('text/plain'), (await clipboard.read()).length];
  });
  expect(told).toEqual(['here', 'there', '', false, 0]);
});

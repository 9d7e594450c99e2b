import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { SettingsView } from '../../electron/ipc/contract.ts';
import { expect, test } from '../support/e2e.ts';
import { findRuntime } from '../support/electron-runtime.ts';
import { answerQuestions } from '../support/native-ui.ts';
import { isPaletteShown, palettePage, pressShortcut } from '../support/palette.ts';
import { seedKeys } from '../support/seed-keys.ts';

const value = 'a-value-that-is-copied-and-must-go';

async function settingsOf(page: Page): Promise<SettingsView> {
  const answer = await page.evaluate(() => window.clavis.settings.get({}));
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

function isDark(page: Page): Promise<boolean> {
  return page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
}

test('a theme reaches the window at once, and is there at the next start', async ({ start }) => {
  let { app, page } = await start();
  await page.keyboard.press('Control+,');
  await page.getByRole('radio', { name: 'Dark' }).click();
  await expect.poll(() => isDark(page)).toBe(true);
  expect(await app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
  await app.close();
  ({ app, page } = await start());
  await expect.poll(() => isDark(page)).toBe(true);
  await page.keyboard.press('Control+,');
  await page.getByRole('radio', { name: 'Light' }).click();
  await expect.poll(() => isDark(page)).toBe(false);
});

test('what protects is loosened only in main’s own dialog; a refusal changes nothing', async ({ start }) => {
  const { app, page } = await start();
  await page.evaluate(() => window.clavis.settings.set({ idleLockMinutes: 5 }));
  const before = await settingsOf(page);
  await page.keyboard.press('Control+,');
  const refused = await answerQuestions(app, false);
  await page.getByLabel('Copied values stay').fill('60');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await refused()).length).toBe(1);
  await expect(page.getByLabel('Copied values stay')).toHaveValue(String(before.leaseSeconds));
  await expect(page.getByRole('alert').filter({ hasText: /./ })).toHaveCount(0);
  // A dialog that was closed without a choice is not opened again at once.
  await expect(async () => {
    await page.getByRole('radio', { name: 'Always' }).click();
    expect(await refused()).toContain('Propose “copy always” for new keys?');
  }).toPass();
  await expect(async () => {
    await page.getByLabel('Lock when nobody is there').selectOption('Never');
    expect(await refused()).toContain('No longer lock Clavis when nobody is there?');
  }).toPass();
  expect(await refused()).toContain('Leave copied values on the clipboard for 60 seconds?');
  expect(await settingsOf(page)).toEqual(before);
  await expect(page.getByRole('radio', { name: 'Once' })).toBeChecked();

  const agreed = await answerQuestions(app, true);
  await expect(async () => {
    await page.getByRole('radio', { name: 'Always' }).click();
    expect(await agreed()).toEqual(['Propose “copy always” for new keys?']);
  }).toPass();
  await expect.poll(async () => (await settingsOf(page)).defaultPolicy).toBe('always');
  await page.getByLabel('Copied values stay').fill('60');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await settingsOf(page)).leaseSeconds).toBe(60);
  await page.getByLabel('Lock when nobody is there').selectOption('Never');
  await expect
    .poll(() => settingsOf(page))
    .toEqual({ ...before, defaultPolicy: 'always', leaseSeconds: 60, idleLockMinutes: 0 });
  const done = await page.evaluate(() =>
    window.clavis.activity.list({ keyId: null, limit: 3, before: null, only: null }),
  );
  expect(done.ok && done.value.map(({ kind, subject }) => `${kind} ${subject}`).sort()).toEqual([
    'loosened Clipboard lease',
    'loosened Copying of new keys',
    'loosened Idle lock',
  ]);
  // Tightened, nobody is asked.
  const asked = (await agreed()).length;
  await page.getByLabel('Copied values stay').fill('10');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await settingsOf(page)).leaseSeconds).toBe(10);
  expect(await agreed()).toHaveLength(asked);
});

test('not kept in the tray, closing the window quits, and clears the clipboard first', async ({ start, clipboard }) => {
  const { app, page } = await start();
  await page.keyboard.press('Control+,');
  await page.getByRole('switch', { name: 'Keep running in the tray' }).click();
  await expect.poll(async () => (await settingsOf(page)).closeToTray).toBe(false);
  await page.evaluate(async (typed) => {
    const fields = { name: 'Kept', provider: '', envVar: 'KEPT', note: '', tags: [] };
    const kept = await window.clavis.keys.add({ ...fields, copyPolicy: 'once', rotateEveryDays: null, value: typed });
    if (kept.ok) await window.clavis.keys.copy({ id: kept.value.id });
  }, value);
  await expect.poll(() => clipboard.text()).toBe(value);
  const ended = app.waitForEvent('close');
  const frame = await app.browserWindow(page);
  await frame.evaluate((one) => one.close()).catch(() => {});
  await ended;
  expect(await clipboard.text()).toBe('');
});

test('Ctrl+Q quits from the window, though it has no menu', async ({ start }) => {
  const { app, page } = await start();
  const ended = app.waitForEvent('close');
  const frame = await app.browserWindow(page);
  const press = (key: string) =>
    frame.evaluate((one, name) => {
      const event = { preventDefault() {} };
      const input = { type: 'keyDown', key: name, control: true, alt: false, shift: false, meta: false };
      one.webContents.emit('before-input-event', event, input);
    }, key);
  await press('w');
  expect(await settingsOf(page)).toMatchObject({ theme: 'system' });
  await press('q').catch(() => {});
  await ended;
});

test.describe('starting at login', () => {
  test.skip(process.platform !== 'linux', 'macOS and Windows keep login items where no test may write');

  test('writes the desktop’s own file and removes it again', async ({ start, home }) => {
    const { page } = await start();
    const folder = path.join(home.folder, '.config/autostart');
    await page.keyboard.press('Control+,');
    const atLogin = page.getByRole('switch', { name: 'Start at login' });
    await atLogin.click();
    await expect.poll(() => readdir(folder).catch(() => [])).toEqual(['clavis.desktop']);
    const entry = await readFile(path.join(folder, 'clavis.desktop'), 'utf8');
    expect(entry).toContain('[Desktop Entry]\nType=Application\nName=Clavis\n');
    expect(entry).toMatch(/^Exec="[^"]+" .*--hidden$/m);
    await expect(atLogin).toBeChecked();
    await atLogin.click();
    await expect.poll(() => readdir(folder)).toEqual([]);
    await expect(atLogin).not.toBeChecked();
  });

  test('leaves another program’s file as it is, says so, and is off', async ({ start, home }) => {
    const { page } = await start();
    const file = path.join(home.folder, '.config/autostart/clavis.desktop');
    const theirs = '[Desktop Entry]\nType=Application\nName=Clavis of somebody else\nExec=clavis\n';
    await mkdir(path.dirname(file));
    await writeFile(file, theirs);
    await page.keyboard.press('Control+,');
    const atLogin = page.getByRole('switch', { name: 'Start at login' });
    await atLogin.click();
    await expect(page.getByRole('status', { name: 'Messages' })).toContainText('LOGIN_ITEM_REFUSED');
    await expect(atLogin).not.toBeChecked();
    expect((await settingsOf(page)).startAtLogin).toBe(false);
    expect(await readFile(file, 'utf8')).toBe(theirs);
  });

  test('switched off in the desktop’s own settings, it is off here too', async ({ start, home }) => {
    const file = path.join(home.folder, '.config/autostart/clavis.desktop');
    const { app, page } = await start();
    await page.evaluate(() => window.clavis.settings.set({ startAtLogin: true }));
    await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toContain('--hidden');
    await app.close();
    const off = `${await readFile(file, 'utf8')}Hidden=true\n`;
    await writeFile(file, off);
    const again = await start();
    await expect.poll(async () => (await settingsOf(again.page)).startAtLogin).toBe(false);
    expect(await readFile(file, 'utf8')).toBe(off);
  });
});

test.describe('on the stand-in, which shows what no test can see of Electron', () => {
  test.skip(findRuntime().kind === 'electron', 'no test can press a global shortcut, or see a notification');

  test('another shortcut is listened to instead; one that is taken is said', async ({ start }) => {
    const { app, page } = await start();
    await app.evaluate(({ globalShortcut }) => globalShortcut.register('CommandOrControl+Alt+J', () => {}));
    await page.keyboard.press('Control+,');
    const recorder = page.getByRole('button', { name: 'Open the quick palette' });
    await recorder.click();
    await page.keyboard.press('Control+Alt+p');
    await expect(recorder).toHaveText('Ctrl+Alt+P');
    await expect(async () => pressShortcut(app, 'CommandOrControl+Alt+P')).toPass();
    await palettePage(app);
    await expect.poll(() => isPaletteShown(app)).toBe(true);
    await expect(pressShortcut(app)).rejects.toThrow();
    await page.getByRole('button', { name: 'Clear the shortcut' }).click();
    await expect(recorder).toHaveText('None');
    await expect(pressShortcut(app, 'CommandOrControl+Alt+P')).rejects.toThrow();
    await recorder.click();
    await page.keyboard.press('Control+Alt+j');
    await expect(page.getByText('can’t be had: another program uses it').first()).toBeVisible();
    await expect(page.getByRole('status', { name: 'Messages' })).toContainText('SHORTCUT_TAKEN');
    // Said once, not again with every other setting.
    const messages = page.getByRole('status', { name: 'Messages' });
    await messages.getByRole('button', { name: 'Close message' }).click();
    await page.getByRole('radio', { name: 'Dark' }).click();
    await expect.poll(() => isDark(page)).toBe(true);
    await expect(messages).not.toContainText('SHORTCUT_TAKEN');
    await recorder.click();
    await page.keyboard.press('Control+Shift+k');
    await expect(page.getByText('Ctrl+Alt+J can’t be had')).toHaveCount(0);
  });

  test('a key’s name is no markup in a notification', async ({ start, home }) => {
    seedKeys(home, 15, (index) => `<a href="https://evil.example">R&D ${index}</a>${' '.repeat(20)}${'x'.repeat(90)}`);
    const { app } = await start();
    const bodies = (): Promise<string[]> =>
      app.evaluate(() => {
        const { notifications }: { notifications: Electron.Notification[] } = Reflect.get(globalThis, '__standIn');
        return notifications.map(({ body }) => body);
      });
    await expect.poll(bodies).toEqual([`‹a href="https://evil.example"›R＆D 12‹/a› xxxxx…`]);
  });

  test('a due rotation is told once a day; a click opens the window', async ({ start, home }) => {
    seedKeys(home, 60);
    const notices = (): Promise<string[]> =>
      app.evaluate(() => {
        const { notifications }: { notifications: Electron.Notification[] } = Reflect.get(globalThis, '__standIn');
        return notifications.map(({ title, body }) => `${title}: ${body}`);
      });
    let { app, page } = await start();
    await expect
      .poll(notices)
      .toEqual([expect.stringMatching(/^\d+ keys are due for rotation.*: Key \d+, Key \d+ and \d+ more$/)]);
    const frame = await app.browserWindow(page);
    await frame.evaluate((one) => one.hide());
    await app.evaluate(() => Reflect.get(globalThis, '__standIn').notifications[0].emit('click'));
    await expect.poll(() => frame.evaluate((one) => one.isVisible())).toBe(true);
    await app.close();
    ({ app, page } = await start());
    // Later in the start than the reminder is the palette.
    await palettePage(app);
    expect(await notices()).toEqual([]);
  });
});

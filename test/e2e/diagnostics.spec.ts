import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from '../support/e2e.ts';
import { palettePage } from '../support/palette.ts';
import { questionPage } from '../support/question.ts';
import { seedKeys } from '../support/seed-keys.ts';

/** What an error could quote. */
const secret = 'sk-proj-that-no-log-may-hold-3f9A';

test('what fails around the vault while nobody waits is noted, without its message; Settings copies it', async ({
  start,
  home,
  clipboard,
}) => {
  // In the places of what Clavis would write: the day's copy, and the folder of what starts at login.
  await mkdir(path.join(home.userData, 'vault.db.daily', 'inside'), { recursive: true });
  await writeFile(path.join(home.folder, '.config', 'autostart'), '');
  const { app, page } = await start();
  const shown: string[] = [];
  app.process().stderr?.on('data', (chunk) => shown.push(String(chunk)));
  app.process().stdout?.on('data', (chunk) => shown.push(String(chunk)));

  const file = path.join(home.userData, 'diagnostics.log');
  const text = (): Promise<string> => readFile(file, 'utf8').catch(() => '');
  const expectNoted = (area: string, code: string): Promise<void> =>
    expect.poll(text, { message: `${area} ${code}` }).toContain(`"area":"${area}","code":"${code}"`);

  await expectNoted('daily-copy', 'DATABASE_FAILED');
  await page.evaluate(() => window.clavis.settings.set({ startAtLogin: true }));
  await expectNoted('login-item', 'LOGIN_ITEM_REFUSED');

  await app.evaluate(({ powerMonitor }, message) => {
    powerMonitor.getSystemIdleTime = () => {
      throw new RangeError(message);
    };
    void Promise.reject(new TypeError(message));
    setTimeout(() => {
      throw new SyntaxError(message);
    });
  }, secret);
  await expectNoted('process', 'TypeError');
  await expectNoted('process', 'SyntaxError');
  // What nobody caught is said in the window, in Clavis' own words.
  await expect(page.getByRole('status', { name: 'Messages' })).toContainText('Something went wrong inside Clavis');
  await page.evaluate(() => window.clavis.settings.set({ idleLockMinutes: 5 }));
  await expectNoted('idle-lock', 'RangeError');

  const frame = await app.browserWindow(page);
  await frame.evaluate(
    (one) => void one.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }),
  );
  await expectNoted('window', 'PAGE_GONE');
  await page.waitForSelector('html[data-ready="true"]');

  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: 'Copy diagnostics' }).click();
  await expect(page.getByRole('status', { name: 'Messages' })).toContainText(/Copied: \d+ entries\./);
  const copied = (await clipboard.text()) ?? '';
  expect(await text()).toContain(copied.trim());
  for (const line of copied.trim().split('\n')) expect(Object.keys(JSON.parse(line))).toContain('area');

  const database = new DatabaseSync(path.join(home.userData, 'vault.db'));
  database.exec('PRAGMA foreign_keys = OFF; DROP TABLE projects');
  database.close();
  await page.evaluate(() => window.clavis.lease.clear({}));
  await page.evaluate(() => window.clavis.lock.lock({}));
  await page.evaluate(() => window.clavis.lock.unlock({}));
  await page.keyboard.press('Enter');
  await expectNoted('tray', 'DATABASE_FAILED');

  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await text()).not.toContain(secret);
  expect(shown.join('')).toContain('"area":"process"');
  expect(shown.join('')).not.toContain(secret);
});

test('a shortcut that the desktop refuses, and pages that are lost besides the window’s, are noted', async ({
  start,
  home,
}) => {
  const { app, page } = await start();
  const file = path.join(home.userData, 'diagnostics.log');
  const expectNoted = (area: string, code: string): Promise<void> =>
    expect
      .poll(() => readFile(file, 'utf8').catch(() => ''), { message: `${area} ${code}` })
      .toContain(`"area":"${area}","code":"${code}"`);

  const loseIn = (name: string): Promise<void> =>
    app.evaluate(({ BrowserWindow }, end) => {
      BrowserWindow.getAllWindows()
        .find(({ webContents }) => webContents.getURL().endsWith(end))
        ?.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
    }, `/${name}.html`);
  await palettePage(app);
  await loseIn('palette');
  await expectNoted('palette', 'PAGE_GONE');

  await app.evaluate(({ globalShortcut }) => {
    globalShortcut.register = () => false;
  });
  await page.evaluate(() => window.clavis.settings.set({ shortcut: 'CommandOrControl+Shift+J' }));
  await expectNoted('shortcut', 'SHORTCUT_TAKEN');

  await app.evaluate(
    ({ dialog }, filePath) => {
      // A choice within half a second does not count.
      const pick = () => new Promise((resolve) => setTimeout(() => resolve({ canceled: false, filePath }), 1_000));
      Reflect.set(dialog, 'showSaveDialog', pick);
    },
    path.join(home.folder, 'mine.age'),
  );
  await page.evaluate(() => void window.clavis.backup.save({ passphrase: 'four words for tests alone' }));
  await questionPage(app);
  await loseIn('question');
  await expectNoted('question', 'PAGE_GONE');
});

test('a reminder that the system did not show is noted, and shown again', async ({ start, home }) => {
  seedKeys(home, 15);
  let { app } = await start();
  test.skip(
    !(await app.evaluate(() => Reflect.has(globalThis, '__standIn'))),
    'What Electron shows, and what becomes of it, no test can see',
  );
  const count = (): Promise<number> => app.evaluate(() => Reflect.get(globalThis, '__standIn').notifications.length);
  await expect.poll(count).toBe(1);
  await app.evaluate(() => Reflect.get(globalThis, '__standIn').notifications[0].emit('failed', {}, 'no server'));
  const text = (): Promise<string> => readFile(path.join(home.userData, 'diagnostics.log'), 'utf8').catch(() => '');
  await expect.poll(text).toContain('"area":"reminders","code":"NOTIFICATION_FAILED"');
  await app.close();
  ({ app } = await start());
  await expect.poll(count).toBe(1);
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { _electron as electron, type Page } from '@playwright/test';
import { expect, test } from '../support/e2e.ts';
import { makeOwn } from '../support/keyring-own.ts';
import { launchClavis, launchOptions, makeHome } from '../support/launch-clavis.ts';
import { answerQuestions } from '../support/native-ui.ts';
import { seedKeys } from '../support/seed-keys.ts';

const projectRoot = path.resolve(import.meta.dirname, '../..');
const fields = {
  name: 'Kept',
  provider: '',
  envVar: 'KEPT',
  copyPolicy: 'once',
  rotateEveryDays: null,
  note: '',
  tags: [],
  value: 'a-value-that-is-copied-and-must-go',
} as const;

/** What a program writes to its standard error until it ends. */
async function outputOf(command: string, args: readonly string[], env: Record<string, string>): Promise<string> {
  const child = spawn(command, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (data) => {
    said += String(data);
  });
  await once(child, 'close');
  return said;
}

async function addAndCopy(page: Page): Promise<void> {
  await page.evaluate(async (given) => {
    const answer = await window.clavis.keys.add({ ...given, tags: [] });
    if (answer.ok) await window.clavis.keys.copy({ id: answer.value.id });
  }, fields);
}

test('closing the window leaves the app in the tray; starting it again brings the same window back', async ({
  start,
  home,
  keyring,
  display,
}) => {
  const { app } = await start();
  const visible = (): Promise<boolean | undefined> =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(visible).toBe(false);
  await app.evaluate(({ app }) => {
    Reflect.set(globalThis, 'startsAgain', 0);
    app.on('second-instance', () => Reflect.set(globalThis, 'startsAgain', Reflect.get(globalThis, 'startsAgain') + 1));
  });
  const startsAgain = (): Promise<number> => app.evaluate(() => Number(Reflect.get(globalThis, 'startsAgain')));
  // A second start hands over to the first and ends; Playwright may see it end before or while connecting.
  async function startAgain(...more: readonly string[]): Promise<void> {
    const options = launchOptions(projectRoot, home, { ...keyring.env, DISPLAY: display });
    const second = electron.launch({ ...options, args: [...(options.args ?? []), ...more] });
    await second.then((other) => other.waitForEvent('close')).catch(() => {});
  }
  await startAgain('--hidden');
  await expect.poll(startsAgain).toBe(1);
  expect(await visible()).toBe(false);
  await startAgain();
  await expect.poll(visible).toBe(true);
});

test('quitting waits until the clipboard is cleared', async ({ start, clipboard }) => {
  const { app, page } = await start();
  await addAndCopy(page);
  await expect.poll(() => clipboard.text()).toBe(fields.value);
  await clipboard.put(fields.value, 'primary');
  await app.close();
  expect(await clipboard.text()).toBe('');
  expect(await clipboard.text('primary')).toBe('');
});

test('quitting ends within seconds, even behind a prompt to unlock that nobody answers', async ({ start, keyring }) => {
  const { app, page } = await start();
  const asked = await answerQuestions(app, true);
  const id = await page.evaluate(async (given) => {
    const answer = await window.clavis.keys.add({ ...given, tags: [] });
    return answer.ok ? answer.value.id : '';
  }, fields);
  await keyring.lock();
  const callOffPrompts = await keyring.leavePromptsOpen();
  // Its value is to be erased as it quits.
  await page.evaluate(async (keyId) => {
    await window.clavis.keys.delete({ id: keyId });
    void window.clavis.trash.empty({});
  }, id);
  await expect.poll(asked).toHaveLength(1);
  const ended = once(app.process(), 'exit');
  await app.evaluate(({ app: electronApp }) => electronApp.quit()).catch(() => {});
  await ended;
  callOffPrompts();
});

test('a palette that is asked for while it quits does not keep it alive', async ({ start }) => {
  const { app } = await start();
  const windows = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  await expect.poll(windows).toBe(2);
  await app.evaluate(({ BrowserWindow }) => {
    const [main, palette] = BrowserWindow.getAllWindows().sort((a, b) => a.id - b.id);
    palette?.destroy();
    const { shortcuts } = Reflect.get(globalThis, '__standIn') ?? { shortcuts: new Map<string, () => void>() };
    main?.on('close', () => {
      for (const press of shortcuts.values()) press();
    });
  });
  await expect.poll(windows).toBe(1);
  const ended = once(app.process(), 'exit');
  await app.close();
  await ended;
});

test('questions do not pile up: one native dialog is open at a time', async ({ start }) => {
  const { app, page } = await start();
  await app.evaluate(({ dialog }) => {
    Reflect.set(globalThis, '__opened', 0);
    const open = (): Promise<never> => {
      Reflect.set(globalThis, '__opened', Number(Reflect.get(globalThis, '__opened')) + 1);
      return new Promise(() => {});
    };
    Reflect.set(dialog, 'showMessageBox', open);
    Reflect.set(dialog, 'showOpenDialog', open);
  });
  const codes = await page.evaluate(async () => {
    const asked = Array.from({ length: 20 }, () => window.clavis.projects.link({}));
    const refused = asked.slice(1).map(async (answer) => {
      const said = await answer;
      return said.ok ? 'ok' : said.error.code;
    });
    return [...new Set(await Promise.all(refused))];
  });
  expect(codes).toEqual(['DIALOG_OPEN']);
  expect(await app.evaluate(() => Reflect.get(globalThis, '__opened'))).toBe(1);
});

test('a database from a newer Clavis is refused, said, and left untouched', async ({ display, keyring }) => {
  const home = await makeHome();
  seedKeys(home, 3);
  const file = path.join(home.userData, 'vault.db');
  const database = new DatabaseSync(file);
  database.exec('PRAGMA wal_checkpoint(TRUNCATE); PRAGMA user_version = 999; PRAGMA journal_mode = DELETE;');
  database.close();
  await mkdir(path.join(home.folder, 'kept'));
  await copyFile(file, path.join(home.folder, 'kept/vault.db'));
  const options = launchOptions(projectRoot, home, { ...keyring.env, DISPLAY: display });
  const said = await outputOf(options.executablePath ?? '', options.args ?? [], options.env ?? {});
  expect(said).toMatch(/newer Clavis/);
  expect(await readFile(file)).toEqual(await readFile(path.join(home.folder, 'kept/vault.db')));
  await home.remove();
});

test('a locked keychain is said, the list stays readable, and unlocked it goes on', async ({
  home,
  keyring,
  display,
}) => {
  seedKeys(home, 3);
  await makeOwn(keyring);
  await keyring.lock();
  const { app, page } = await launchClavis(home, { ...keyring.env, DISPLAY: display });
  await expect(page.getByRole('grid', { name: 'Keys' }).getByRole('row')).toHaveCount(3);
  await expect(page.getByRole('navigation', { name: 'Clavis' })).toContainText(/locked/i);
  const refused = await page.evaluate((given) => window.clavis.keys.add({ ...given, tags: [] }), fields);
  expect(refused).toMatchObject({ ok: false, error: { code: 'KEYCHAIN_LOCKED' } });
  await keyring.unlock();
  const kept = await page.evaluate((given) => window.clavis.keys.add({ ...given, tags: [] }), fields);
  expect(kept).toMatchObject({ ok: true, value: { name: 'Kept' } });
  await app.close();
});

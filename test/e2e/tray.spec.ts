import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test';
import { parse } from 'dotenv';
import { expect, test } from '../support/e2e.ts';
import { makeGitProject } from '../support/git-project.ts';
import { launchOptions } from '../support/launch-clavis.ts';
import { unlock } from '../support/locking.ts';
import { answerQuestions, pickFolder, watchNotices, watchTray } from '../support/native-ui.ts';

const projectRoot = path.resolve(import.meta.dirname, '../..');
const value = 'a-value-that-is-long-enough-to-have-a-last-four';
const fields = { provider: '', copyPolicy: 'once', rotateEveryDays: null, note: '', tags: [], value } as const;

interface Given {
  readonly name: string;
  readonly envVar: string;
  readonly provider?: string;
}

/** Keeps a key and pins it; gives its id. */
async function addPinned(page: Page, given: Given): Promise<string> {
  return page.evaluate(
    async (wanted) => {
      const added = await window.clavis.keys.add({ ...wanted, tags: [] });
      if (!added.ok) throw new Error(added.error.code);
      await window.clavis.keys.pin({ id: added.value.id, pinned: true });
      return added.value.id;
    },
    { ...fields, ...given },
  );
}

async function isVisible(app: ElectronApplication, page: Page): Promise<boolean> {
  const window = await app.browserWindow(page);
  return window.evaluate((one) => one.isVisible());
}

async function closeWindow(app: ElectronApplication, page: Page): Promise<void> {
  const window = await app.browserWindow(page);
  await window.evaluate((one) => one.close());
}

test('the tray follows what is on the clipboard, in its picture, its menu and its tooltip', async ({
  start,
  clipboard,
}) => {
  const { app, page } = await start();
  const tray = await watchTray(app);
  const id = await addPinned(page, { name: 'R&D', envVar: 'RND', provider: 'openai' });
  await addPinned(page, { name: 'n'.repeat(120), envVar: 'LONG' });
  await expect.poll(() => tray.labels()).toContain(`Copy ${'n'.repeat(34)}…, 1 left`);
  expect(await tray.labels()).toEqual(expect.arrayContaining(['Copy R&&D (OpenAI), 1 left', 'Open Clavis', 'Quit']));

  await tray.press(/^Copy R&&D/);
  await expect.poll(() => clipboard.text()).toBe(value);
  await expect.poll(() => tray.labels()).toContain('Clear R&&D from the clipboard');
  expect(await tray.labels()).toContain('R&&D (OpenAI): copied once');
  const whileLeased = await tray.image();
  expect(whileLeased).toMatch(/^data:image\/png/);

  // The seconds run in the tooltip alone: a menu made again would close under the pointer.
  const menus = await tray.menus();
  const first = await tray.toolTip();
  expect(first).toMatch(/^Clavis: R＆D on the clipboard, \d+ s$/);
  await expect.poll(() => tray.toolTip()).not.toBe(first);
  expect(await tray.toolTip()).toMatch(/^Clavis: R＆D on the clipboard, \d+ s$/);
  expect(await tray.menus()).toBe(menus);

  await tray.press(/^Clear R&&D/);
  await expect.poll(() => clipboard.text()).toBe('');
  await expect.poll(() => tray.toolTip()).toBe('Clavis');
  const idle = await tray.image();
  expect(await tray.labels()).not.toContain('Clear R&&D from the clipboard');

  // What changes nothing that it shows is no reason for a new menu.
  const before = await tray.menus();
  await page.evaluate(() => window.clavis.settings.set({ theme: 'dark' }));
  await page.evaluate((keyId) => window.clavis.keys.pin({ id: keyId, pinned: true }), id);
  await page.evaluate(() => window.clavis.lock.lock({}));
  await expect.poll(() => tray.labels()).toEqual(['Open Clavis', 'Quit']);
  expect(await tray.menus()).toBe(before + 1);
  expect(await tray.toolTip()).toBe('Clavis: locked');
  expect(new Set([idle, whileLeased, await tray.image()]).size).toBe(3);
  await unlock(page);
  await expect.poll(() => tray.image()).toBe(idle);
  await expect.poll(() => tray.labels()).toContain('R&&D (OpenAI): copied once');
});

test('a project in the tray is marked with what is to write and what somebody changed; a click exports it', async ({
  start,
}) => {
  const project = makeGitProject({ name: 'shop & co', files: { '.env': 'PORT=3000\n' }, ignore: ['.env'] });
  const file = path.join(project.root, '.env');
  const { app, page } = await start();
  const tray = await watchTray(app);
  const notices = await watchNotices(app);
  await pickFolder(app, project.root);
  const keyId = await addPinned(page, { name: 'Shop', envVar: 'SHOP_KEY' });
  const targetId = await page.evaluate(async (id) => {
    const linked = await window.clavis.projects.link({});
    const target = linked.ok ? (linked.value?.targets[0]?.id ?? '') : '';
    await window.clavis.projects.bind({ targetId: target, keyId: id, envVar: 'SHOP_KEY' });
    return target;
  }, keyId);

  const asked = await answerQuestions(app, true);
  await tray.press(/^Export shop && co: 1 to write$/);
  await expect.poll(async () => parse(await readFile(file))).toEqual({ PORT: '3000', SHOP_KEY: value });
  await expect.poll(() => tray.labels()).toContain('Export shop && co');
  expect(await notices.all()).toEqual([]);
  // A new line whose name says that it is a secret.
  expect(await asked()).toEqual([]);

  // Looked at again whenever projects change.
  const written = await readFile(file);
  const theirs = 'PORT=3000\nSHOP_KEY=somebody-else-wrote-this\n';
  const edit = async (content: string | Buffer, expands: boolean) => {
    await writeFile(file, content);
    const change = { targetId, expands, dialect: 'dotenv' } as const;
    await page.evaluate((wanted) => window.clavis.projects.setTarget(wanted), change);
  };
  await edit(theirs, true);
  await expect.poll(() => tray.labels()).toContain('Export shop && co: 1 differs');
  await edit(written, false);
  await expect.poll(() => tray.labels()).toContain('Export shop && co');
  await edit(theirs, true);
  await expect.poll(() => tray.labels()).toContain('Export shop && co: 1 differs');

  project.git(['add', '-f', '.env']);
  await closeWindow(app, page);
  await expect.poll(() => isVisible(app, page)).toBe(false);
  await tray.press(/^Export shop && co: 1 differs$/);
  await expect.poll(() => notices.all()).toEqual([expect.stringMatching(/^Not exported: shop ＆ co: .*\.env.* git/)]);
  expect(await readFile(file, 'utf8')).toContain('somebody-else-wrote-this');
  expect(await isVisible(app, page)).toBe(false);
  await notices.click();
  await expect.poll(() => isVisible(app, page)).toBe(true);
  await expect(page.getByRole('status', { name: 'Messages' })).toContainText('TARGET_TRACKED');
  project.remove();
});

test('where no tray is, closing the window quits, and says so once', async ({ start, tray, home }) => {
  const said = path.join(home.folder, 'said');
  await writeFile(said, '');
  tray.setHost(false);
  for (const _round of [1, 2]) {
    const { app, page } = await start();
    await watchNotices(app, said);
    const ended = app.waitForEvent('close');
    await closeWindow(app, page).catch(() => {});
    await ended;
    expect(await readFile(said, 'utf8')).toMatch(
      /^Clavis has quit: This desktop has no tray [^\n]*Ctrl\+Shift\+K[^\n]*\n$/,
    );
  }
});

test('a tray that comes late is used; when it goes, a hidden window without a shortcut comes back', async ({
  start,
  tray,
}) => {
  test.slow();
  tray.setHost(false);
  const { app, page } = await start();
  tray.setHost(true);
  await expect
    .poll(() => page.evaluate(() => window.clavis.settings.abilities({})))
    .toMatchObject({ ok: true, value: { tray: true } });
  await closeWindow(app, page);
  await expect.poll(() => isVisible(app, page)).toBe(false);
  await page.evaluate(() => window.clavis.settings.set({ shortcut: '' }));
  tray.setHost(false);
  await expect.poll(() => isVisible(app, page)).toBe(true);
});

test('started at login it stays hidden behind the tray, but never where nothing would bring it back', async ({
  home,
  keyring,
  display,
  tray,
}) => {
  test.slow();
  const options = launchOptions(projectRoot, home, { ...keyring.env, DISPLAY: display });
  const launch = async () => {
    const app = await electron.launch({ ...options, args: [...(options.args ?? []), '--hidden'] });
    const page = await app.firstWindow();
    await page.waitForSelector('html[data-ready="true"]', { state: 'attached' });
    return { app, page };
  };
  const hidden = await launch();
  const menu = await watchTray(hidden.app);
  await addPinned(hidden.page, { name: 'Any', envVar: 'ANY' });
  await expect.poll(() => menu.labels()).toContain('Open Clavis');
  expect(await isVisible(hidden.app, hidden.page)).toBe(false);
  await menu.press(/^Open Clavis$/);
  expect(await isVisible(hidden.app, hidden.page)).toBe(true);
  await hidden.page.evaluate(() => window.clavis.settings.set({ shortcut: '' }));
  await hidden.app.close();
  tray.setHost(false);
  const shown = await launch();
  await expect.poll(() => isVisible(shown.app, shown.page)).toBe(true);
  await shown.app.close();
});

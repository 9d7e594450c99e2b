import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { parse } from 'dotenv';
import { channelsOf } from '../../electron/ipc/contract.ts';
import { expect, test } from '../support/e2e.ts';
import { makeGitProject } from '../support/git-project.ts';
import { unlock } from '../support/locking.ts';
import { pickFolder } from '../support/native-ui.ts';
import { isPaletteShown, palettePage, pressShortcut } from '../support/palette.ts';
import { picture } from '../support/tour.ts';

const value = `sk-proj-${'rT6mQ1sWd8aLz4YzXq'.repeat(4)}Pq7Z`;
const keys = [
  { name: 'Shop assistant', provider: 'openai', envVar: 'OPENAI_API_KEY', value },
  { name: 'Claude for reviews', provider: 'anthropic', envVar: 'ANTHROPIC_API_KEY', value: `${value}-2` },
  { name: 'Stripe live, restricted', provider: 'stripe', envVar: 'STRIPE_SECRET_KEY', value: `${value}-3` },
  { name: 'Deploy bot', provider: 'github', envVar: 'GITHUB_TOKEN', value: `${value}-4` },
  { name: 'Transcripts', provider: 'groq', envVar: 'GROQ_API_KEY', value: `${value}-5` },
];

/** Keeps the keys above through the main window's bridge; gives their ids by name. */
async function addKeys(page: Page): Promise<Map<string, string>> {
  const ids = await page.evaluate(async (given) => {
    const rest = { copyPolicy: 'once', rotateEveryDays: null, note: '', tags: [] } as const;
    const kept: [string, string][] = [];
    for (const one of given) {
      const answer = await window.clavis.keys.add({ ...one, ...rest, tags: [] });
      if (answer.ok) kept.push([answer.value.name, answer.value.id]);
    }
    return kept;
  }, keys);
  return new Map(ids);
}

/** Pressed, shown, and with every key in its list. */
async function openPalette(app: ElectronApplication): Promise<Page> {
  await pressShortcut(app);
  const palette = await palettePage(app);
  await expect.poll(() => isPaletteShown(app)).toBe(true);
  await expect(palette.getByRole('option')).toHaveCount(keys.length);
  return palette;
}

test('from anywhere: the shortcut, a few letters with a typo, Enter, and the value is on the clipboard', async ({
  start,
  clipboard,
}) => {
  const { app, page } = await start();
  await addKeys(page);
  const palette = await openPalette(app);
  await expect(palette.getByRole('combobox', { name: 'Search keys' })).toBeFocused();
  await picture(palette, 'palette-open');
  await palette.keyboard.type('hsop assitant');
  await expect(palette.getByRole('option')).toHaveCount(1);
  await picture(palette, 'palette-found');
  await palette.keyboard.press('Enter');
  await expect.poll(() => clipboard.text()).toBe(value);
  await expect.poll(() => isPaletteShown(app)).toBe(false);
  expect(await clipboard.target('x-kde-passwordManagerHint')).toBe('secret');

  await openPalette(app);
  await expect(palette.getByRole('combobox')).toHaveValue('');
  await expect(palette.getByRole('option').first()).toContainText('Shop assistant');
  await expect(palette.getByRole('option').first()).toContainText('No copy left');
});

test('Escape, another window and the shortcut itself close it, and it begins again', async ({ start }) => {
  const { app, page } = await start();
  await addKeys(page);
  const palette = await openPalette(app);
  await palette.keyboard.type('stripe');
  await palette.keyboard.press('Escape');
  await expect.poll(() => isPaletteShown(app)).toBe(false);
  await expect(palette.getByRole('combobox')).toHaveValue('');

  await openPalette(app);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow()?.blur());
  await expect.poll(() => isPaletteShown(app)).toBe(false);

  await openPalette(app);
  // A held shortcut repeats itself: that is no wish to close.
  await pressShortcut(app);
  expect(await isPaletteShown(app)).toBe(true);
  await expect
    .poll(
      async () => {
        await pressShortcut(app);
        return isPaletteShown(app);
      },
      { intervals: [800] },
    )
    .toBe(false);
});

test('another shortcut can be chosen, or none; one that somebody else has is said', async ({ start }) => {
  const { app, page } = await start();
  await palettePage(app);
  const use = (shortcut: string): Promise<unknown> =>
    page.evaluate((wanted) => window.clavis.settings.set({ shortcut: wanted }), shortcut);
  const heard = (): Promise<boolean> =>
    app.evaluate(({ globalShortcut }) => globalShortcut.isRegistered('CommandOrControl+Shift+K'));
  expect(await heard()).toBe(true);
  await app.evaluate(({ globalShortcut }) => globalShortcut.register('Alt+F9', () => {}));
  await use('Alt+F9');
  await expect(page.getByRole('status').filter({ hasText: 'SHORTCUT_TAKEN' })).toContainText(/Alt\+F9 can.t be had/);
  expect(await heard()).toBe(false);

  await use('Control+Alt+P');
  await pressShortcut(app, 'Control+Alt+P');
  await expect.poll(() => isPaletteShown(app)).toBe(true);
  await use('');
  expect(await app.evaluate(({ globalShortcut }) => globalShortcut.isRegistered('Control+Alt+P'))).toBe(false);
});

test('while it is locked the palette stays shut and holds no name; unlocked, it is as before', async ({ start }) => {
  const { app, page } = await start();
  await addKeys(page);
  const palette = await openPalette(app);
  await palette.keyboard.type('deploy');
  await expect(palette.getByRole('option')).toHaveCount(1);
  await page.evaluate(() => window.clavis.lock.lock({}));
  await expect.poll(() => isPaletteShown(app)).toBe(false);
  await expect.poll(() => palette.content()).not.toContain('Deploy bot');

  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  await pressShortcut(app);
  // Where it can be unlocked comes up instead.
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()))
    .toBe(true);
  expect(await isPaletteShown(app)).toBe(false);
  const asked = await palette.evaluate(() => window.clavis.palette.list({}));
  expect(asked).toMatchObject({ ok: false, error: { code: 'VAULT_LOCKED' } });

  await unlock(page);
  await openPalette(app);
});

test('it is made by itself once the start is over: hidden, over other windows, and sandboxed', async ({ start }) => {
  const { app } = await start();
  await palettePage(app);
  const found = await app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
      webContents.getURL().endsWith('palette.html'),
    );
    const given: unknown = window && Reflect.get(window.webContents, 'getLastWebPreferences').call(window.webContents);
    const names = ['sandbox', 'contextIsolation', 'nodeIntegration', 'webviewTag', 'disableDialogs'];
    return {
      preferences: names.map((name) => (given instanceof Object ? Reflect.get(given, name) : undefined)),
      shown: window?.isVisible(),
      onTop: window?.isAlwaysOnTop(),
      resizable: window?.isResizable(),
    };
  });
  expect(found).toMatchObject({
    preferences: [true, true, false, false, true],
    shown: false,
    onTop: true,
    resizable: false,
  });
});

test('a key that was copied once is not copied again, and the palette leads to where that can be allowed', async ({
  start,
  clipboard,
}) => {
  const { app, page } = await start();
  const ids = await addKeys(page);
  const id = `${ids.get('Deploy bot')}`;
  await page.evaluate((keyId) => window.clavis.keys.copy({ id: keyId }), id);
  await clipboard.put('something else');
  await page.keyboard.press('Control+2');
  const palette = await openPalette(app);
  await palette.keyboard.type('deploy');
  await palette.keyboard.press('Enter');
  await expect(palette.getByRole('alert')).toContainText('has no copy left');
  await expect(palette.getByRole('alert')).toContainText('COPY_SPENT');
  await picture(palette, 'palette-spent');
  expect(await clipboard.text()).toBe('something else');
  await palette.keyboard.press('Enter');
  await expect.poll(() => isPaletteShown(app)).toBe(false);
  await expect(page.getByRole('region', { name: 'Key', exact: true })).toContainText('Deploy bot');
});

test('a copy that fails when the palette is gone already is said in the window, which comes up for it', async ({
  start,
  keyring,
}) => {
  const { app, page } = await start();
  await addKeys(page);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  const palette = await openPalette(app);
  keyring.hang();
  await palette.keyboard.press('Enter');
  await expect(palette.getByRole('status')).toContainText('Copying');
  await palette.keyboard.press('Escape');
  await expect(page.getByRole('status').filter({ hasText: 'KEYCHAIN_TIMEOUT' })).toHaveCount(1);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())).toBe(true);
  keyring.resume();
});

test('Ctrl+Enter writes the key to an env file that it is bound in; what needs a second look is refused with the reason', async ({
  start,
}) => {
  const { app, page } = await start();
  const ids = await addKeys(page);
  const project = makeGitProject({
    name: 'shop-api',
    files: { '.env': 'PORT=3000\n', 'web/.env': 'GITHUB_TOKEN=by-hand\n' },
    ignore: ['.env'],
  });
  await pickFolder(app, project.root);
  const targetId = await page.evaluate(
    async ([openai, github]) => {
      const linked = await window.clavis.projects.link({});
      const targets = linked.ok ? (linked.value?.targets ?? []) : [];
      for (const { id, file } of targets) {
        const inWeb = file === 'web/.env';
        const envVar = inWeb ? 'GITHUB_TOKEN' : 'OPENAI_API_KEY';
        await window.clavis.projects.bind({ targetId: id, keyId: `${inWeb ? github : openai}`, envVar });
      }
      return targets.find(({ file }) => file === '.env')?.id ?? '';
    },
    [ids.get('Shop assistant'), ids.get('Deploy bot')] as const,
  );

  const palette = await openPalette(app);
  // Its line is Clavis' own from then on; what it holds is out of date after the rotation.
  await palette.evaluate((id) => window.clavis.palette.export({ targetId: id }), targetId);
  await page.evaluate(([id, rotated]) => window.clavis.keys.rotate({ id: `${id}`, value: rotated }), [
    ids.get('Shop assistant'),
    `${value}-new`,
  ] as const);
  await palette.keyboard.type('shop');
  await palette.keyboard.press('Control+Enter');
  await expect(palette.getByRole('option')).toHaveText(['shop-api.env']);
  await picture(palette, 'palette-export');
  await palette.keyboard.press('Enter');
  await expect(palette.getByRole('status').filter({ hasText: 'written' })).toHaveText('1 variable written to .env.');
  await picture(palette, 'palette-written');
  const written = await readFile(path.join(project.root, '.env'));
  expect(parse(written)).toEqual({ PORT: '3000', OPENAI_API_KEY: `${value}-new` });
  await expect.poll(() => isPaletteShown(app)).toBe(false);

  await openPalette(app);
  await palette.keyboard.type('deploy');
  await palette.keyboard.press('Control+Enter');
  await expect(palette.getByRole('option')).toHaveText(['shop-apiweb/.env']);
  await palette.keyboard.press('Enter');
  await expect(palette.getByRole('alert')).toContainText('EXPORT_NEEDS_REVIEW');
  await picture(palette, 'palette-refused');
  expect(await readFile(path.join(project.root, 'web/.env'), 'utf8')).toBe('GITHUB_TOKEN=by-hand\n');
  await palette.keyboard.press('Enter');
  await expect.poll(() => isPaletteShown(app)).toBe(false);
  await expect(page.getByRole('region', { name: 'Key', exact: true })).toContainText('Deploy bot');
  project.remove();
});

test('the palette’s page can call what the palette is for, and nothing else; the window can’t call the palette’s', async ({
  start,
}) => {
  const { app, page } = await start();
  await addKeys(page);
  const palette = await openPalette(app);
  /** The code that each channel answers with; null where it was let through. */
  const codesOf = (from: Page, channels: readonly string[]): Promise<(string | null)[]> =>
    from.evaluate(async (names) => {
      const answers = names.map((name) => {
        const [area = '', verb = ''] = name.split('.');
        return Reflect.get(Reflect.get(window.clavis, area), verb)({ surplus: true });
      });
      const codes = await Promise.all(answers);
      return codes.map((answer) => (answer.ok ? null : answer.error.code));
    }, channels);
  const refused = (channels: readonly string[]): string[] => channels.map(() => 'NOT_ALLOWED');
  const own: readonly string[] = channelsOf.palette;
  const others = channelsOf.main.filter((name) => !own.includes(name));
  expect(others).toContain('keys.allowCopy');
  expect(await codesOf(palette, others)).toEqual(refused(others));
  expect(await codesOf(palette, own)).not.toContain('NOT_ALLOWED');
  const paletteOnly = own.filter((name) => name.startsWith('palette.'));
  expect(await codesOf(page, paletteOnly)).toEqual(refused(paletteOnly));
});

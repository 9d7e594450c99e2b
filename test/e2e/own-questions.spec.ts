import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { parse } from 'dotenv';
import { expect, test } from '../support/e2e.ts';
import { type GitProject, makeGitProject } from '../support/git-project.ts';
import type { LaunchedClavis } from '../support/launch-clavis.ts';
import { answerQuestions, pickFolder, type TrayProbe, watchNotices, watchTray } from '../support/native-ui.ts';
import { palettePage } from '../support/palette.ts';
import {
  answerByBridge,
  askedAgain,
  holdClock,
  pressToClose,
  questionPage,
  questionWindow,
  toQuestionWindow,
} from '../support/question.ts';
import { picture } from '../support/tour.ts';

const value = 'a-value-that-is-long-enough-to-have-a-last-4f9A';
const names = ['ONE', 'TWO', 'THREE', 'FOUR', 'FIVE', 'SIX', 'SEVEN'];
const before = 'PORT=3000\nONE=written-by-hand\nSEVEN=this-one-too\n';

interface Shop extends LaunchedClavis {
  readonly tray: TrayProbe;
  env(): Promise<string>;
  /** Exports it from the tray, which asks. */
  ask(): Promise<Page>;
}

let project: GitProject;
test.beforeEach(() => {
  project = makeGitProject({ name: 'shop', files: { '.env': before }, ignore: ['.env'] });
});
test.afterEach(() => project.remove());

/** Links a project, in whose file a new key is to be written under seven names. */
async function linkProject({ app, page }: LaunchedClavis, { root }: GitProject, key: string): Promise<void> {
  await pickFolder(app, root);
  const bound = await page.evaluate(
    async ([name, text, envVars]) => {
      const fields = { name, provider: '', envVar: 'SHOP', copyPolicy: 'once', note: '', tags: [] } as const;
      const added = await window.clavis.keys.add({ ...fields, tags: [], rotateEveryDays: null, value: text });
      const linked = await window.clavis.projects.link({});
      const targetId = linked.ok ? (linked.value?.targets[0]?.id ?? '') : '';
      const keyId = added.ok ? added.value.id : '';
      const answers = [];
      for (const envVar of envVars) answers.push(await window.clavis.projects.bind({ targetId, keyId, envVar }));
      return answers.filter(({ ok }) => ok).length;
    },
    [key, value, names] as const,
  );
  expect(bound).toBe(names.length);
}

/** The project above, two of whose lines are there already. */
async function openShop(clavis: LaunchedClavis): Promise<Shop> {
  const tray = await watchTray(clavis.app);
  await linkProject(clavis, project, 'Shop assistant');
  return {
    ...clavis,
    tray,
    env: () => readFile(path.join(project.root, '.env'), 'utf8'),
    async ask() {
      await tray.press(/^Export shop/);
      return questionPage(clavis.app);
    },
  };
}

const gone = (app: ElectronApplication) => expect.poll(() => questionWindow(app)).toBe(null);

test('before a write main shows every line in a window of its own: Cancel, which has the focus, writes nothing', async ({
  start,
}) => {
  const { app, ask, env } = await openShop(await start());
  const question = await ask();
  expect(await questionWindow(app)).toMatchObject({
    title: 'Write to files – Clavis',
    isModal: true,
    parent: 'app://clavis/index.html',
    isFocused: true,
  });
  const dialog = question.getByRole('alertdialog', { name: 'Write to shop/.env?' });
  await expect(dialog.getByRole('row')).toHaveCount(1 + names.length);
  const first = dialog.getByRole('row', { name: 'ONE' });
  await expect(first).toContainText('Changed');
  const cancel = dialog.getByRole('button', { name: 'Cancel' });
  await expect(cancel).toBeFocused();
  await expect(cancel).toBeEnabled();
  await expect(first).toContainText('•••• stays');
  await first.getByText('Overwrite').click();
  await expect(first).toContainText('•••• → ••••4f9A');
  await expect(first).toContainText('Shop assistant');
  await expect(first).toContainText('Not written by Clavis');
  const second = dialog.getByRole('row', { name: 'TWO' });
  await expect(second).toContainText('Added');
  await expect(second).not.toContainText('Not written by Clavis');
  await picture(question, 'question-write');

  await cancel.focus();
  await question.keyboard.press('Enter').catch(() => {});
  await gone(app);
  expect(await env()).toBe(before);
});

test('its button says what it does, and a click on it writes what was shown', async ({ start }) => {
  const { ask, env, app } = await openShop(await start());
  const question = await ask();
  await pressToClose(question.getByRole('button', { name: 'Write .env', exact: true }));
  await expect.poll(async () => parse(await env())['SIX']).toBe(value);
  // Two lines that somebody else wrote stay until the person chooses.
  expect(parse(await env())).toEqual({ ...Object.fromEntries(names.map((name) => [name, value])), ...parse(before) });
  await gone(app);
});

test('no answer counts for half a second after it comes before the person, nor without them; the question stays open', async ({
  start,
}) => {
  const { app, page, ask, env } = await openShop(await start());
  const pass = await holdClock(app);
  const question = await ask();
  const write = question.getByRole('button', { name: 'Write .env' });
  for (const kind of ['write', 'no', 'write'] as const) expect(await answerByBridge(question, kind)).toBe('too-early');
  await expect(write).toBeDisabled();
  await write.click({ force: true });
  await question.keyboard.press('Escape');
  await pass(499);
  expect(await answerByBridge(question, 'write')).toBe('too-early');

  await toQuestionWindow(app, 'blur');
  await pass(2_000);
  expect(await answerByBridge(question, 'write')).toBe('not-attended');
  expect(await answerByBridge(question, 'no')).toBe('not-attended');
  await toQuestionWindow(app, 'focus');
  expect(await answerByBridge(question, 'write')).toBe('too-early');
  expect(await answerByBridge(question, 'write', { questionId: 'another-question' })).toBe('not-shown');
  expect(await env()).toBe(before);

  // Until it is: the system may tell of the focus again meanwhile, and each time the wait begins again.
  await expect(async () => {
    await pass(500);
    await expect(write).toBeEnabled({ timeout: 1_000 });
  }).toPass();
  expect(await page.evaluate(() => window.clavis.lock.get({}))).toMatchObject({ ok: true });
  await write.click();
  await expect.poll(async () => parse(await env())['SIX']).toBe(value);
});

test('no page of the vault has a way to it: not in its bridge, its session, its origin, nor by its window', async ({
  start,
}) => {
  const { app, page, ask, env } = await openShop(await start());
  const palette = await palettePage(app);
  const question = await ask();
  const areas = (from: Page) => from.evaluate(() => Object.keys(window.clavis));
  expect(await areas(page)).not.toContain('question');
  expect(await areas(palette)).not.toContain('question');
  expect(
    await question.evaluate(() => Object.entries(window.clavis).map(([area, verbs]) => [area, ...Object.keys(verbs)])),
  ).toEqual([['question', 'get', 'answer']]);

  const preferences = await (await app.browserWindow(question)).evaluate((window) => {
    const given: unknown = Reflect.get(window.webContents, 'getLastWebPreferences').call(window.webContents);
    const named = ['sandbox', 'contextIsolation', 'nodeIntegration', 'webviewTag'];
    return named.map((name) => (given instanceof Object ? Reflect.get(given, name) : undefined));
  });
  expect(preferences).toEqual([true, true, false, false]);
  const camera = await question.evaluate(async () => (await navigator.permissions.query({ name: 'camera' })).state);
  expect(camera).toBe('denied');

  // What each session serves of the other's: nothing. An error page of the browser is not served by them.
  const scriptsOf = (partition: string, url: string) =>
    app.evaluate(
      async ({ BrowserWindow, session }, [name, address]) => {
        const window = new BrowserWindow({ show: false, webPreferences: { session: session.fromPartition(name) } });
        await window.loadURL(address).catch(() => {});
        const found: unknown = await window.webContents.executeJavaScript(
          "location.protocol === 'chrome-error:' ? 0 : document.scripts.length",
        );
        window.destroy();
        return found;
      },
      [partition, url] as const,
    );
  expect(await scriptsOf('clavis-question', 'app://question/question.html')).toBe(1);
  expect(await scriptsOf('clavis-question', 'app://clavis/index.html')).toBe(0);
  expect(await scriptsOf('clavis-question', 'app://question/index.html')).toBe(0);
  expect(await scriptsOf('clavis-vault', 'app://question/question.html')).toBe(0);
  expect(await scriptsOf('clavis-vault', 'app://clavis/question.html')).toBe(0);
  // Nor its own under the other's origin.
  expect(await scriptsOf('clavis-question', 'app://clavis/question.html')).toBe(0);
  expect(await scriptsOf('clavis-vault', 'app://question/index.html')).toBe(0);

  const main = await app.browserWindow(page);
  await page.evaluate(() => {
    window.blur();
    window.focus();
    window.close();
  });
  await main.evaluate((window) => window.close());
  expect(await main.evaluate((window) => window.isVisible())).toBe(true);
  expect(await questionWindow(app)).toMatchObject({ isShown: true, isFocused: true });
  await pressToClose(question.getByRole('button', { name: 'Cancel' }));
  await gone(app);
  expect(await env()).toBe(before);
});

test('main never asks two things at once, in whichever window', async ({ start }) => {
  const clavis = await start();
  const { app, page, tray, ask, env } = await openShop(clavis);
  const blog = makeGitProject({ name: 'blog', files: { '.env': '' }, ignore: ['.env'] });
  await linkProject(clavis, blog, 'Blog');
  const notices = await watchNotices(app);
  const asked = await answerQuestions(app, true);
  const loosen = () =>
    page.evaluate(async () => {
      const answer = await window.clavis.settings.set({ leaseSeconds: 300 });
      return answer.ok ? 'loosened' : answer.error.code;
    });
  const question = await ask();
  expect(await loosen()).toBe('DIALOG_OPEN');
  // What is asked for meanwhile brings the open question to the front, instead of words about it.
  await toQuestionWindow(app, 'blur');
  await expect(async () => {
    await tray.press(/^Export blog/);
    await expect.poll(() => questionWindow(app), { timeout: 500 }).toMatchObject({ isFocused: true });
  }).toPass();
  expect(await notices.all()).toEqual([]);
  expect(app.windows().filter((one) => one.url().endsWith('/question.html'))).toHaveLength(1);
  // With the focus its time begins again.
  await expect(async () => {
    await pressToClose(question.getByRole('button', { name: 'Cancel' }));
    await expect.poll(() => questionWindow(app), { timeout: 1_000 }).toBe(null);
  }).toPass();
  // A refusal is final for a moment.
  expect(await loosen()).toBe('DIALOG_OPEN');
  expect(await asked()).toEqual([]);
  expect(await env()).toBe(before);

  // The other way round: a native dialog that nobody has answered yet.
  await app.evaluate(({ dialog }) => {
    Reflect.set(dialog, 'showMessageBox', () => new Promise((resolve) => Reflect.set(globalThis, '__close', resolve)));
  });
  const downgrade = expect.poll(loosen).toBe('loosened');
  await expect.poll(() => app.evaluate(() => Reflect.has(globalThis, '__close'))).toBe(true);
  const main = await app.browserWindow(page);
  await main.evaluate((window) => window.blur());
  await expect(async () => {
    await tray.press(/^Export blog/);
    await expect.poll(() => main.evaluate((window) => window.isFocused()), { timeout: 500 }).toBe(true);
  }).toPass();
  expect(await questionWindow(app)).toBe(null);
  expect(await notices.all()).toEqual([]);
  await app.evaluate(() => Reflect.get(globalThis, '__close')({ response: 1, checkboxChecked: false }));
  await downgrade;
  blog.remove();
});

test('a lock answers no and closes it', async ({ start }) => {
  const { app, page, ask, env } = await openShop(await start());
  await ask();
  await page.evaluate(() => window.clavis.lock.lock({}));
  await gone(app);
  expect(await env()).toBe(before);
});

test('closing it answers no; so does the end of its page', async ({ start }) => {
  const { app, tray, ask, env } = await openShop(await start());
  await ask();
  await toQuestionWindow(app, 'close');
  await gone(app);
  const question = await askedAgain(app, () => tray.press(/^Export shop/));
  const session = await question.context().newCDPSession(question);
  await session.send('Page.crash').catch(() => {});
  await gone(app);
  expect(await env()).toBe(before);
});

test('quitting answers no', async ({ start }) => {
  const { app, ask, env } = await openShop(await start());
  await ask();
  await app.close();
  expect(await env()).toBe(before);
});

test('asked from the tray with the window hidden it stands alone, over the others', async ({ start }) => {
  const { app, page, ask, env } = await openShop(await start());
  const main = await app.browserWindow(page);
  await main.evaluate((window) => window.close());
  await expect.poll(() => main.evaluate((window) => window.isVisible())).toBe(false);
  const question = await ask();
  expect(await questionWindow(app)).toMatchObject({ parent: null, isOnTop: true, isFocused: true });
  expect(await main.evaluate((window) => window.isVisible())).toBe(false);
  await question.keyboard.press('Tab');
  await expect(question.getByRole('button', { name: 'Write .env' })).toBeFocused();
  await expect(question.getByRole('button', { name: 'Write .env' })).toBeEnabled();
  await question.keyboard.press('Enter').catch(() => {});
  await expect.poll(async () => parse(await env())['SIX']).toBe(value);
});

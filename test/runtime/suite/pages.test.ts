import { beforeEach, expect, test } from 'vitest';
import { sampleForFile } from './start-sample.ts';

const sample = await sampleForFile();
let turn = 0;

const load = (url: string): Promise<string> =>
  sample.app.evaluate(
    ({ BrowserWindow }, target) =>
      BrowserWindow.getAllWindows()[0]
        ?.loadURL(target)
        .then(
          () => 'loaded',
          (error: Error) => error.message,
        ) ?? 'no window',
    url,
  );
const seen = (): Promise<string[]> => sample.app.evaluate(() => Reflect.get(globalThis, 'seen'));

beforeEach(async () => {
  await sample.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.removeAllListeners('will-navigate');
    Reflect.get(globalThis, 'seen').length = 0;
  });
  // Playwright follows over a connection of its own, a little later than main.
  turn += 1;
  await load(`app://sample/index.html?turn=${turn}`);
  await expect.poll(() => sample.page.url()).toContain(`turn=${turn}`);
});

test('main sees the app’s own scheme, and the page is a secure context', async () => {
  const told = await sample.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    return [contents?.getURL(), contents?.mainFrame.url, contents?.mainFrame.origin, contents?.getTitle()];
  });
  const url = `app://sample/index.html?turn=${turn}`;
  expect(told).toEqual([url, url, 'app://sample', 'Sample page']);
  expect(await sample.page.evaluate('isSecureContext')).toBe(true);
  expect(
    await sample.page.evaluate("fetch('/echo', { method: 'POST', body: 'x' }).then((answer) => answer.json())"),
  ).toEqual({
    url: 'app://sample/echo',
    method: 'POST',
  });
});

test('the policy in the handler’s answer rules the page', async () => {
  await sample.page.click('button');
  expect(await sample.page.textContent('button')).toBe('inline');
  expect(await sample.page.evaluate("fetch('https://example.invalid/').then(() => 'went out', () => 'blocked')")).toBe(
    'blocked',
  );
});

test('a load that fails says so', async () => {
  const failed = sample.app.evaluate(
    ({ BrowserWindow }) =>
      new Promise((resolve) => {
        BrowserWindow.getAllWindows()[0]?.webContents.once('did-fail-load', (_event, code, words, url) =>
          resolve([code, words, url]),
        );
      }),
  );
  expect(await load('app://sample/broken')).toBe("ERR_FAILED (-2) loading 'app://sample/broken'");
  expect(await failed).toEqual([-2, 'ERR_FAILED', 'app://sample/broken']);
});

test('will-navigate comes for a page’s own navigation and can stop it', async () => {
  const asked = sample.app.evaluate(
    ({ BrowserWindow }) =>
      new Promise((resolve) => {
        BrowserWindow.getAllWindows()[0]?.webContents.on('will-navigate', (event) => {
          event.preventDefault();
          resolve([event.url, event.isMainFrame]);
        });
      }),
  );
  await sample.page.click('#other', { noWaitAfter: true });
  expect(await asked).toEqual(['app://sample/other', true]);
  expect(await sample.page.evaluate('new Promise((done) => setTimeout(() => done(location.pathname), 100))')).toBe(
    '/index.html',
  );
});

test('a navigation to another site is announced too', async () => {
  const asked = sample.app.evaluate(
    ({ BrowserWindow }) =>
      new Promise((resolve) => {
        BrowserWindow.getAllWindows()[0]?.webContents.on('will-navigate', (event, url) => {
          event.preventDefault();
          resolve(url);
        });
      }),
  );
  await sample.page.evaluate("void (location.href = 'https://example.invalid/steal?x=1')");
  expect(await asked).toBe('https://example.invalid/steal?x=1');
});

test('a link to another program, or one that spells out the app’s scheme, is asked about as well', async () => {
  await sample.app.evaluate(({ BrowserWindow }) => {
    const urls: string[] = [];
    BrowserWindow.getAllWindows()[0]?.webContents.on('will-navigate', (event) => void urls.push(event.url));
    Reflect.set(globalThis, 'asked', urls);
  });
  await sample.page.evaluate("void (location.href = 'mailto:a@example.invalid')");
  const asked = (): Promise<string[]> => sample.app.evaluate(() => Reflect.get(globalThis, 'asked'));
  await expect.poll(asked).toEqual(['mailto:a@example.invalid']);
  await sample.page.evaluate("void (location.href = 'app://sample/other')");
  await expect.poll(() => new URL(sample.page.url()).pathname).toBe('/other');
  expect(await asked()).toEqual(['mailto:a@example.invalid', 'app://sample/other']);
});

test('a navigation that nobody prevents goes ahead, and one by main is not asked about', async () => {
  const asked = await sample.app.evaluate(async ({ BrowserWindow }) => {
    const urls: string[] = [];
    const window = BrowserWindow.getAllWindows()[0];
    window?.webContents.on('will-navigate', (event) => void urls.push(event.url));
    Reflect.set(globalThis, 'asked', urls);
    await window?.loadURL('app://sample/index.html?by=main');
    return [...urls];
  });
  expect(asked).toEqual([]);
  await sample.page.click('#other');
  await expect.poll(() => new URL(sample.page.url()).pathname).toBe('/other');
  expect(await sample.app.evaluate(() => Reflect.get(globalThis, 'asked'))).toEqual(['app://sample/other']);
});

test('a window that a page wants is denied, however it asks', async () => {
  expect(await sample.page.evaluate("open('https://example.invalid/popup')")).toBeNull();
  await sample.page.click('#blank');
  await expect.poll(seen).toEqual(['open https://example.invalid/popup', 'open app://sample/other']);
  const debug = await sample.app.context().newCDPSession(sample.page);
  const pages = async (): Promise<number> => {
    const { targetInfos } = await debug.send('Target.getTargets');
    return targetInfos.filter(({ type }) => type === 'page').length;
  };
  await expect.poll(pages).toBe(1);
  expect(new URL(sample.page.url()).pathname).toBe('/index.html');
});

test('a permission that the session’s handlers deny is denied to the page', async () => {
  const asked = await sample.app.evaluate(async ({ session, BrowserWindow }) => {
    const names: string[] = [];
    session.defaultSession.setPermissionCheckHandler(() => true);
    session.defaultSession.setPermissionRequestHandler((_contents, permission, answer) => {
      names.push(permission);
      answer(permission === 'geolocation');
    });
    await BrowserWindow.getAllWindows()[0]?.loadURL('app://sample/index.html');
    return names;
  });
  expect(asked).toContain('notifications');
  const state = (name: string): Promise<string> =>
    sample.page.evaluate(`navigator.permissions.query({ name: '${name}' }).then(({ state }) => state)`);
  await expect.poll(() => state('geolocation').catch(String)).toBe('granted');
  expect([await state('notifications'), await state('camera')]).toEqual(['denied', 'denied']);
});

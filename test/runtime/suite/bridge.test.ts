import { expect, test } from 'vitest';
import { sampleForFile } from './start-sample.ts';

const sample = await sampleForFile();

const inPage = <T>(expression: string): Promise<T> => sample.page.evaluate<T>(expression);

test('a message and its answer pass through a structured clone', async () => {
  const seen = await inPage<string>(`(async () => {
    const cycle = { name: 'cycle' };
    cycle.self = cycle;
    const [date, map, bytes, error, none, loop, odd, big] = await api.echo(
      new Date(5), new Map([['k', new Set([1])]]), new Uint8Array([1, 2, 255]), new RangeError('far'), undefined, cycle, -0, 9n);
    return JSON.stringify([
      date instanceof Date && date.getTime(), map instanceof Map && map.get('k').has(1), bytes instanceof Uint8Array && [...bytes],
      error instanceof Error && [error.name, error.message], none === undefined, loop.self === loop, Object.is(odd, -0), String(big)]);
  })()`);
  expect(JSON.parse(seen)).toEqual([5, true, [1, 2, 255], ['RangeError', 'far'], true, true, true, '9']);
});

test('what can not be cloned is refused on the way in and on the way out', async () => {
  expect(await inPage('api.sendFunction().catch(String)')).toContain('An object could not be cloned.');
  expect(await inPage('api.function().catch(String)')).toBe(
    "Error: Error invoking remote method 'function': Error: An object could not be cloned.",
  );
});

test('a handler that throws rejects the call in Electron’s words', async () => {
  expect(await inPage('api.fail().catch(String)')).toBe(
    "Error: Error invoking remote method 'fail': TypeError: as asked",
  );
});

test('a channel that nobody handles is refused', async () => {
  await sample.app.evaluate(({ ipcMain }) => ipcMain.removeHandler('fail'));
  expect(await inPage('api.fail().catch(String)')).toBe(
    "Error: Error invoking remote method 'fail': Error: No handler registered for 'fail'",
  );
});

test('a listener of the page hears main until it unsubscribes', async () => {
  const send = (...news: unknown[]): Promise<void> =>
    sample.app.evaluate(
      ({ BrowserWindow }, args) => BrowserWindow.getAllWindows()[0]?.webContents.send('news', ...args),
      news,
    );
  await inPage('void (globalThis.heard = [], globalThis.stop = api.onNews((...news) => heard.push(news)))');
  await send('one', { two: 2 });
  await expect.poll(() => inPage('heard')).toEqual([['one', { two: 2 }]]);
  await inPage('stop()');
  await send('late');
  expect(await inPage('api.echo(1).then(() => heard.length)')).toBe(1);
});

test('functions cross in both directions and errors keep their words', async () => {
  expect(await inPage('api.callBack((n) => n * 2)')).toBe(41);
  expect(
    await inPage(
      '(() => { try { api.throwNow(); } catch (error) { return [error.message, error instanceof Error]; } })()',
    ),
  ).toEqual(['thrown in the preload', true]);
  expect(await inPage('api.later({ a: [1] })')).toEqual({ a: [1] });
  expect(await inPage('api.nested.keep()')).toBe('kept');
});

test('the page can not change what was exposed to it', async () => {
  expect(
    await inPage(`[Object.isFrozen(api), Object.isFrozen(api.nested.list[1]),
      Object.getOwnPropertyDescriptor(globalThis, 'api').writable, Object.getOwnPropertyDescriptor(globalThis, 'api').configurable]`),
  ).toEqual([true, true, false, false]);
});

test('the page reaches neither Node, nor ipcRenderer, nor the way to main', async () => {
  const reached = await inPage<string[]>(`(() => {
    const found = ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter((name) => name in globalThis);
    const own = Object.getOwnPropertyNames(globalThis).filter((name) => /^(send|receive|to-main|to-isolated)-/.test(name));
    return [...found, ...own];
  })()`);
  expect(reached).toEqual([]);
});

test('a page that rewrites its built-ins sees no more of the bridge', async () => {
  const stolen = await inPage<string[]>(`(async () => {
    const stolen = [];
    const keep = (what) => stolen.push(what);
    const patched = [[Array.prototype, 'push'], [Function.prototype, 'call'], [Function.prototype, 'apply'],
      [EventTarget.prototype, 'dispatchEvent'], [JSON, 'stringify'], [Reflect, 'apply']];
    const before = patched.map(([owner, name]) => owner[name]);
    patched.forEach(([owner, name]) => { owner[name] = function () { keep(name); return before[0]; }; });
    try { await api.later('quiet'); } finally { patched.forEach(([owner, name], i) => { owner[name] = before[i]; }); }
    return stolen;
  })()`);
  expect(stolen).toEqual([]);
});

test('a sub-frame gets no preload, and is told apart where it asks for one', async () => {
  const frames = await sample.app.evaluate(async ({ BrowserWindow }) => {
    const open: (options: object, url: string) => Promise<Electron.BrowserWindow> = Reflect.get(
      globalThis,
      'openWindow',
    );
    const seen = [];
    for (const nodeIntegrationInSubFrames of [false, true]) {
      const window = await open({ webPreferences: { nodeIntegrationInSubFrames } }, 'app://sample/frames');
      const inner = window.webContents.mainFrame.frames[0];
      const asked = await inner?.executeJavaScript('globalThis.api ? api.who() : null');
      seen.push({ name: inner?.name, top: inner?.top?.url, asked });
      window.destroy();
    }
    return { seen, left: BrowserWindow.getAllWindows().length };
  });
  expect(frames.seen).toEqual([
    { name: 'inner', top: 'app://sample/frames', asked: null },
    {
      name: 'inner',
      top: 'app://sample/frames',
      asked: { url: 'app://sample/other', origin: 'app://sample', isMain: false, parent: 'app://sample/frames' },
    },
  ]);
});

test('the sender of a message is null once its document is gone', async () => {
  const frame = sample.app.evaluate(
    ({ ipcMain, BrowserWindow }) =>
      new Promise<string>((resolve) => {
        ipcMain.removeHandler('who');
        ipcMain.handle('who', async (event) => {
          const before = event.senderFrame?.url ?? 'null';
          await BrowserWindow.getAllWindows()[0]?.loadURL('app://sample/index.html?again');
          resolve(`${before} then ${event.senderFrame?.url ?? 'null'}`);
        });
      }),
  );
  await inPage('void api.who().catch(() => {})');
  expect(await frame).toBe('app://sample/index.html then null');
  // Playwright follows over a connection of its own, a little later than main.
  await sample.page.waitForURL('**/index.html?again');
});

test('a preload that uses more than there is fails loudly', async () => {
  expect(await inPage('(() => { try { api.missing(); } catch (error) { return error.message; } })()')).toBe(
    'not in the stand-in: ipcRenderer.sendSync',
  );
});

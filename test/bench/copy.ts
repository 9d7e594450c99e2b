import type { ElectronApplication, Page } from '@playwright/test';
import { startDisplay } from '../support/display.ts';
import { findRuntime } from '../support/electron-runtime.ts';
import { startKeyring } from '../support/keyring.ts';
import { launchClavis, makeHome } from '../support/launch-clavis.ts';
import { median, ratioLine } from '../support/measure.ts';
import { openXClipboard } from '../support/x-clipboard.ts';

const keys = 40;
const warmUp = 5;
const service = 'Clavis';

/** Keeps `keys` keys through the window's own bridge; gives their ids. */
async function addKeys(page: Page): Promise<string[]> {
  return page.evaluate(async (count) => {
    const ids: string[] = [];
    for (let index = 0; index < count; index += 1) {
      const answer = await window.clavis.keys.add({
        name: `Key ${String(index).padStart(2, '0')}`,
        provider: 'openai',
        envVar: 'OPENAI_API_KEY',
        copyPolicy: 'once',
        rotateEveryDays: null,
        note: '',
        tags: [],
        value: `sk-proj-${String(index).padStart(60, 'x')}`,
      });
      if (answer.ok) ids.push(answer.value.id);
    }
    return ids;
  }, keys);
}

/** From now on main notes when a clipboard write is done, ms since the epoch; one clock for page and main. */
async function noteWrites(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ clipboard }) => {
    const write = clipboard.write.bind(clipboard);
    Reflect.set(globalThis, '__writtenAt', 0);
    Reflect.set(clipboard, 'write', async (items: Electron.ClipboardItem[]) => {
      await write(items);
      Reflect.set(globalThis, '__writtenAt', performance.timeOrigin + performance.now());
    });
  });
}

/** A click on a row's Copy until its value is on the clipboard, ms. */
async function clickToClipboard(app: ElectronApplication, page: Page, name: string): Promise<number> {
  await app.evaluate(() => Reflect.set(globalThis, '__writtenAt', 0));
  await page.getByRole('row', { name, exact: true }).hover();
  const clickedAt = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        addEventListener('click', () => resolve(performance.timeOrigin + performance.now()), {
          capture: true,
          once: true,
        });
      }),
  );
  await page.getByRole('button', { name: `Copy ${name}`, exact: true }).click();
  const began = await clickedAt;
  for (;;) {
    const ended = Number(await app.evaluate(() => Reflect.get(globalThis, '__writtenAt')));
    if (ended > 0) return ended - began;
  }
}

/** The keychain's own read of a value not read before, then the clipboard's own write, in the same process, ms. */
function rawReadAndWrite(app: ElectronApplication, account: string): Promise<number> {
  return app.evaluate(
    async ({ app: electronApp, clipboard, ClipboardItem }, [serviceName, name]) => {
      const require = process.getBuiltinModule('node:module').createRequire(`${electronApp.getAppPath()}/package.json`);
      const { AsyncEntry } = require('@napi-rs/keyring');
      const began = performance.now();
      const entry = new AsyncEntry(serviceName, name, { linux: { store: 'secret-service' } });
      const text = Buffer.from(await entry.getSecret()).toString('utf8');
      await clipboard.write([new ClipboardItem({ 'text/plain': text })]);
      return performance.now() - began;
    },
    [service, account] as const,
  );
}

/** A click until the value is on the clipboard, over the raw keychain read plus clipboard write in the same run. */
export async function main() {
  console.log(findRuntime().line);
  const display = await startDisplay();
  const keyring = await startKeyring();
  const home = await makeHome();
  try {
    const { app, page } = await launchClavis(home, { ...keyring.env, DISPLAY: display.display });
    const ids = await addKeys(page);
    // Started again, neither way has read any of these values yet.
    await app.close();
    const again = await launchClavis(home, { ...keyring.env, DISPLAY: display.display });
    await noteWrites(again.app);
    const ours: number[] = [];
    const raw: number[] = [];
    for (const [index, id] of ids.entries()) {
      raw.push(await rawReadAndWrite(again.app, `${id}/1`));
      ours.push(await clickToClipboard(again.app, again.page, `Key ${String(index).padStart(2, '0')}`));
    }
    const pasted = await openXClipboard(display.display).text();
    if (!pasted.startsWith('sk-proj-')) throw new Error('the last value is not on the clipboard');
    await again.app.close();
    const [oursMs, rawMs] = [median(ours.slice(warmUp)), median(raw.slice(warmUp))];
    console.log(`medians of ${keys - warmUp}: click to clipboard ${oursMs.toFixed(2)} ms, raw ${rawMs.toFixed(2)} ms`);
    return ratioLine('copy', oursMs / rawMs, 'the raw keychain read plus clipboard write', 1.3);
  } finally {
    await keyring.stop();
    await display.stop();
    await home.remove();
  }
}

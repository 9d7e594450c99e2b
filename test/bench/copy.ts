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

/**
 * The Secret Service's own calls that a read takes, on a connection and in a session that are there already, then the
 * clipboard's own write, in the same process, ms.
 */
function rawCallsAndWrite(app: ElectronApplication, account: string): Promise<number> {
  return app.evaluate(
    async ({ app: electronApp, clipboard, ClipboardItem }, [serviceName, name]) => {
      const require = process.getBuiltinModule('node:module').createRequire(`${electronApp.getAppPath()}/package.json`);
      const call = (face: string, member: string, signature: string, body: readonly unknown[]): Promise<unknown[]> => {
        const bus = Reflect.get(globalThis, '__rawBus') ?? require('@homebridge/dbus-native').sessionBus();
        Reflect.set(globalThis, '__rawBus', bus);
        const destination = 'org.freedesktop.secrets';
        const path = '/org/freedesktop/secrets';
        return new Promise((resolve, reject) => {
          bus.invoke(
            { destination, path, interface: `org.freedesktop.Secret.${face}`, member, signature, body },
            (error: unknown, ...results: unknown[]) => (error ? reject(new Error(String(error))) : resolve(results)),
          );
        });
      };
      if (Reflect.get(globalThis, '__rawSession') === undefined) {
        const [, session] = await call('Service', 'OpenSession', 'sv', ['plain', ['s', '']]);
        Reflect.set(globalThis, '__rawSession', session);
      }
      const session = Reflect.get(globalThis, '__rawSession');
      const began = performance.now();
      const attributes = [
        ['service', serviceName],
        ['username', name],
      ];
      const [unlocked] = await call('Service', 'SearchItems', 'a{ss}', [attributes]);
      const [secrets] = await call('Service', 'GetSecrets', 'aoo', [unlocked, session]);
      const value: unknown = Array.isArray(secrets) ? secrets[0]?.[1]?.[2] : null;
      if (!(value instanceof Uint8Array)) throw new Error('the keychain has no such value');
      await clipboard.write([new ClipboardItem({ 'text/plain': Buffer.from(value).toString('utf8') })]);
      return performance.now() - began;
    },
    [service, account] as const,
  );
}

/**
 * A click until the value is on the clipboard, over two bases in the same run: a read by a library, which connects anew, and the
 * service's own calls on a connection that is there; each with the clipboard's write.
 */
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
    const calls: number[] = [];
    for (const [index, id] of ids.entries()) {
      raw.push(await rawReadAndWrite(again.app, `${id}/1`));
      calls.push(await rawCallsAndWrite(again.app, `${id}/1`));
      ours.push(await clickToClipboard(again.app, again.page, `Key ${String(index).padStart(2, '0')}`));
    }
    const pasted = await openXClipboard(display.display).text();
    if (!pasted.startsWith('sk-proj-')) throw new Error('the last value is not on the clipboard');
    await again.app.close();
    const [oursMs, rawMs, callsMs] = [ours, raw, calls].map((times) => median(times.slice(warmUp)));
    if (oursMs === undefined || rawMs === undefined || callsMs === undefined) throw new Error('nothing was measured');
    console.log(
      `medians of ${keys - warmUp}: click to clipboard ${oursMs.toFixed(2)} ms, a library’s read and the write ` +
        `${rawMs.toFixed(2)} ms, the service’s own calls and the write ${callsMs.toFixed(2)} ms`,
    );
    const overCalls = ratioLine('copy', oursMs / callsMs, 'the service’s own calls plus clipboard write', 2);
    const overRead = ratioLine('copy', oursMs / rawMs, 'a library’s keychain read plus clipboard write', 0.6);
    return { lastLine: `${overCalls.lastLine}\n${overRead.lastLine}`, ok: overCalls.ok && overRead.ok };
  } finally {
    await keyring.stop();
    await display.stop();
    await home.remove();
  }
}

import type { ElectronApplication, Page } from '@playwright/test';
import { startDisplay } from '../support/display.ts';
import { findRuntime } from '../support/electron-runtime.ts';
import { startKeyring } from '../support/keyring.ts';
import { type LaunchedClavis, launchClavis, makeHome } from '../support/launch-clavis.ts';
import { lockByHand, unlock } from '../support/locking.ts';
import { median, ratioLine } from '../support/measure.ts';
import { choosePassphraseVault, typedPassphrase, typePassphrase } from '../support/passphrase-vault.ts';
import { questionPage } from '../support/question.ts';
import { openXClipboard } from '../support/x-clipboard.ts';

const keys = 40;
const warmUp = 5;
/** scrypt's time hardly differs. */
const unlockTurns = 3;
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

const nameOf = (index: number): string => `Key ${String(index).padStart(2, '0')}`;

/** A click until the value is on the clipboard, for one key after the other, after `before` each time. */
async function clickEach(
  { app, page }: LaunchedClavis,
  ids: readonly string[],
  before: (id: string) => Promise<void> = async () => {},
): Promise<number[]> {
  const times: number[] = [];
  for (const [index, id] of ids.entries()) {
    await before(id);
    times.push(await clickToClipboard(app, page, nameOf(index)));
  }
  return times;
}

async function assertPasted(display: string): Promise<void> {
  const pasted = await openXClipboard(display).text();
  if (!pasted.startsWith('sk-proj-')) throw new Error('the last value is not on the clipboard');
}

/** The same from a passphrase vault, and how long it takes from the press that sends the passphrase until the list is there. */
async function measureVault(display: string): Promise<{ readonly ours: number[]; readonly unlockMs: number }> {
  const bus = await startKeyring({ secretService: false });
  const home = await makeHome();
  const env = { ...bus.env, DISPLAY: display };
  try {
    const { app, page } = await launchClavis(home, env);
    await choosePassphraseVault(app, page);
    const ids = await addKeys(page);
    await app.close();
    const again = await launchClavis(home, env);
    await noteWrites(again.app);
    const unlocks: number[] = [];
    for (let turn = 0; turn < unlockTurns; turn += 1) {
      if (turn > 0) await lockByHand(again.page);
      await unlock(again.page);
      const began = await typePassphrase(await questionPage(again.app), typedPassphrase);
      await again.page.getByRole('grid', { name: 'Keys' }).waitFor();
      unlocks.push(performance.now() - began);
    }
    const ours = await clickEach(again, ids);
    await assertPasted(display);
    await again.app.close();
    return { ours, unlockMs: median(unlocks) };
  } finally {
    await bus.stop();
    await home.remove();
  }
}

/**
 * A click until the value is on the clipboard, over two bases in the same run: a read by a library, which connects anew, and the
 * service's own calls on a connection that is there; each with the clipboard's write. From a passphrase vault over the same from
 * the Secret Service, and the time that unlocking it takes.
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
    const raw: number[] = [];
    const calls: number[] = [];
    const ours = await clickEach(again, ids, async (id) => {
      raw.push(await rawReadAndWrite(again.app, `${id}/1`));
      calls.push(await rawCallsAndWrite(again.app, `${id}/1`));
    });
    await assertPasted(display.display);
    await again.app.close();
    const vault = await measureVault(display.display);
    const [oursMs, rawMs, callsMs, vaultMs] = [ours, raw, calls, vault.ours].map((times) =>
      median(times.slice(warmUp)),
    );
    if (oursMs === undefined || rawMs === undefined || callsMs === undefined || vaultMs === undefined)
      throw new Error('nothing was measured');
    console.log(
      `medians of ${keys - warmUp}: click to clipboard ${oursMs.toFixed(2)} ms, a library’s read and the write ` +
        `${rawMs.toFixed(2)} ms, the service’s own calls and the write ${callsMs.toFixed(2)} ms; ` +
        `from a passphrase vault ${vaultMs.toFixed(2)} ms, unlocked in ${vault.unlockMs.toFixed(0)} ms`,
    );
    const lines = [
      ratioLine('copy', oursMs / callsMs, 'the service’s own calls plus clipboard write', 2),
      ratioLine('copy', oursMs / rawMs, 'a library’s keychain read plus clipboard write', 0.6),
      ratioLine('copy', vaultMs / oursMs, 'the Secret Service’s click to clipboard, from a passphrase vault', 1),
      ratioLine('copy', vault.unlockMs / 1_000, 'a second, unlocking a passphrase vault', 1.5),
    ];
    return { lastLine: lines.map(({ lastLine }) => lastLine).join('\n'), ok: lines.every(({ ok }) => ok) };
  } finally {
    await keyring.stop();
    await display.stop();
    await home.remove();
  }
}

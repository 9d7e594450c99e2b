import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from '../support/e2e.ts';
import { launchClavis, launchOptions } from '../support/launch-clavis.ts';
import { listenOnThisMachine, type NetworkListeners } from '../support/network-listeners.ts';

/** The pages' sessions reach nothing; what main asks for, in any other session, is not touched by that. */

let listeners: NetworkListeners;
test.beforeEach(async () => {
  listeners = await listenOnThisMachine();
});
test.afterEach(() => listeners.close());

/** Loads an address in a window of this session, as main could. Resolves with how that ended. */
function loadIn(app: ElectronApplication, partition: string, url: string): Promise<string> {
  return app.evaluate(
    async ({ BrowserWindow }, [named, to]) => {
      const window = new BrowserWindow({ show: false, webPreferences: { partition: named } });
      const end = await window.loadURL(to).then(
        () => 'loaded',
        (error) => String(error.message).split(' ')[0] ?? '',
      );
      window.destroy();
      return end;
    },
    [partition, url] as const,
  );
}

test('the sessions of the pages have no way out, and main has its own', async ({ start }) => {
  const { app } = await start();
  const at = (name: string): string => `http://127.0.0.1:${listeners.port}/${name}`;
  expect(await app.evaluate(({ net }, url) => net.fetch(url).then(({ status }) => status), at('net'))).toBe(200);
  expect(await loadIn(app, 'another', at('another'))).toBe('loaded');
  expect(await loadIn(app, 'clavis-vault', at('vault'))).toBe('ERR_PROXY_CONNECTION_FAILED');
  expect(await loadIn(app, 'clavis-question', at('question'))).toBe('ERR_PROXY_CONNECTION_FAILED');
  expect(new Set(listeners.requested().filter((name) => name !== 'favicon.ico'))).toEqual(new Set(['net', 'another']));
});

test('a proxy on the command line is for main alone', async ({ display, home, keyring, tray: _tray }) => {
  const root = path.resolve(import.meta.dirname, '../..');
  const { args = [], ...options } = launchOptions(root, home, { ...keyring.env, DISPLAY: display });
  const proxy = [`--proxy-server=127.0.0.1:${listeners.port}`, '--proxy-bypass-list=<-loopback>'];
  const { app } = await launchClavis(home, {}, { ...options, args: [...args, ...proxy] });
  expect(await loadIn(app, 'clavis-vault', 'http://provider.invalid/')).toBe('ERR_PROXY_CONNECTION_FAILED');
  expect(await loadIn(app, 'clavis-question', 'http://provider.invalid/')).toBe('ERR_PROXY_CONNECTION_FAILED');
  expect(listeners.arrivals()).toEqual({ packets: 0, connections: 0 });
  expect(await loadIn(app, 'another', 'http://provider.invalid/')).toBe('loaded');
  expect(listeners.arrivals().connections).toBeGreaterThan(0);
  await app.close();
});

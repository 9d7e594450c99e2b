import path from 'node:path';
import { _electron as electron } from '@playwright/test';
import { expect, test } from '../support/e2e.ts';
import { launchClavis, launchOptions } from '../support/launch-clavis.ts';
import { readNetLog } from '../support/net-log.ts';
import { listenOnThisMachine, type NetworkListeners } from '../support/network-listeners.ts';
import { palettePage } from '../support/palette.ts';
import { realms, type Tried, takeOver, type WaysOut } from '../support/ways-out.ts';

/** What a page could tell the world by any means of the browser: each must come to nothing. */

const root = path.resolve(import.meta.dirname, '../..');
const isPeer = (way: string): boolean => way.startsWith('WebRTC');

let listeners: NetworkListeners;
test.beforeEach(async () => {
  listeners = await listenOnThisMachine();
});
test.afterEach(() => listeners.close());

/** One way after the other in the page's own window, then all of them in each window that a script can make. */
async function tryAll({ names, tryThem }: WaysOut): Promise<Tried[]> {
  const tried: Tried[] = [];
  for (const way of names) tried.push(await tryThem([way], 'window'));
  for (const realm of realms.slice(1)) {
    tried.push(
      await tryThem(
        names.filter((way) => !isPeer(way)),
        realm,
      ),
    );
    tried.push(await tryThem(names.filter(isPeer), realm));
  }
  return tried;
}

test('a page that was taken over sends no packet, opens no connection and looks up no name', async ({
  display,
  home,
  keyring,
  tray: _tray,
}) => {
  test.setTimeout(600_000);
  const log = path.join(home.folder, 'net-log.json');
  const options = launchOptions(root, home, { ...keyring.env, DISPLAY: display });
  const { app } = await launchClavis(home, {}, { ...options, args: [...(options.args ?? []), `--log-net-log=${log}`] });
  await palettePage(app);
  const window = await takeOver(app, 'app://clavis/index.html', listeners);
  const palette = await takeOver(app, 'app://clavis/palette.html', listeners);
  const tried = [...(await tryAll(window)), await palette.tryThem(palette.names, 'window')];
  for (const way of window.leaving) await window.leave(way, '127.0.0.1', false);
  await listeners.control();

  const { packets, connections } = listeners.arrivals();
  const count = tried.reduce((sum, { ways }) => sum + ways.length, 0) * listeners.hosts.length + window.leaving.length;
  console.log(`page: ${count} ways tried, ${packets} packets, ${connections} connections`);
  expect(tried.filter((one) => one.packets + one.connections > 0)).toEqual([]);
  expect({ packets, connections }).toEqual({ packets: 0, connections: 0 });

  // Chromium's own account of it: a name that was looked up elsewhere reaches none of the listeners.
  await app.close();
  const seen = await readNetLog(log);
  expect(seen.asked.filter((host) => host.includes('secret'))).toEqual([]);
  expect(seen).toMatchObject({ lookUps: 0, packets: 0, connections: ['[ff00::]:9'] });
});

/** What would ask other machines, and not the listeners. */
const outward = ['WebRTC to a peer by multicast name', 'presentation', 'remote playback', 'web push'];

/** Of the ways that work where nothing stops them, those of each kind. */
const working = [
  'img src',
  'iframe src',
  'script module',
  'video src',
  'svg image',
  'markup by innerHTML',
  'link prefetch',
  'link preload a font',
  'link modulepreload',
  'link stylesheet',
  'speculation rules, prerender',
  'a ping',
  'css @import, style element',
  'css background, CSSOM',
  'css font-face, constructed sheet',
  'FontFace API',
  'fetch no-cors',
  'fetch keepalive',
  'XMLHttpRequest',
  'sendBeacon',
  'WebSocket',
  'EventSource',
  'WebTransport',
  'worker of a blob',
  'shared worker of data',
  'import() without text',
  'WebRTC stun',
  'WebRTC turn over UDP',
  'WebRTC turn over TCP',
  'WebRTC turns',
  'WebRTC to a peer over UDP',
];

const workingToLeave = ['form post', 'location.assign', 'meta refresh', 'link click', 'page of a blob'];

test('the same ways reach the listeners from a page without protection', async ({ display, home }) => {
  test.setTimeout(600_000);
  const log = path.join(home.folder, 'net-log.json');
  const page = `http://localhost:${listeners.port}/`;
  const { args = [], ...options } = launchOptions(path.join(root, 'test/support/open-app'), home, { DISPLAY: display });
  const app = await electron.launch({
    ...options,
    // With it a local address would be told to other machines.
    args: [...args, '--disable-features=WebRtcHideLocalIpsWithMdns', `--log-net-log=${log}`],
    env: { ...options.env, OPEN_APP_PAGE: page },
  });
  await expect.poll(async () => (await app.firstWindow()).url()).toBe(page);
  const open = await takeOver(app, page, listeners);
  const names = open.names.filter((name) => !outward.includes(name));
  const tried: Tried[] = [];
  for (const way of names) tried.push(await open.tryThem([way], 'window'));
  for (const way of workingToLeave) await open.leave(way, '127.0.0.1', true);
  await app.close();

  const reached = tried.filter((one) => one.packets + one.connections > 0).flatMap(({ ways }) => ways);
  const { packets, connections } = listeners.arrivals();
  console.log(
    `without protection: ${reached.length} of ${names.length} ways, ${packets} packets, ${connections} connections`,
  );
  expect(reached).toEqual(expect.arrayContaining(working));
  expect((await readNetLog(log)).asked.filter((host) => host.includes('secret')).length).toBeGreaterThan(0);
});

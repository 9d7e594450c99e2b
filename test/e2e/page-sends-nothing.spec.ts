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
    const others = names.filter((way) => !isPeer(way));
    tried.push(await tryThem(others, realm), await tryThem(names.filter(isPeer), realm));
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
  const { args = [], ...options } = launchOptions(root, home, { ...keyring.env, DISPLAY: display });
  const { app } = await launchClavis(home, {}, { ...options, args: [...args, `--log-net-log=${log}`] });
  await palettePage(app);
  // The last one is a name that somebody else would have to know.
  const hosts = [...listeners.hosts, 'secret.invalid'];
  const window = await takeOver(app, 'app://clavis/index.html', listeners, hosts);
  const palette = await takeOver(app, 'app://clavis/palette.html', listeners, hosts);
  const tried = [...(await tryAll(window)), await palette.tryThem(palette.names, 'window')];
  for (const way of window.leaving) await window.leave(way, '127.0.0.1');
  await listeners.control();

  const { packets, connections } = listeners.arrivals();
  const count = tried.flatMap((some) => some.ways).length * hosts.length + window.leaving.length;
  console.log(`page: ${count} ways tried, ${packets} packets, ${connections} connections`);
  expect(tried.filter((some) => some.packets + some.connections > 0)).toEqual([]);
  expect({ packets, connections }).toEqual({ packets: 0, connections: 0 });

  // Chromium's own account of it.
  await app.close();
  const seen = await readNetLog(log);
  expect(seen.asked.filter((host) => host.includes('secret'))).toEqual([]);
  expect(seen).toMatchObject({ lookUps: 0, packets: 0, connections: ['[ff00::]:9'] });
});

/** What would ask other machines, and not the listeners. */
const outward = ['WebRTC to a peer by multicast name', 'presentation', 'remote playback', 'web push'];

/** Of the ways that work where nothing stops them, those of each kind: what comes by HTTP says which way it came. */
const byHttp: readonly string[] = [
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
  'worker of a blob',
  'shared worker of data',
  'import() without text',
];
const byPackets: readonly string[] = [
  'WebTransport',
  'WebRTC stun',
  'WebRTC turn over UDP',
  'WebRTC turn over TCP',
  'WebRTC turns',
  'WebRTC to a peer over UDP',
];
const leaving = ['form post', 'location.assign', 'meta refresh', 'link click', 'page of a blob'];

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
  const open = await takeOver(app, page, listeners, listeners.hosts);
  const total = (): number => listeners.arrivals().packets + listeners.arrivals().connections;
  const reached: string[] = [];
  for (const way of open.names.filter((name) => !outward.includes(name))) {
    const before = total();
    await open.tryThem([way], 'window');
    const cameByHttp = (): boolean => listeners.requested().includes(way);
    if (byHttp.includes(way)) await expect.poll(cameByHttp, { message: way }).toBe(true);
    if (byPackets.includes(way)) await expect.poll(total, { message: way }).toBeGreaterThan(before);
    if (cameByHttp() || total() > before) reached.push(way);
  }
  for (const way of leaving) {
    await open.leave(way, '127.0.0.1', () => expect.poll(listeners.requested, { message: way }).toContain(way));
  }
  await app.close();

  const { packets, connections } = listeners.arrivals();
  console.log(`without protection: ${reached.length} ways out, ${packets} packets, ${connections} connections`);
  expect((await readNetLog(log)).asked.filter((host) => host.includes('secret')).length).toBeGreaterThan(0);
});

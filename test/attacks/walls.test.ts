import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { deadProxy, networkSwitches } from '../../electron/shell/network-walls.ts';
import { pageHeaders } from '../../electron/shell/page-headers.ts';
import { findChromium } from '../runtime/chromium.ts';
import { readNetLog } from '../support/net-log.ts';
import { listenOnThisMachine, type NetworkListeners } from '../support/network-listeners.ts';
import { waysSource } from '../support/ways-out.ts';

/** What each wall stops by itself, in Chromium without the app: no wall is there for nothing, and none is enough. */

const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync', '--no-first-run'];
const noMulticast = `--disable-features=${networkSwitches['disable-features']}`;
const allowlist = { 'connection-allowlist': pageHeaders['connection-allowlist'] };
const webRtcPolicy = ['--webrtc-ip-handling-policy=disable_non_proxied_udp'];
const proxy = [`--proxy-server=${deadProxy.proxyRules}`, `--proxy-bypass-list=${deadProxy.proxyBypassRules}`];
const noPrefetch = [`--blink-settings=${networkSwitches['blink-settings']}`];

const overUdp = ['WebRTC stun', 'WebRTC turn over UDP', 'WebRTC to a peer over UDP'];
const overTcp = ['WebRTC turn over TCP', 'WebRTC turns', 'WebRTC to a peer over TCP'];
const peers = [...overUdp, ...overTcp];

/** Answered by the test, for behind the proxy nothing else is reached. */
const at = 'https://page.invalid/';

vi.setConfig({ testTimeout: 120_000 });

let listeners: NetworkListeners;
beforeAll(async () => {
  listeners = await listenOnThisMachine();
});
afterAll(() => listeners.close());

/** Chromium has services of its own, which would look for hosts elsewhere. */
function onlyHere(): string {
  const here = listeners.hosts.map((host) => `EXCLUDE ${host.replace(/^\[|\]$/g, '')}`);
  return `--host-resolver-rules=${['MAP * ~NOTFOUND', 'EXCLUDE ff00::', ...here].join(', ')}`;
}

/**
 * Tries these ways from a page behind these walls. Tells whether packets and connections arrived, whether Chromium tried to
 * connect at all, and whether it asked for a name. What WebRTC asks for is not in its log where no name server is needed.
 */
async function tryBehind(
  ways: readonly string[],
  args: readonly string[],
  headers: Readonly<Record<string, string>> = {},
) {
  const profile = await mkdtemp(path.join(tmpdir(), 'clavis-walls-'));
  const log = path.join(profile, 'net-log.json');
  const before = listeners.arrivals();
  const context = await chromium.launchPersistentContext(path.join(profile, 'data'), {
    executablePath: findChromium(),
    // The last one of a switch counts.
    args: [...flags, noMulticast, onlyHere(), `--log-net-log=${log}`, ...args],
  });
  const [page = await context.newPage()] = context.pages();
  const body = '<!doctype html><title>Page</title>';
  await page.route(at, (route) => route.fulfill({ headers: { ...headers, 'content-type': 'text/html' }, body }));
  await page.goto(at);
  await page.evaluate(waysSource);
  const { hosts, port } = listeners;
  await page.evaluate(`tryWays(${JSON.stringify(ways)}, 'window', ${JSON.stringify({ hosts, port })})`);
  await listeners.control();
  await context.close();
  const now = listeners.arrivals();
  const { asked, connections } = await readNetLog(log);
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  return {
    packets: now.packets > before.packets,
    connections: now.connections > before.connections,
    attempts: connections.length > 0,
    names: asked.some((host) => host.includes('secret')),
  };
}

// What nothing stops is there sooner or later: it is tried again until it is seen.
const nothing = { packets: false, connections: false, attempts: false, names: false };

test('without a wall WebRTC sends by UDP and TCP', async () => {
  await expect.poll(() => tryBehind(peers, [])).toMatchObject({ packets: true, connections: true });
});

test('the WebRTC policy stops UDP, and not TCP', async () => {
  expect(await tryBehind(overUdp, webRtcPolicy)).toEqual(nothing);
  expect(await tryBehind(overTcp, webRtcPolicy)).toMatchObject({ packets: false, connections: true });
});

test('the proxy that can’t exist stops TCP, and not UDP', async () => {
  expect(await tryBehind(overTcp, proxy)).toMatchObject({ connections: false, attempts: true });
  expect(await tryBehind(overUdp, proxy)).toMatchObject({ packets: true });
});

test('the connection allowlist stops all of WebRTC before it tries to connect', async () => {
  expect(await tryBehind(peers, [], allowlist)).toEqual(nothing);
});

test('a connection that is made beforehand is stopped by the proxy, and by the allowlist', async () => {
  const way = ['link preconnect'];
  await expect.poll(() => tryBehind(way, [])).toMatchObject({ connections: true });
  expect(await tryBehind(way, proxy)).toEqual({ ...nothing, attempts: true });
  expect(await tryBehind(way, [], allowlist)).toEqual(nothing);
});

test('a name that is looked up beforehand is stopped by the setting, and by the allowlist', async () => {
  const way = ['link dns-prefetch'];
  await expect.poll(() => tryBehind(way, [])).toMatchObject({ names: true });
  expect(await tryBehind(way, noPrefetch)).toEqual(nothing);
  expect(await tryBehind(way, [], allowlist)).toEqual(nothing);
});

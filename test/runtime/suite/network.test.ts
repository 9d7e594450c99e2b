import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listenOnThisMachine, type NetworkListeners } from '../../support/network-listeners.ts';
import { type Sample, startSample } from './start-sample.ts';

let sample: Sample;
let listeners: NetworkListeners;
let folder: string;
let log: string;
beforeAll(async () => {
  listeners = await listenOnThisMachine();
  folder = await mkdtemp(path.join(tmpdir(), 'stand-in-network-'));
  log = path.join(folder, 'net-log.json');
  const quiet = ['--disable-features=WebRtcHideLocalIpsWithMdns', '--blink-settings=imagesEnabled=false'];
  sample = await startSample({}, [...quiet, `--log-net-log=${log}`]);
});
afterAll(async () => {
  await sample.stop();
  await listeners.close();
  await rm(folder, { recursive: true });
});

const at = (name: string): string => `http://127.0.0.1:${listeners.port}/${name}`;

/** Loads an address in a new window of this partition; resolves with how that ended, or with what a script then gives. */
function loadIn(partition: string, url: string, script = '"loaded"'): Promise<unknown> {
  return sample.app.evaluate(
    async ({ BrowserWindow }, [named, to, code]) => {
      const window = new BrowserWindow({ show: false, webPreferences: { partition: named } });
      const end = await window.loadURL(to).then(
        () => window.webContents.executeJavaScript(code),
        (error) => error.message,
      );
      window.destroy();
      return end;
    },
    [partition, url, script] as const,
  );
}

test('a session’s proxy is where its pages’ requests go, and no other session’s', async () => {
  await sample.app.evaluate(async ({ session }, proxyRules) => {
    await session.fromPartition('proxied').setProxy({ proxyRules, proxyBypassRules: '<-loopback>' });
    await session.fromPartition('dead').setProxy({ proxyRules: 'http://[ff00::]:9', proxyBypassRules: '<-loopback>' });
  }, `127.0.0.1:${listeners.port}`);
  const before = listeners.arrivals().connections;
  expect(await loadIn('dead', at('dead'))).toBe(`ERR_PROXY_CONNECTION_FAILED (-130) loading '${at('dead')}'`);
  expect(listeners.arrivals().connections).toBe(before);
  // There is no such host: whoever answers is the proxy.
  expect(await loadIn('proxied', 'http://nowhere.invalid/')).toBe('loaded');
  expect(await loadIn('direct', at('direct'))).toBe('loaded');
  expect(listeners.requested()).toContain('direct');
});

test('sessions share nothing that their pages keep', async () => {
  const keep = "localStorage.setItem('kept', 'here'); localStorage.getItem('kept')";
  expect(await loadIn('one', at('one'), keep)).toBe('here');
  expect(await loadIn('other', at('other'), "localStorage.getItem('kept')")).toBe(null);
  expect(await loadIn('one', at('one'), "localStorage.getItem('kept')")).toBe('here');
});

test('a proxy that the stand-in can no longer set, or not at all, throws', async () => {
  const said = await sample.app.evaluate(async ({ session, BrowserWindow }) => {
    const late = session.fromPartition('late');
    await new BrowserWindow({ show: false, webPreferences: { session: late } }).loadURL('data:text/html,late');
    const end = (work: Promise<void>) => work.then(() => 'set', String);
    const none = session.fromPartition('none');
    return [
      await end(late.setProxy({ mode: 'direct' })),
      await end(none.setProxy({ mode: 'system' })),
      await end(none.setProxy({ pacScript: 'http://nowhere.invalid/' })),
    ];
  });
  expect(said).toEqual([
    'Error: not in the stand-in: session.setProxy after the first page of the session',
    'Error: not in the stand-in: session.setProxy in the mode system',
    'Error: not in the stand-in: session.setProxy in the mode pac_script',
  ]);
});

/** Opens a window under this policy, whose page looks for its address by UDP until the window is closed. */
function askByWebRtc(policy: 'default' | 'disable_non_proxied_udp', port: number): Promise<string> {
  const script = `globalThis.peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:${port}' }] });
    peer.createDataChannel('a');
    peer.setLocalDescription();`;
  return sample.app.evaluate(
    async ({ BrowserWindow }, [wanted, code]) => {
      const { webContents } = new BrowserWindow({ show: false });
      webContents.setWebRTCIPHandlingPolicy(wanted);
      await webContents.loadURL('app://sample/index.html');
      await webContents.executeJavaScript(code);
      return webContents.getWebRTCIPHandlingPolicy();
    },
    [policy, script] as const,
  );
}

test('the WebRTC policy without proxies lets no packet out', async () => {
  const strict = await listenOnThisMachine();
  const before = listeners.arrivals().packets;
  expect(await askByWebRtc('disable_non_proxied_udp', strict.port)).toBe('disable_non_proxied_udp');
  // The one that begins later is heard first.
  expect(await askByWebRtc('default', listeners.port)).toBe('default');
  await expect.poll(() => listeners.arrivals().packets).toBeGreaterThan(before);
  await strict.control();
  expect(strict.arrivals().packets).toBe(0);
  await strict.close();
});

test('a WebRTC policy that is not offered throws', async () => {
  const said = sample.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.setWebRTCIPHandlingPolicy('default_public_interface_only'),
  );
  await expect(said).rejects.toThrow('not in the stand-in: webContents.setWebRTCIPHandlingPolicy');
});

test('a page that ends on an error page is heard of', async () => {
  const failed = sample.app.evaluate(
    ({ BrowserWindow }) =>
      new Promise((resolve) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        contents?.once('did-fail-load', (_event, code, words, url, isMainFrame) =>
          resolve([code, words, url, isMainFrame]),
        );
      }),
  );
  await sample.page.evaluate("void (location.href = 'http://127.0.0.1:1/')");
  expect(await failed).toEqual([-2, 'ERR_FAILED', 'http://127.0.0.1:1/', true]);
});

test('Chromium is given the switches that it shares with Electron’s', async () => {
  const image = '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=">';
  const width = 'document.images[0].naturalWidth';
  expect(await loadIn('images', `data:text/html,${encodeURIComponent(image)}`, width)).toBe(0);
  await sample.app.close();
  expect(await readFile(log, 'utf8')).toContain('logEventTypes');
});

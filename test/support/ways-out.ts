import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type ElectronApplication, expect } from '@playwright/test';
import type { Arrivals, NetworkListeners } from './network-listeners.ts';

/** In this order: the later ones use what the first one brings. */
const files = ['begin', 'elements', 'hints', 'styles', 'requests', 'peers', 'leaving'];
/** The text of all ways, to be run in a page: after it `tryWays` and `tryLeaving` are there. */
export const waysSource = files
  .map((name) => readFileSync(path.resolve(import.meta.dirname, `../attacks/page/${name}.js`), 'utf8'))
  .join('\n');

/** The windows that a script can use without loading anything: each has objects of its own. */
export const realms = ['window', 'blank frame', 'srcdoc frame', 'frame in a frame'] as const;
export type Realm = (typeof realms)[number];

/** What some ways did. */
export interface Tried extends Arrivals {
  readonly ways: readonly string[];
  readonly realm: Realm;
  /** What the page heard, for each way and host; that its process is gone where Chromium ended it. */
  readonly heard: readonly string[];
}

export interface WaysOut {
  /** The ways that leave the page where it is. */
  readonly names: readonly string[];
  /** Those that may take it along. */
  readonly leaving: readonly string[];
  /** Tries these at once, at every host. */
  tryThem(ways: readonly string[], realm: Realm): Promise<Tried>;
  /** Tries one of the leaving ways at one host, and waits for what else is to happen. The page is back when it resolves. */
  leave(way: string, host: string, until?: () => Promise<void>): Promise<void>;
}

const gone = 'the page’s process is gone';

/**
 * Runs a script in a window's page. Through main, because Playwright gives up on a page whose process has ended, which the
 * app itself loads again.
 */
function runIn(app: ElectronApplication, id: number, code: string): Promise<unknown> {
  return app.evaluate(
    (electron, [contents, script, words]) => {
      const { fromId } = electron.webContents;
      return new Promise((resolve) => {
        const onGone = (): void => resolve(words);
        fromId(contents)?.once('render-process-gone', onGone);
        fromId(contents)
          ?.executeJavaScript(script)
          .then(resolve, (error) => resolve(String(error)))
          .finally(() => fromId(contents)?.off('render-process-gone', onGone));
      });
    },
    [id, code, gone] as const,
  );
}

/** The window whose page is at this address, or at a part of it; null while it is somewhere else. */
function contentsAt(app: ElectronApplication, url: string): Promise<number | null> {
  return app.evaluate(
    ({ webContents }, at) =>
      webContents.getAllWebContents().find((one) => one.getURL().split('#')[0] === at)?.id ?? null,
    url,
  );
}

function load(app: ElectronApplication, id: number, url: string): Promise<void> {
  return app.evaluate(
    async ({ webContents }, [contents, to]) => {
      await webContents
        .fromId(contents)
        ?.loadURL(to)
        .catch(() => {
          // Another load, which leads there as well, took its place.
        });
    },
    [id, url] as const,
  );
}

/** Takes over the page at this address: from now on it can try each way to these hosts, at the listeners' port. */
export async function takeOver(
  app: ElectronApplication,
  page: string,
  listeners: NetworkListeners,
  hosts: readonly string[],
): Promise<WaysOut> {
  const id = (await contentsAt(app, page)) ?? 0;
  const run = (code: string): Promise<unknown> => runIn(app, id, code);
  const call = (name: string, ...given: unknown[]) => run(`${name}(${given.map((one) => JSON.stringify(one)).join()})`);
  const { port } = listeners;

  /** Brings the ways into the page, once it is drawn: a loaded one has lost them. */
  async function begin(): Promise<void> {
    const isBack = async (): Promise<boolean> => {
      const isThere = (await contentsAt(app, page)) === id;
      // Where it got away, or is still being brought back.
      if (!isThere) await load(app, id, page);
      return isThere;
    };
    await expect.poll(isBack).toBe(true);
    await expect.poll(() => run(`document.readyState === 'complete' && document.body !== null`)).toBe(true);
    await run(`if (!globalThis.tryWays) { ${waysSource} }`);
  }
  async function list(name: string): Promise<string[]> {
    const names = await run(`Object.keys(${name})`);
    return Array.isArray(names) ? names.map(String) : [];
  }

  await begin();
  return {
    names: await list('ways'),
    leaving: await list('leaving'),
    async tryThem(names, realm) {
      const before = listeners.arrivals();
      const heard = await call('tryWays', names, realm, { hosts, port });
      await listeners.control();
      const now = listeners.arrivals();
      if (heard === gone) await begin();
      return {
        ways: names,
        realm,
        heard: Array.isArray(heard) ? heard.map(String) : [String(heard)],
        packets: now.packets - before.packets,
        connections: now.connections - before.connections,
      };
    },
    async leave(way, host, until) {
      await call('tryLeaving', way, host, port);
      await listeners.control();
      await until?.();
      await begin();
    },
  };
}

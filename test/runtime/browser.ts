import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type Protocol from 'devtools-protocol';
import type { Session } from './cdp.ts';
import { type Chromium, startChromium } from './chromium.ts';

/** A page of ours in Chromium: it waits, with nothing run in it yet, until `start` is called. */
export type Target = { id: string; session: Session; start(): Promise<void> };

/** What a window asks for when it opens its page. */
export type TargetSize = { width: number; height: number };

type Attached = Protocol.Target.AttachedToTargetEvent;

/** The one browser of this process. */
export type Browser = {
  chromium: Chromium;
  visible: boolean;
  openTarget(size: TargetSize): Promise<Target>;
  closeTarget(id: string): Promise<void>;
  setPermission(params: Protocol.Browser.SetPermissionRequest): Promise<void>;
};

let current: Promise<Browser> | null = null;

/** Starts the browser; called once, when the app's main module has been loaded. */
export function startBrowser(options: { port: string | null; visible: boolean; sandbox: boolean }): Promise<Browser> {
  current = start(options);
  return current;
}

/** The browser, once it runs. Rejects when it never was started. */
export function browser(): Promise<Browser> {
  return current ?? Promise.reject(new Error('Windows can be opened only when the app is ready.'));
}

/** Closes Chromium, if it runs, and waits until it and its profile are gone. */
export async function stopBrowser(): Promise<void> {
  const running = await current?.catch(() => null);
  await running?.chromium.stop();
}

async function start(options: { port: string | null; visible: boolean; sandbox: boolean }): Promise<Browser> {
  const chromium = startChromium(options);
  const { connection } = chromium;
  const unclaimed = new Map<string, Attached>();
  const arrivals = new Map<string, (event: Attached) => void>();
  let opening = 0;

  connection.browser.on('Target.attachedToTarget', (event) => {
    const { targetId, url } = event.targetInfo;
    const waiting = arrivals.get(targetId) ?? arrivals.get(url);
    if (waiting) waiting(event);
    else unclaimed.set(targetId, event);
    closeStrangers();
  });

  /** A page that no window of ours asked for is a popup: it is closed before it has loaded anything. */
  function closeStrangers(): void {
    if (opening > 0) return;
    for (const targetId of unclaimed.keys()) closeTarget(targetId).catch(() => {});
    unclaimed.clear();
  }

  async function closeTarget(targetId: string): Promise<void> {
    await connection.browser.send('Target.closeTarget', { targetId });
  }

  function arrival(key: string): Promise<Attached> {
    return new Promise((resolve, reject) => {
      connection.onClosed(() => reject(new Error('Chromium went away while a window was opened.')));
      arrivals.set(key, (event) => {
        arrivals.delete(key);
        resolve(event);
      });
    });
  }

  async function attach(size: TargetSize): Promise<Attached> {
    if (options.visible) return attachAppWindow(size);
    const { targetId } = await connection.browser.send('Target.createTarget', {
      url: 'about:blank',
      newWindow: true,
      width: size.width,
      height: size.height,
    });
    const known = unclaimed.get(targetId);
    unclaimed.delete(targetId);
    return known ?? arrival(targetId);
  }

  /** Chromium opens a window without tabs only from its command line: a second start hands over to the first. */
  function attachAppWindow(size: TargetSize): Promise<Attached> {
    const url = `data:text/html,${randomUUID()}`;
    const arrived = arrival(url);
    const args = [`--app=${url}`, `--user-data-dir=${chromium.profile}`, `--window-size=${size.width},${size.height}`];
    const noSandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    spawn(chromium.executable, [...args, ...noSandbox], { stdio: 'ignore' });
    return arrived;
  }

  await connection.browser.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
    filter: [{ type: 'page' }],
  });

  return {
    chromium,
    visible: options.visible,
    closeTarget,
    setPermission: (params) => connection.browser.send('Browser.setPermission', params),
    async openTarget(size) {
      opening += 1;
      try {
        const { sessionId, targetInfo } = await attach(size);
        const session = connection.session(sessionId);
        return {
          id: targetInfo.targetId,
          session,
          start: () => session.send('Runtime.runIfWaitingForDebugger'),
        };
      } finally {
        opening -= 1;
        closeStrangers();
      }
    },
  };
}

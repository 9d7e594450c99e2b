import type Protocol from 'devtools-protocol';
import type { Session } from './cdp.ts';
import { type Chromium, type ChromiumOptions, startChromium } from './chromium.ts';
import { previewWindows } from './preview-windows.ts';
import { followXWindows } from './x-windows.ts';

/** A page of ours in Chromium: it waits, with nothing run in it yet, until `start` is called. */
export type Target = {
  id: string;
  session: Session;
  start(): Promise<void>;
  /** Shows or hides the preview's window; without a preview there is none to see. */
  setShown(shown: boolean): Promise<void>;
};

/** What a window asks for when it opens its page. A context of null is Chromium's own first one. */
export type TargetOptions = { width: number; height: number; shown: boolean; context: string | null };

/** Where its windows are is found out here. */
type BrowserOptions = Omit<ChromiumOptions, 'onX'>;

type Attached = Protocol.Target.AttachedToTargetEvent;

/** The one browser of this process. */
export type Browser = {
  chromium: Chromium;
  visible: boolean;
  openTarget(options: TargetOptions): Promise<Target>;
  closeTarget(id: string): Promise<void>;
  /** A context of its own, with what a session keeps and the proxy it uses. It goes with the browser. */
  createContext(proxy: { server: string; bypass: string }): Promise<string>;
  setPermission(params: Protocol.Browser.SetPermissionRequest): Promise<void>;
};

let current: Promise<Browser> | null = null;

/** Starts the browser; called once, when the app's main module has been loaded. */
export function startBrowser(options: BrowserOptions): Promise<Browser> {
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

async function start(options: BrowserOptions): Promise<Browser> {
  const onX = options.visible ? await followXWindows() : null;
  const chromium = startChromium({ ...options, onX: onX !== null });
  const { connection } = chromium;
  const preview = options.visible ? previewWindows(chromium, onX) : null;
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

  async function attach({ width, height, context }: TargetOptions): Promise<Attached> {
    const { targetId } = await connection.browser.send('Target.createTarget', {
      url: 'about:blank',
      newWindow: true,
      width,
      height,
      ...(context === null ? {} : { browserContextId: context }),
    });
    const known = unclaimed.get(targetId);
    unclaimed.delete(targetId);
    return known ?? arrival(targetId);
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
    async createContext(proxy) {
      const { browserContextId } = await connection.browser.send('Target.createBrowserContext', {
        disposeOnDetach: true,
        proxyServer: proxy.server,
        proxyBypassList: proxy.bypass,
      });
      return browserContextId;
    },
    setPermission: (params) => connection.browser.send('Browser.setPermission', params),
    async openTarget(wanted) {
      opening += 1;
      try {
        const window = preview?.open(wanted);
        const { sessionId, targetInfo } = await (window ? arrival(window.url) : attach(wanted));
        const page = { id: targetInfo.targetId, session: connection.session(sessionId) };
        if (!wanted.shown) window?.setShown(false, page).catch(() => {});
        return {
          ...page,
          start: () => page.session.send('Runtime.runIfWaitingForDebugger'),
          setShown: async (shown) => window?.setShown(shown, page),
        };
      } finally {
        opening -= 1;
        closeStrangers();
      }
    },
  };
}

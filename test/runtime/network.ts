import type Protocol from 'devtools-protocol';
import type { Session } from './cdp.ts';
import { headerToChromium, interceptPatterns, toApp, toChromium } from './urls.ts';

/** Answers a request of a scheme of the app's own. */
export type SchemeHandler = (request: Request) => Response | Promise<Response>;

/** A navigation that the page itself asked for. */
export type PageNavigation = { frameId: string; url: string; redirect: boolean };

/** What the network gate asks of its page. */
export type NetworkHooks = {
  handlerFor(scheme: string): SchemeHandler | null;
  /** False refuses the navigation. */
  mayNavigate(navigation: PageNavigation): boolean;
};

/** How long the renderer's own announcement of a navigation may trail the request itself. */
const ANNOUNCEMENT_TIMEOUT_MS = 150;

/** Schemes whose navigations Chromium carries out itself. */
const CARRIED = /^(https?|about|blob|data|file|javascript|view-source):/i;

const NAVIGATION_ATTEMPTS = 3;

/** Puts the app's schemes and the navigation gate between the page and the network. */
export function guardNetwork(
  session: Session,
  hooks: NetworkHooks,
): { enable(): Promise<void>; ownNavigation(url: string): void } {
  const announced = new Set<string>();
  const arrived = new Map<string, () => void>();
  let own: string | null = null;

  const keyOf = (frameId: string, url: string): string => `${frameId} ${withoutHash(url)}`;

  // Only a renderer's own navigations are announced so: not those of main, nor those of a debugger.
  session.on('Page.frameRequestedNavigation', (event) => {
    if (!CARRIED.test(event.url)) return leavesNetwork(event);
    const key = keyOf(event.frameId, event.url);
    announced.add(key);
    arrived.get(key)?.();
  });

  /** Chromium takes these for other programs' and makes no request, so this is the only place to ask. */
  function leavesNetwork({ frameId, url }: Protocol.Page.FrameRequestedNavigationEvent): void {
    const allowed = hooks.mayNavigate({ frameId, url, redirect: false });
    // A link that spells out the app's own scheme, which Chromium does not know.
    if (!allowed || toChromium(url) === url) return;
    void goTo(toChromium(url), frameId);
  }

  /** Chromium's own handling of the unknown scheme may still come after ours and abort it: then again. */
  async function goTo(url: string, frameId: string): Promise<void> {
    for (let attempt = 0; attempt < NAVIGATION_ATTEMPTS; attempt += 1) {
      own = url;
      const gone = { errorText: '' };
      const { errorText } = await session.send('Page.navigate', { url, frameId }).catch(() => gone);
      if (errorText !== 'net::ERR_ABORTED') return;
    }
  }

  function isAnnounced(key: string): Promise<boolean> {
    if (announced.delete(key)) return Promise.resolve(true);
    return new Promise((resolve) => {
      const done = (found: boolean): void => {
        clearTimeout(timer);
        arrived.delete(key);
        announced.delete(key);
        resolve(found);
      };
      const timer = setTimeout(() => done(false), ANNOUNCEMENT_TIMEOUT_MS);
      arrived.set(key, () => done(true));
    });
  }

  async function isRefused(event: Protocol.Fetch.RequestPausedEvent): Promise<boolean> {
    if (event.resourceType !== 'Document') return false;
    const { url } = event.request;
    if (event.redirectedRequestId !== undefined) {
      return !hooks.mayNavigate({ frameId: event.frameId, url: toApp(url), redirect: true });
    }
    if (own !== null && withoutHash(own) === withoutHash(url)) {
      own = null;
      return false;
    }
    if (!(await isAnnounced(keyOf(event.frameId, url)))) return false;
    return !hooks.mayNavigate({ frameId: event.frameId, url: toApp(url), redirect: false });
  }

  async function answer(event: Protocol.Fetch.RequestPausedEvent): Promise<void> {
    const { requestId } = event;
    if (await isRefused(event)) {
      await session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
      return;
    }
    const url = `${toApp(event.request.url)}`;
    const mapped = url !== event.request.url;
    if (!mapped) {
      await session.send('Fetch.continueRequest', { requestId });
      return;
    }
    // Chromium asks for a tab's icon by itself; Electron has no tabs and does not.
    if (event.resourceType === 'Other' && new URL(url).pathname === '/favicon.ico') {
      await session.send('Fetch.fulfillRequest', { requestId, responseCode: 204 });
      return;
    }
    const handler = hooks.handlerFor(url.slice(0, url.indexOf(':')));
    if (!handler) {
      await session.send('Fetch.failRequest', { requestId, errorReason: 'Failed' });
      return;
    }
    await fulfil(session, requestId, () => handler(requestOf(url, event.request)));
  }

  session.on('Fetch.requestPaused', (event) => {
    answer(event).catch(() => {});
  });

  return {
    enable: () =>
      session.send('Fetch.enable', {
        patterns: [...interceptPatterns(), { urlPattern: '*', resourceType: 'Document' }],
      }),
    ownNavigation(url) {
      own = url;
    },
  };
}

async function fulfil(session: Session, requestId: string, respond: () => Response | Promise<Response>): Promise<void> {
  let response: Response;
  let body: string;
  try {
    response = await respond();
    body = Buffer.from(await response.arrayBuffer()).toString('base64');
  } catch (error) {
    console.error('Error in a protocol handler:', error);
    await session.send('Fetch.failRequest', { requestId, errorReason: 'Failed' });
    return;
  }
  const responseHeaders = [...response.headers].map(([name, value]) => ({ name, value: headerToChromium(value) }));
  await session.send('Fetch.fulfillRequest', { requestId, responseCode: response.status, responseHeaders, body });
}

function requestOf(url: string, told: Protocol.Network.Request): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(told.headers)) headers.set(name, toApp(value));
  const entries = told.postDataEntries ?? [];
  const body = Buffer.concat(entries.map((entry) => Buffer.from(entry.bytes ?? '', 'base64')));
  const hasBody = told.method !== 'GET' && told.method !== 'HEAD' && body.length > 0;
  return new Request(url, { method: told.method, headers, ...(hasBody ? { body } : {}) });
}

function withoutHash(url: string): string {
  return url.split('#', 1)[0] ?? url;
}

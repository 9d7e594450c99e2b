import { readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import { calls, eventNames } from '../../electron/ipc/contract.ts';
import { pageHeaders } from '../../electron/shell/page-headers.ts';
import { ADDRESS_BAR_PAGES, findChromium } from '../runtime/chromium.ts';
import { needsLinux } from '../support/needs.ts';
import { buildRenderer, builtRenderer } from './build-once.ts';
import { sampleVault } from './sample-vault.ts';
import { type Script, scriptedVault } from './scripted-vault.ts';

needsLinux('Chromium on the PATH');

const types: Partial<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
// The last one of a switch counts: Playwright's own features that matter to a page are off here too.
const featuresOff = `AvoidUnnecessaryBeforeUnloadCheckSync,HttpsUpgrades,MediaRouter,OptimizationHints,PaintHolding,${ADDRESS_BAR_PAGES}`;
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-sync',
  `--disable-features=${featuresOff}`,
];

export interface Harness {
  /** A window of the built renderer over a scripted vault, or the page of main's own questions; the main window where no other page is named. */
  readonly open: (options?: OpenOptions) => Promise<Opened>;
  readonly close: () => Promise<void>;
}

export type OpenOptions = BrowserContextOptions & {
  script?: Script;
  at?: string;
  /** Runs in the page before anything of ours, with this argument. */
  before?: (argument: number) => void;
  beforeArgument?: number;
  /** The page's timers are run by `page.clock` alone. */
  clock?: boolean;
};

export interface Opened {
  readonly page: Page;
  readonly script: Script;
  /** What the page complained about: exceptions, console errors, refusals by the policy. */
  readonly complaints: string[];
  readonly tell: (event: string, data: unknown) => Promise<void>;
}

/** Serves the built renderer on the loopback under the real policy and opens it in the system's Chromium. */
export async function startHarness(): Promise<Harness> {
  const builtBefore = process.env[builtRenderer];
  const folder = builtBefore ?? (await buildRenderer());
  const server = createServer((request, response) => {
    if (request.url === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    const path = normalize(new URL(request.url ?? '/', 'http://host').pathname);
    const file = path === '/' ? '/index.html' : path;
    readFile(join(folder, file)).then(
      (content) => {
        response.writeHead(200, {
          ...pageHeaders,
          'content-type': types[extname(file)] ?? 'application/octet-stream',
        });
        response.end(content);
      },
      () => response.writeHead(404).end(),
    );
  });
  const port = await listening(server);
  const browser = await chromium.launch({ executablePath: findChromium(), args: flags });
  let last: Window | null = null;
  return {
    async open({ script = sampleVault(), at = '', ...wanted } = {}) {
      // Only what nothing was changed in is used again; a window of its own costs a second or two.
      if (last?.kind !== kindOf(wanted)) {
        // One window at a time, as it is in the app: those before would go on ticking.
        for (const context of browser.contexts()) await context.close();
        last = await openWindow(browser, wanted);
      }
      return last.show(`http://127.0.0.1:${port}/${at}`, script);
    },
    async close() {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
      if (builtBefore === undefined) await rm(folder, { recursive: true });
    },
  };
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address !== null && typeof address === 'object') resolve(address.port);
      else reject(new Error('the server has no port'));
    });
  });
}

type WindowOptions = Omit<OpenOptions, 'script' | 'at'>;

interface Window {
  /** The same for windows that can't be told apart; null where one was changed before it showed anything. */
  readonly kind: string | null;
  /** Shows the page from its beginning, over this script. */
  show(url: string, script: Script): Promise<Opened>;
}

function kindOf({ before, clock = false, ...options }: WindowOptions): string | null {
  return before === undefined && !clock ? JSON.stringify(options) : null;
}

async function openWindow(browser: Browser, wanted: WindowOptions): Promise<Window> {
  const { before, beforeArgument = 0, clock = false, ...options } = wanted;
  const context = await browser.newContext({ viewport: { width: 1120, height: 720 }, ...options });
  // Only so that what never comes does fail.
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  let complaints: string[] = [];
  let answer: (channel: string, input: unknown) => Promise<unknown> = async () => undefined;
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  await page.exposeFunction('callMain', (name: string, input: unknown) => answer(name, input));
  if (clock) await page.clock.install();
  if (before !== undefined) await page.addInitScript(before, beforeArgument);
  await page.addInitScript(makeBridge, { channels: Object.keys(calls), events: eventNames });
  return {
    kind: kindOf(wanted),
    async show(url, script) {
      // What went before is gone with its page: its timers, and what it would still hear.
      await page.goto('about:blank');
      const own: string[] = [];
      complaints = own;
      const tell = async (event: string, data: unknown): Promise<void> => {
        if (complaints !== own) return;
        await page.evaluate(([name, what]) => dispatchEvent(new CustomEvent(`told:${name}`, { detail: what })), [
          event,
          data,
        ] as const);
      };
      // As from main: the page hears of what a call changed before it has the answer.
      let heard = Promise.resolve();
      const told = scriptedVault(script, (event, data) => {
        // Told to a page that is closing: nobody is there to hear it.
        const next = tell(event, data).catch(() => undefined);
        heard = heard.then(() => next);
      });
      answer = async (channel, input) => {
        const answered = await told(channel, input);
        await heard;
        return answered;
      };
      await page.goto(url);
      await page.waitForSelector('html[data-ready="true"]');
      return { page, script, complaints: own, tell };
    },
  };
}

/** Runs in the page, and gives it the same functions that the preload does. */
function makeBridge({ channels, events }: { channels: readonly string[]; events: readonly string[] }): void {
  const bridge: Record<string, Record<string, unknown>> = {};
  const place = (area: string): Record<string, unknown> => {
    bridge[area] ??= {};
    return bridge[area];
  };
  for (const name of channels) {
    const [area = '', verb = ''] = name.split('.');
    place(area)[verb] = (input: unknown) => Reflect.get(window, 'callMain')(name, input);
  }
  for (const name of events) {
    const [area = '', verb = ''] = name.split('.');
    place(area)[`on${verb.charAt(0).toUpperCase()}${verb.slice(1)}`] = (listener: (data: unknown) => void) => {
      const hear = (event: Event): void => {
        if (event instanceof CustomEvent) listener(event.detail);
      };
      addEventListener(`told:${name}`, hear);
      return () => removeEventListener(`told:${name}`, hear);
    };
  }
  Reflect.set(window, 'clavis', bridge);
}

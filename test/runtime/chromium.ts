import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { type Connection, connect } from './cdp.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'microsoft-edge'];
const EXIT_TIMEOUT_MS = 2_000;

/** Quiet, unattended, and with every frame of a page in one target, so that one session sees them all. */
const SWITCHES = [
  '--no-first-run',
  '--no-default-browser-check',
  '--no-startup-window',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-component-extensions-with-background-pages',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-sync',
  '--disable-breakpad',
  '--disable-search-engine-choice-screen',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-back-forward-cache',
  '--disable-dev-shm-usage',
  '--disable-site-isolation-trials',
  '--password-store=basic',
  '--use-mock-keychain',
  '--metrics-recording-only',
  '--force-color-profile=srgb',
  // Chromium has services of its own that Electron's has not: their requests go to an address that can't exist. Sessions
  // have contexts, with proxies of their own.
  '--proxy-server=http://[ff00::]:9',
  '--proxy-bypass-list=<-loopback>',
];

/**
 * Of Chromium's features the two pages behind its address bar, which every window loads and keeps drawing though it is
 * never shown: more than a second of the processor for each window, and most of it as long as the window is there.
 */
export const ADDRESS_BAR_PAGES = 'WebUIOmniboxPopup,WebUIOmniboxAimPopup';

const FEATURES_OFF =
  'IsolateOrigins,site-per-process,IsolateSandboxedIframes,Translate,OptimizationHints,MediaRouter,HttpsUpgrades,PaintHolding,OptimizationGuideModelDownloading,CertificateTransparencyComponentUpdater,DialMediaRouteProvider';

/** Of the switches that Electron hands to its Chromium, those that ours is given too, from the app or the command line. */
const PASSED_ON = ['blink-settings', 'log-net-log'];

/** A running Chromium of our own, with a profile that is removed with it. */
export type Chromium = {
  connection: Connection;
  /** The executable and the profile, for opening further app windows in the same browser. */
  executable: string;
  profile: string;
  /** Asks it to close and waits until it is gone, by force after two seconds. */
  stop(): Promise<void>;
};

/** `$CHROMIUM`, else the first known browser on the PATH. Throws with what to install when there is none. */
export function findChromium(): string {
  const named = process.env['CHROMIUM'];
  if (named !== undefined && named !== '') return named;
  for (const name of NAMES) {
    for (const folder of (process.env['PATH'] ?? '').split(path.delimiter)) {
      const candidate = path.join(folder, name);
      if (isExecutable(candidate)) return candidate;
    }
  }
  throw new Error(
    `No Chromium was found. Install one of ${NAMES.join(', ')} (on Debian: apt install chromium), or set CHROMIUM to its path.`,
  );
}

function visibleSwitches(onX: boolean): string[] {
  // A person may close the last window while the app lives on. On X its windows can be hidden (x-windows.ts).
  return ['--keep-alive-for-test', ...(onX ? ['--ozone-platform=x11'] : [])];
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** How Chromium is started: with which of the start's switches, and whether a person is to see it. */
export type ChromiumOptions = {
  switches: ReadonlyMap<string, string>;
  visible: boolean;
  /** Its windows are on the X server, also where it could choose Wayland. */
  onX: boolean;
};

/**
 * Starts Chromium. It is always driven over a pipe, which it leaves with us even when we are killed; a port is opened
 * next to it only when asked for (`--remote-debugging-port`), and its announcement goes to our stderr.
 */
export function startChromium(options: ChromiumOptions): Chromium {
  const executable = findChromium();
  const profile = mkdtempSync(path.join(os.tmpdir(), 'stand-in-chromium-'));
  const asRoot = process.getuid?.() === 0;
  const { switches } = options;
  const port = switches.get('remote-debugging-port');
  const args = [
    ...SWITCHES,
    `--disable-features=${[FEATURES_OFF, ADDRESS_BAR_PAGES, switches.get('disable-features')].filter(Boolean).join(',')}`,
    ...PASSED_ON.filter((name) => switches.has(name)).map((name) => `--${name}=${switches.get(name)}`),
    `--user-data-dir=${profile}`,
    '--remote-debugging-pipe',
    ...(port === undefined ? [] : [`--remote-debugging-port=${port}`]),
    ...(options.visible ? visibleSwitches(options.onX) : ['--headless=new', '--disable-gpu', '--hide-scrollbars']),
    ...(asRoot || switches.has('no-sandbox') ? ['--no-sandbox'] : []),
  ];
  const child = spawn(executable, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] });
  watchOver(child, profile);
  passOn(child, port !== undefined);
  const [, , , toChromium, fromChromium] = child.stdio;
  if (!(toChromium instanceof Writable) || !(fromChromium instanceof Readable)) throw new Error('No pipe to Chromium.');
  const connection = connect(fromChromium, toChromium);
  return { connection, executable, profile, stop: () => stop(child, connection, profile) };
}

/** Removes the profile and the browser when this process ends in whatever way, SIGKILL included: it holds our pipe. */
function watchOver(child: ChildProcess, profile: string): void {
  const script = `cat >/dev/null
    n=0; while kill -0 ${child.pid} 2>/dev/null && [ $n -lt 20 ]; do sleep 0.1; n=$((n+1)); done
    kill -9 ${child.pid} 2>/dev/null
    n=0; while [ -e '${profile}' ] && [ $n -lt 20 ]; do rm -rf '${profile}' 2>/dev/null && break; sleep 0.1; n=$((n+1)); done`;
  const watchdog = spawn('sh', ['-c', script], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  watchdog.unref();
  if (watchdog.stdin && 'unref' in watchdog.stdin && typeof watchdog.stdin.unref === 'function') watchdog.stdin.unref();
}

/** Playwright reads the line `DevTools listening on` from our stderr; the rest of Chromium's talk is for nobody. */
function passOn(child: ChildProcess, announce: boolean): void {
  let told = !announce;
  let text = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    if (process.env['STAND_IN_CHROMIUM_LOG']) process.stderr.write(chunk);
    if (told) return;
    text += chunk.toString('utf8');
    const line = /^DevTools listening on ws:.*$/m.exec(text);
    if (!line || !text.includes('\n', line.index)) return;
    told = true;
    process.stderr.write(`${line[0]}\n`);
  });
}

async function stop(child: ChildProcess, connection: Connection, profile: string): Promise<void> {
  const gone = new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), EXIT_TIMEOUT_MS);
  connection.browser.send('Browser.close').catch(() => {});
  await gone;
  clearTimeout(timer);
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
}

import { readFileSync } from 'node:fs';
import inspector from 'node:inspector';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { App } from './app.ts';
import { readArgv } from './argv.ts';
import { startBrowser } from './browser.ts';
import { makeElectron } from './electron.ts';
import { answerElectron } from './hooks.ts';
import { findPackage } from './packed.ts';
import { beginPreview } from './preview.ts';
import { watchTerminal } from './preview-terminal.ts';
import { resolveApp } from './resolve-app.ts';
import { quitOnSignals } from './signals.ts';

const require = createRequire(import.meta.url);
const here = import.meta.dirname;
const { packed, args } = findPackage(process.argv.slice(2));
const executable = packed?.executable ?? path.join(here, 'electron');
const launch = readArgv(args, packed !== null && packed.app !== null);

dressProcess();
openInspector();
if (launch.preview) beginPreview();

const found = packed?.app ?? resolveApp(launch.app);
const { app, electron } = makeElectron(found, launch, executable);
answerElectron(electron);
quitOnSignals(app);
if (launch.preview) watchTerminal(app);
start(app).catch(fail);

/** What an app can see of the process it runs in: as in Electron. */
function dressProcess(): void {
  const manifest: { version: string } = JSON.parse(readFileSync(require.resolve('electron/package.json'), 'utf8'));
  const versions = Object.freeze({ ...process.versions, electron: manifest.version });
  const set = (name: string, value: unknown): void => {
    Object.defineProperty(process, name, { value, writable: true, configurable: true, enumerable: true });
  };
  process.argv = [executable, ...launch.argv];
  set('versions', versions);
  set('type', 'browser');
  set('execPath', executable);
  if (launch.app !== null) set('defaultApp', true);
  set('resourcesPath', path.join(path.dirname(executable), 'resources'));
}

/** As Electron's `node_bindings.cc`: without the fuse the argument is passed over. */
function openInspector(): void {
  if (!launch.inspect) return;
  const { port, host, wait } = launch.inspect;
  if (packed === null || packed.fuses.nodeCliInspect) inspector.open(port, host, wait);
  else console.error('--inspect is passed over: the fuse EnableNodeCliInspectArguments of this executable is off.');
}

/** Loads `-r` modules and the app, then starts Chromium; the app is ready when that answers. */
async function start(app: App): Promise<void> {
  // Playwright calls this when it is connected. Its own `-r` module puts a gate of its own in this place.
  Reflect.set(globalThis, '__playwright_run', () => {});
  const load = createRequire(path.join(process.cwd(), 'index.js'));
  for (const module of launch.preloads) load(module);
  try {
    await import(pathToFileURL(found.main).href);
  } catch (error) {
    console.error('A JavaScript error occurred in the main process', error);
    process.exit(1);
  }
  await startBrowser({ switches: launch.switches, visible: launch.preview });
  app.becomeReady();
}

function fail(error: unknown): void {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

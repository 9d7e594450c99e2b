/**
 * `npm run dev`: builds on every change. A change of the page reloads the window, one of the main process or preload
 * starts the app anew. The production build and its headers are what runs: there is no second, weaker way in.
 */
import { type ElectronApplication, _electron as electron } from '@playwright/test';
import { createBuilder } from 'vite';
import { findRuntime } from '../support/electron-runtime.ts';
import { root } from './run.ts';

const runtime = findRuntime();
console.log(runtime.line);
let app: ElectronApplication | null = null;
let waiting: NodeJS.Timeout | undefined;
let restart = false;
let ended = false;

async function launch(): Promise<void> {
  app = await electron.launch({
    executablePath: runtime.executablePath,
    args: [...(runtime.kind === 'stand-in' ? ['--stand-in-preview'] : []), root],
  });
  app.process().once('exit', () => {
    if (!restart) process.exit(0);
  });
}

async function follow(): Promise<void> {
  if (app === null || restart) {
    await app?.close();
    restart = false;
    await launch();
  } else {
    for (const window of app.windows()) await window.reload();
  }
}

function built(environment: string): void {
  if (environment !== 'client') restart = true;
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    follow().catch((error: unknown) => console.error(error));
  }, 200);
}

const builder = await createBuilder({
  root: `${root}/renderer`,
  configFile: `${root}/vite.config.ts`,
  logLevel: 'warn',
});
for (const [name, environment] of Object.entries(builder.environments)) {
  environment.config.build.watch = {};
  const watcher = await builder.build(environment);
  if (!('on' in watcher)) continue;
  watcher.on('event', (event) => {
    if (event.code === 'END' && !ended) built(name);
    if (event.code === 'ERROR') console.error(event.error.message);
  });
}
process.once('SIGINT', () => {
  ended = true;
  void app?.close().finally(() => process.exit(0));
});

/**
 * `npm run dev`: builds on every change and starts the app again, in about a second. What runs is the production build
 * under its own headers: there is no second, weaker way in.
 */
import { type ElectronApplication, _electron as electron } from '@playwright/test';
import { createBuilder } from 'vite';
import { findRuntime } from '../support/electron-runtime.ts';
import { root } from './run.ts';

const runtime = findRuntime();
console.log(runtime.line);
let app: ElectronApplication | null = null;
let waiting: NodeJS.Timeout | undefined;
/** One step after the other: a build may end while the app still starts. */
let steps = Promise.resolve();
let expected = false;

async function launch(): Promise<void> {
  const started = await electron.launch({
    executablePath: runtime.executablePath,
    args: [...(runtime.kind === 'stand-in' ? ['--stand-in-preview'] : []), root],
  });
  started.process().once('exit', () => {
    if (!expected) process.exit(0);
  });
  app = started;
}

async function follow(): Promise<void> {
  expected = true;
  await app?.close();
  expected = false;
  await launch();
}

function built(environment: string): void {
  unbuilt.delete(environment);
  if (unbuilt.size > 0) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    steps = steps.then(follow).catch((error: unknown) => console.error(error));
  }, 100);
}

const builder = await createBuilder({
  root: `${root}/renderer`,
  configFile: `${root}/vite.config.ts`,
  logLevel: 'warn',
});
/** Those whose first build is still to come: the app starts when all are there. */
const unbuilt = new Set(Object.keys(builder.environments));
for (const [name, environment] of Object.entries(builder.environments)) {
  environment.config.build.watch = {};
  const watcher = await builder.build(environment);
  if (!('on' in watcher)) continue;
  watcher.on('event', (event) => {
    if (event.code === 'END') built(name);
    if (event.code === 'ERROR') console.error(event.error.message);
  });
}
process.once('SIGINT', () => {
  expected = true;
  void app?.close().finally(() => process.exit(0));
});

import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test';
import { findRuntime } from './electron-runtime.ts';

export interface LaunchedClavis {
  readonly app: ElectronApplication;
  readonly page: Page;
}

/** A person's home for one test: user data and configuration in a temporary folder. */
export interface Home {
  readonly folder: string;
  readonly userData: string;
  readonly env: Readonly<Record<string, string>>;
  remove(): Promise<void>;
}

export async function makeHome(): Promise<Home> {
  const folder = await mkdtemp(path.join(tmpdir(), 'clavis-home-'));
  const userData = path.join(folder, 'user-data');
  await mkdir(path.join(folder, '.config'));
  return {
    folder,
    userData,
    env: { HOME: folder, XDG_CONFIG_HOME: path.join(folder, '.config') },
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

const projectRoot = path.resolve(import.meta.dirname, '../..');

/** Only so that what never comes does fail. */
const longestMs = 120_000;

type LaunchOptions = NonNullable<Parameters<typeof electron.launch>[0]>;

/** How Playwright starts an app folder on this machine's runtime, with a home of its own. */
export function launchOptions(appFolder: string, home: Home, env: Readonly<Record<string, string>>): LaunchOptions {
  return {
    executablePath: findRuntime().executablePath,
    args: [appFolder, `--user-data-dir=${home.userData}`, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    cwd: home.folder,
    timeout: longestMs,
    // The app's own theme; by itself Playwright would make every page light.
    colorScheme: null,
    env: { ...definedOf(process.env), ...home.env, ...env },
  };
}

/** Starts the built app, or what `options` say, as Playwright starts any Electron app, and waits for its first list. */
export async function launchClavis(
  home: Home,
  env: Readonly<Record<string, string>>,
  options = launchOptions(projectRoot, home, env),
): Promise<LaunchedClavis> {
  const app = await electron.launch(options);
  app.context().setDefaultTimeout(longestMs);
  const page = await app.firstWindow();
  await page.waitForSelector('html[data-ready="true"]');
  return { app, page };
}

function definedOf(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

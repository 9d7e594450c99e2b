import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { afterAll } from 'vitest';

/** The stand-in's executable, as Playwright and Electron's own launcher start it. */
export const executablePath = path.resolve(import.meta.dirname, '../electron');
/** The app that the suite runs. */
export const sampleApp = path.resolve(import.meta.dirname, 'fixtures/sample');

/** A running sample app with a data folder of its own. */
export type Sample = { app: ElectronApplication; page: Page; userData: string; stop(): Promise<void> };

/** Environment of a test run, without a display unless one is given. */
export function quietEnv(more: Record<string, string> = {}): Record<string, string> {
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined || name === 'DISPLAY' || name === 'WAYLAND_DISPLAY' ? [] : [[name, value]],
  );
  return { ...Object.fromEntries(inherited), ...more };
}

/** Starts the sample app through Playwright's own launcher and waits for its page. */
export async function startSample(env: Record<string, string> = {}, args: readonly string[] = []): Promise<Sample> {
  const userData = await mkdtemp(path.join(tmpdir(), 'stand-in-suite-'));
  const app = await _electron.launch({
    executablePath,
    args: [sampleApp, `--user-data-dir=${userData}`, ...args],
    env: quietEnv(env),
  });
  const page = await app.firstWindow();
  await page.waitForFunction('globalThis.scriptRan === true');
  let closed = false;
  app.once('close', () => {
    closed = true;
  });
  return {
    app,
    page,
    userData,
    async stop() {
      if (!closed) await app.close();
      await rm(userData, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** A sample app for all tests of a file, stopped after them. */
export async function sampleForFile(env: Record<string, string> = {}): Promise<Sample> {
  const sample = await startSample(env);
  afterAll(() => sample.stop());
  return sample;
}

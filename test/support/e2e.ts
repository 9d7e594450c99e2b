import { test as base, expect } from '@playwright/test';
import { startDisplay } from './display.ts';
import { startKeyring, type TestKeyring } from './keyring.ts';
import { type Home, type LaunchedClavis, launchClavis, makeHome } from './launch-clavis.ts';
import { openXClipboard, type XClipboard } from './x-clipboard.ts';

interface WorkerFixtures {
  readonly display: string;
}

interface TestFixtures {
  readonly keyring: TestKeyring;
  readonly clipboard: XClipboard;
  readonly home: Home;
  /** Starts the app on this test's own keychain, display and home; started again, it finds what was left. */
  readonly start: () => Promise<LaunchedClavis>;
}

/** Playwright's test with the real things around the app: a keychain, a display with its clipboard, a home. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  display: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs off this pattern.
    async ({}, use) => {
      const display = await startDisplay();
      await use(display.display);
      await display.stop();
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  keyring: async ({}, use) => {
    const keyring = await startKeyring();
    await use(keyring);
    await keyring.stop();
  },
  clipboard: async ({ display }, use) => {
    await use(openXClipboard(display));
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  home: async ({}, use) => {
    const home = await makeHome();
    await use(home);
    await home.remove();
  },
  start: async ({ display, keyring, home }, use) => {
    const running = new Set<LaunchedClavis>();
    await use(async () => {
      const clavis = await launchClavis(home, { ...keyring.env, DISPLAY: display });
      running.add(clavis);
      clavis.app.once('close', () => running.delete(clavis));
      return clavis;
    });
    for (const clavis of running) await clavis.app.close();
  },
});

export { expect };

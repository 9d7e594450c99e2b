import { test as base, expect } from '@playwright/test';
import { openWatcher, type TestWatcher } from './desktop-tray.ts';
import { startDisplay } from './display.ts';
import { saveFailureSnapshots } from './failure-snapshots.ts';
import { startKeyring, type TestKeyring } from './keyring.ts';
import { type Home, type LaunchedClavis, launchClavis, makeHome } from './launch-clavis.ts';
import { inspectableCopy, packedClavis, packedLaunchOptions } from './packed.ts';
import { openXClipboard, type XClipboard } from './x-clipboard.ts';

interface WorkerFixtures {
  readonly display: string;
  /** Whether the packed app is driven, or the built one. */
  readonly packed: boolean;
  /** A packed executable that can be driven, or null. */
  readonly executable: string | null;
}

interface TestFixtures {
  /** Skips the test elsewhere, by name. */
  readonly onLinux: undefined;
  /** Whether there is a Secret Service; else a bus on which none answers. */
  readonly secretService: boolean;
  readonly keyring: TestKeyring;
  readonly clipboard: XClipboard;
  readonly home: Home;
  /** The desktop's tray, which shows what is put there; `setHost(false)` takes it away. */
  readonly tray: TestWatcher;
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
  onLinux: [
    // biome-ignore lint/correctness/noEmptyPattern: as above.
    async ({}, use, testInfo) => {
      testInfo.skip(process.platform !== 'linux', 'macOS and Windows have one keychain, where no test may write');
      await use(undefined);
    },
    { auto: true },
  ],
  packed: [false, { option: true, scope: 'worker' }],
  executable: [
    async ({ packed }, use) => {
      const copy = packed ? await inspectableCopy(packedClavis(), 'Clavis') : null;
      await use(copy?.executable ?? null);
      await copy?.remove();
    },
    { scope: 'worker' },
  ],
  secretService: [true, { option: true }],
  keyring: async ({ secretService }, use) => {
    const keyring = await startKeyring({ secretService });
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
  tray: async ({ keyring }, use) => {
    const tray = await openWatcher(keyring.env['DBUS_SESSION_BUS_ADDRESS'] ?? '', { host: true });
    await use(tray);
    await tray.close();
  },
  // The tray is there before the app looks for one.
  start: async ({ display, executable, keyring, home, tray: _tray }, use, testInfo) => {
    const running = new Set<LaunchedClavis>();
    await use(async () => {
      const env = { ...keyring.env, DISPLAY: display };
      const options = executable === null ? undefined : packedLaunchOptions(executable, home, env);
      const clavis = await launchClavis(home, env, options);
      running.add(clavis);
      clavis.app.once('close', () => running.delete(clavis));
      return clavis;
    });
    for (const clavis of running) {
      if (testInfo.status !== testInfo.expectedStatus)
        await saveFailureSnapshots(clavis.app, testInfo.outputPath('windows'));
      await clavis.app.close();
    }
  },
});

export { expect };

import type { ElectronApplication, Page } from '@playwright/test';
import { expect } from './e2e.ts';
import type { TestKeyring } from './keyring.ts';
import { openScreenSaver } from './screen-saver.ts';

export const lockScreen = (page: Page) => page.getByRole('heading', { name: 'Clavis is locked' });

/** The person unlocks by mouse: on both runtimes a click comes through the browser process, as a person's does. */
export const unlock = (page: Page) => page.getByRole('button', { name: 'Unlock' }).click();

/** Unlocks what shows a key of this name, again where something was asked or refused a moment ago. */
export async function unlockSoon(page: Page, name = 'Shop assistant'): Promise<void> {
  await expect(async () => {
    if (await lockScreen(page).isVisible()) {
      await page.getByRole('button', { name: 'Unlock' }).click({ timeout: 1_000 });
    }
    await expect(page.getByRole('grid', { name: 'Keys' })).toContainText(name, { timeout: 1_500 });
  }).toPass();
}

export async function lockByHand(page: Page): Promise<void> {
  await page.keyboard.press('Control+l');
  await expect(lockScreen(page)).toBeVisible();
}

/**
 * The desktop locks its screen. Said until it is heard: the app listens a moment after its window is there. The returned
 * function unlocks the screen.
 */
export async function lockTheScreen(page: Page, keyring: TestKeyring): Promise<() => Promise<void>> {
  const saver = await openScreenSaver(`${keyring.env['DBUS_SESSION_BUS_ADDRESS']}`);
  await expect(async () => {
    saver.report(true);
    await expect(lockScreen(page)).toBeVisible({ timeout: 500 });
  }).toPass();
  return () => {
    saver.report(false);
    return saver.close();
  };
}

type PowerEvent = 'suspend' | 'resume' | 'shutdown';

/** Emits what the system would, once the app listens for it. Returns whether the app prevented it. */
export async function power(app: ElectronApplication, name: PowerEvent): Promise<boolean> {
  const listens = () => app.evaluate(({ powerMonitor }, event) => powerMonitor.listenerCount(event) > 0, name);
  await expect.poll(listens).toBe(true);
  return app.evaluate(({ powerMonitor }, event) => {
    let prevented = false;
    const preventDefault = (): void => {
      prevented = true;
    };
    powerMonitor.emit(event, { preventDefault });
    return prevented;
  }, name);
}

/** Native notifications from now on, as a person reads them. */
export async function catchNotices(app: ElectronApplication): Promise<() => Promise<string[]>> {
  await app.evaluate(({ Notification }) => {
    const seen: string[] = [];
    Reflect.set(globalThis, '__notices', seen);
    Notification.prototype.show = function remember() {
      seen.push(`${this.title}: ${this.body}`);
    };
  });
  return () => app.evaluate(() => Reflect.get(globalThis, '__notices').map(String));
}

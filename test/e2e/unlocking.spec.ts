import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from '../support/e2e.ts';
import { lockByHand, lockScreen, power, unlock, unlockSoon } from '../support/locking.ts';
import { agreeWhenCalledOff, answerQuestions } from '../support/native-ui.ts';
import { pressEnter } from '../support/press-enter.ts';

const keys = (page: Page) => page.getByRole('grid', { name: 'Keys' });

async function addKey(page: Page): Promise<void> {
  await page.evaluate(() =>
    window.clavis.keys.add({
      name: 'Shop assistant',
      provider: '',
      envVar: 'SHOP_KEY',
      copyPolicy: 'once',
      rotateEveryDays: null,
      note: '',
      tags: [],
      value: 'a-value-of-enough-bytes',
    }),
  );
  await expect(keys(page)).toContainText('Shop assistant');
}

/** All that a script can do to the Unlock button, and the call that it makes; gives what came of the calls. */
const forgeInput = (page: Page) =>
  page.evaluate(async () => {
    const button = document.querySelector<HTMLButtonElement>('.lock-open');
    const at = { bubbles: true, cancelable: true, composed: true, view: window, detail: 1, button: 0 };
    button?.focus();
    for (const type of ['pointerdown', 'pointerup']) button?.dispatchEvent(new PointerEvent(type, at));
    for (const type of ['mousedown', 'mouseup', 'click']) button?.dispatchEvent(new MouseEvent(type, at));
    for (const type of ['keydown', 'keypress', 'keyup']) {
      button?.dispatchEvent(new KeyboardEvent(type, { bubbles: true, key: 'Enter', code: 'Enter' }));
    }
    button?.dispatchEvent(new TouchEvent('touchstart', { bubbles: true }));
    button?.click();
    const answers = [];
    for (let round = 0; round < 20; round += 1) answers.push(await window.clavis.lock.unlock({}));
    return [...new Set(answers.map((answer) => (answer.ok ? 'open' : answer.error.code)))];
  });

test('a click that a script makes up does not unlock, a person’s does', async ({ start }) => {
  const { page } = await start();
  await addKey(page);
  await lockByHand(page);
  expect(await forgeInput(page)).toEqual(['UNLOCK_NOT_PRESSED']);
  await expect(page.getByText('Press Enter, or click Unlock.')).toBeVisible();
  await expect(lockScreen(page)).toBeVisible();
  await unlock(page);
  await expect(keys(page)).toContainText('Shop assistant');
});

test('what the person pressed before the lock does not unlock, a key after it does', async ({ start }) => {
  const { app, page } = await start();
  await addKey(page);
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await expect(lockScreen(page)).toBeVisible();
  expect(await forgeInput(page)).toEqual(['UNLOCK_NOT_PRESSED']);
  await pressEnter(app);
  await expect(keys(page)).toContainText('Shop assistant');
});

test('a page does not unlock behind another program’s window, whatever was pressed before', async ({ start }) => {
  const { app, page } = await start();
  await addKey(page);
  await lockByHand(page);
  await page.getByRole('heading').click();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.blur());
  expect(await forgeInput(page)).toEqual(['UNLOCK_NOT_ATTENDED']);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.focus());
  await unlock(page);
  await expect(keys(page)).toContainText('Shop assistant');
});

test('after sleep a click brings main’s question, and the list comes with a yes alone', async ({ start }) => {
  const { app, page } = await start();
  await addKey(page);
  await power(app, 'suspend');
  await expect(lockScreen(page)).toBeVisible();
  const refused = await answerQuestions(app, false);
  expect(await forgeInput(page)).toEqual(['UNLOCK_NOT_PRESSED']);
  expect(await refused()).toEqual([]);
  await unlock(page);
  await expect(page.getByText('Still locked: you did not confirm it')).toBeVisible();
  expect(await refused()).toEqual(['Unlock Clavis?']);
  expect(await forgeInput(page)).toEqual(['UNLOCK_NOT_PRESSED']);
  expect(await refused()).toHaveLength(1);
  const agreed = await answerQuestions(app, true);
  await unlockSoon(page);
  expect(await agreed()).toEqual(['Unlock Clavis?']);
});

test('a second lock closes the question that would unlock', async ({ start }) => {
  const { app, page } = await start();
  await addKey(page);
  await power(app, 'suspend');
  await expect(lockScreen(page)).toBeVisible();
  const isAsked = await agreeWhenCalledOff(app);
  await unlock(page);
  await expect.poll(isAsked).toBe(true);
  await power(app, 'suspend');
  await expect(page.getByText('Still locked')).toBeVisible();
  await expect(lockScreen(page)).toBeVisible();
});

test.describe('where the system can ask who is there', () => {
  /** Touch ID as on a Mac: the test is the finger. Returns what each prompt said. */
  async function haveTouchId(app: ElectronApplication, agrees: boolean): Promise<() => Promise<string[]>> {
    await app.evaluate(({ systemPreferences }, yes) => {
      const asked: string[] = [];
      const times: number[] = [];
      Reflect.set(globalThis, '__touchId', asked);
      Reflect.set(globalThis, '__touchIdTimes', times);
      Reflect.set(systemPreferences, 'canPromptTouchID', () => true);
      Reflect.set(systemPreferences, 'promptTouchID', (reason: string) => {
        asked.push(reason);
        times.push(Date.now());
        return yes ? Promise.resolve() : Promise.reject(new Error('cancelled'));
      });
    }, agrees);
    return () => app.evaluate(() => Reflect.get(globalThis, '__touchId').map(String));
  }

  test('it is asked, and the window says so; refused, it stays locked', async ({ start }) => {
    const { app, page } = await start();
    await addKey(page);
    await haveTouchId(app, false);
    await lockByHand(page);
    await expect(page.getByText('Touch ID is asked')).toBeVisible();
    await unlock(page);
    await expect(page.getByText('Still locked')).toBeVisible();
    await expect(lockScreen(page)).toBeVisible();
    const asked = await haveTouchId(app, true);
    await unlockSoon(page);
    expect(await asked()).toEqual(['unlock Clavis']);
  });

  test('what could ask once is not given up: five wrong fingers open nothing', async ({ start }) => {
    const { app, page } = await start();
    await addKey(page);
    await haveTouchId(app, false);
    await lockByHand(page);
    await app.evaluate(({ systemPreferences }) => void Reflect.set(systemPreferences, 'canPromptTouchID', () => false));
    await unlock(page);
    await expect(page.getByText('Still locked')).toBeVisible();
    await expect(lockScreen(page)).toBeVisible();
  });

  test('a page that asks over and over gets one prompt for each press, and none at once after a refusal', async ({
    start,
  }) => {
    const { app, page } = await start();
    await addKey(page);
    const asked = await haveTouchId(app, false);
    await lockByHand(page);
    const askOften = () =>
      page.evaluate(async () => {
        const answers = [];
        for (let at = 0; at < 5; at += 1) {
          answers.push(...(await Promise.all(Array.from({ length: 10 }, () => window.clavis.lock.unlock({})))));
        }
        return answers.map((answer) => (answer.ok ? 'open' : answer.error.code));
      });
    expect(new Set(await askOften())).toEqual(new Set(['UNLOCK_NOT_PRESSED']));
    expect(await asked()).toHaveLength(0);
    for (let presses = 0; presses < 5; presses += 1) {
      await page.getByRole('heading').click();
      await askOften();
    }
    const times: number[] = await app.evaluate(() => Reflect.get(globalThis, '__touchIdTimes'));
    expect(times.length).toBeGreaterThan(0);
    expect(times.length).toBeLessThanOrEqual(5);
    const pauses = times.slice(1).map((at, index) => at - (times[index] ?? 0));
    expect(pauses.filter((ms) => ms < 1_000)).toEqual([]);
    await expect(lockScreen(page)).toBeVisible();
  });
});

import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e.ts';
import { startKeyring } from '../support/keyring.ts';
import { launchClavis } from '../support/launch-clavis.ts';
import { watchMain } from '../support/main-stalls.ts';
import { answerQuestions } from '../support/native-ui.ts';

const service = 'Clavis';
const value = 'a-value-that-outlives-every-trouble';
const fields = {
  provider: '',
  rotateEveryDays: null,
  note: '',
} as const;

/** A key as a person adds it. Returns its id, or the refusal's words. */
async function addKey(page: Page, name: string): Promise<string> {
  const answer = await page.evaluate((given) => window.clavis.keys.add({ ...given, tags: [] }), {
    ...fields,
    name,
    envVar: name.toUpperCase(),
    value,
    copyPolicy: 'once' as const,
  });
  return answer.ok ? answer.value.id : answer.error.message;
}

/** For so long the app waits for a keychain that says nothing, ms. */
const patienceMs = 5_000;

const banner = (page: Page) => page.getByRole('alert').filter({ hasText: /keychain|keyring/i });
const rows = (page: Page) => page.getByRole('grid', { name: 'Keys' }).getByRole('row');
const messages = (page: Page) => page.getByRole('status', { name: 'Messages' });
const tryAgain = (page: Page) => page.getByRole('button', { name: 'Try again' }).click();
const copyButton = (page: Page) => page.getByRole('button', { name: 'Copy Kept' });

/** After the trouble is over: the banner goes by itself, and the key can be copied. */
async function expectWorksAgain(page: Page, clipboard: { text(): Promise<string> }): Promise<void> {
  await expect(banner(page)).toHaveCount(0);
  await copyButton(page).click();
  await expect.poll(() => clipboard.text()).toBe(value);
}

test('locked at start: it says so, the list is readable, a copy says how to fix it; unlocked, it works', async ({
  start,
  keyring,
  clipboard,
}) => {
  const first = await start();
  await addKey(first.page, 'Kept');
  await first.app.close();
  await keyring.lock();

  const { page } = await start();
  await expect(banner(page)).toContainText(/locked/i);
  await expect(rows(page)).toHaveCount(1);
  await clipboard.put('mine');
  await copyButton(page).click();
  await expect(messages(page)).toContainText('The keychain is locked. Unlock it, then try again.');
  expect(await clipboard.text()).toBe('mine');
  await tryAgain(page);
  await expect(banner(page)).toContainText(/locked/i);
  // While the first try is under way, unlocking would end it well, and the banner with it.
  await expect(page.getByRole('button', { name: 'Try again' })).not.toHaveAttribute('aria-busy', 'true');

  await keyring.unlock();
  await expectWorksAgain(page, clipboard);
});

test('a keychain that dies while the window is open is said, and works again without a relaunch', async ({
  start,
  keyring,
  clipboard,
}) => {
  const { page } = await start();
  await addKey(page, 'Kept');
  await keyring.kill();
  await clipboard.put('mine');
  await copyButton(page).click();
  await expect(banner(page)).toContainText(/no keychain/i);
  await expect(rows(page)).toHaveCount(1);
  expect(await clipboard.text()).toBe('mine');
  await keyring.restart();
  await expectWorksAgain(page, clipboard);
});

test('without a Secret Service nothing is kept elsewhere; once one is started, keys are kept in it', async ({
  home,
  display,
}) => {
  const keyring = await startKeyring({ secretService: false });
  const { app, page } = await launchClavis(home, { ...keyring.env, DISPLAY: display });
  await expect(banner(page)).toContainText(/no keychain/i);
  expect(await addKey(page, 'Kept')).toMatch(/no keychain to talk to/);
  await expect(rows(page)).toHaveCount(0);
  await keyring.restart();
  await expect(banner(page)).toHaveCount(0);
  const id = await addKey(page, 'Kept');
  await expect(rows(page)).toHaveCount(1);
  expect(await keyring.lookup(service, `${id}/1`)).toBe(value);
  await app.close();
  await keyring.stop();
});

test('while the keychain hangs the window answers as ever; then it says so, and goes on when the keychain does', async ({
  start,
  keyring,
  clipboard,
}) => {
  const { app, page } = await start();
  await addKey(page, 'Kept');
  await addKey(page, 'Other');
  await clipboard.put('mine');
  keyring.hang();
  await copyButton(page).click();
  const standsStill = await watchMain(app);
  // Longest answer of the main process, asked all the time until the copy is given up.
  const slowest = page.evaluate(async () => {
    let longest = 0;
    while (document.querySelector('[role="alert"]:not(:empty)') === null) {
      const asked = performance.now();
      await window.clavis.keys.list({ after: '', count: 1_000 });
      longest = Math.max(longest, performance.now() - asked);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return longest;
  });
  await page.getByRole('searchbox', { name: 'Search keys' }).fill('Oth');
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('searchbox', { name: 'Search keys' }).fill('');
  await expect(rows(page)).toHaveCount(2);
  await expect(banner(page)).toContainText(/does not answer/);
  const longest = await slowest;
  expect(await standsStill()).toBeLessThan(1_000);
  // Not one waited for the keychain.
  expect(longest).toBeLessThan(patienceMs / 2);
  expect(await clipboard.text()).toBe('mine');
  keyring.resume();
  await expectWorksAgain(page, clipboard);
});

test('another keychain is told from an empty one: nothing is deleted or shown as missing, and back in the first all works', async ({
  start,
  keyring,
  clipboard,
}) => {
  const first = await start();
  const id = await addKey(first.page, 'Kept');
  const gone = await addKey(first.page, 'Deleted');
  await first.page.evaluate((keyId) => window.clavis.keys.delete({ id: keyId }), gone);
  // A crash, with a key in Trash.
  first.app.process().kill('SIGKILL');
  await first.app.waitForEvent('close').catch(() => {});
  await keyring.restart({ data: 'another' });

  const { page } = await start();
  await expect(banner(page)).toContainText(/another keychain/i);
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).not.toContainText('Value missing');
  await copyButton(page).click();
  await expect(messages(page)).toContainText('holds nothing of this vault');
  await tryAgain(page);
  await expect(banner(page)).toContainText(/another keychain/i);

  await keyring.restart();
  expect(await keyring.lookup(service, `${id}/1`)).toBe(value);
  expect(await keyring.lookup(service, `${gone}/1`)).toBe(value);
  await expectWorksAgain(page, clipboard);
});

test('going on with another keychain asks the person, shows keys as missing, and keeps new ones; the first still serves', async ({
  start,
  keyring,
  clipboard,
}) => {
  const { app, page } = await start();
  const id = await addKey(page, 'Kept');
  await keyring.restart({ data: 'another' });
  await copyButton(page).click();
  await expect(banner(page)).toContainText(/another keychain/i);

  const goOn = page.getByRole('button', { name: 'Go on with this one' });
  await answerQuestions(app, false);
  await goOn.click();
  await expect(banner(page)).toContainText(/another keychain/i);
  expect(await keyring.lookup(service, 'fingerprint/2')).toBeNull();
  const asked = await answerQuestions(app, true);
  // A refused question is followed by a pause in which none is asked.
  await expect
    .poll(async () => {
      await goOn.click({ timeout: 500 }).catch(() => {});
      return banner(page).count();
    })
    .toBe(0);
  expect(await asked()).toContain('Go on with this keychain?');
  await expect(rows(page)).toContainText('Value missing');

  const added = await addKey(page, 'There');
  expect(await keyring.lookup(service, `${added}/1`)).toBe(value);
  await keyring.restart();
  await copyButton(page).click();
  await expect.poll(() => clipboard.text()).toBe(value);
  expect(await keyring.lookup(service, `${id}/1`)).toBe(value);
});

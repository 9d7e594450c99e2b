import type { Page } from '@playwright/test';
import { expect, test } from 'vitest';
import { sampleVault } from './sample-vault.ts';
import type { Script } from './scripted-vault.ts';
import { withHarness } from './with-harness.ts';

const openWindow = withHarness();

const row = (page: Page, name = 'Deploy bot') => page.getByRole('row', { name });
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search keys' });
const detail = (page: Page) => page.getByRole('region', { name: 'Key', exact: true });

/** What shortcuts did to keys. */
function done(script: Script): string[] {
  const acts = ['keys.copy', 'keys.delete', 'keys.rotate'];
  return script.heard.map(({ channel }) => channel).filter((channel) => acts.includes(channel));
}

/** Whatever the keys before may have begun has answered, or shown itself, by then. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() => window.clavis.lease.get({}));
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

async function expectNothingDone(page: Page, script: Script): Promise<void> {
  await settle(page);
  expect(done(script)).toEqual([]);
  expect(await page.getByRole('dialog').count()).toBe(0);
}

/** Sent one behind the other, with no time for the page between them. */
async function typeAtOnce(page: Page, keys: string, modifiers = 0): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const sent = [...keys].flatMap((key) => {
    const text = modifiers === 0 ? { text: key } : {};
    const code = /[a-z]/.test(key) ? `Key${key.toUpperCase()}` : 'Slash';
    const event = { key, code, modifiers };
    return [
      session.send('Input.dispatchKeyEvent', { type: modifiers === 0 ? 'keyDown' : 'rawKeyDown', ...event, ...text }),
      session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event }),
    ];
  });
  await Promise.all(sent);
  await session.detach();
}

test('letters and Delete do nothing to a key while a button of the sidebar, or nothing, has the focus', async () => {
  const { page, script } = await openWindow();
  for (const focus of [
    () => page.getByRole('button', { name: 'Keys' }).focus(),
    () => page.getByRole('button', { name: 'Add key' }).focus(),
    () => page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur()),
  ]) {
    await focus();
    for (const key of ['c', 'r', 'Delete', 'Backspace']) await page.keyboard.press(key);
  }
  await expectNothingDone(page, script);
  expect(await row(page).count()).toBe(1);
});

test('in the list and in the detail C copies and R rotates the key that is looked at', async () => {
  const { page, script } = await openWindow();
  await row(page).focus();
  await page.keyboard.press('c');
  await expect.poll(() => done(script)).toEqual(['keys.copy']);
  await page.keyboard.press('Enter');
  await expect.poll(() => detail(page).evaluate((section) => section.matches(':focus'))).toBe(true);
  await page.keyboard.press('r');
  await page.getByRole('dialog', { name: 'Rotate Deploy bot' }).waitFor();
});

test('switched off, a letter or / alone does nothing; with Ctrl they do, and nothing on the screen promises more', async () => {
  const script = sampleVault();
  Object.assign(script.settings, { singleKeyShortcuts: false });
  const { page } = await openWindow({ script });
  await row(page).focus();
  for (const key of ['c', 'r', '/']) await page.keyboard.press(key);
  await expectNothingDone(page, script);
  expect(await row(page).evaluate((element) => element.matches(':focus'))).toBe(true);
  expect(await row(page).getByRole('button', { name: 'Copy Deploy bot' }).getAttribute('title')).toBe('Copy');
  expect(await page.locator('.search kbd').count()).toBe(0);
  await page.keyboard.press('Control+c');
  await expect.poll(() => done(script)).toEqual(['keys.copy']);
  await page.keyboard.press('Control+f');
  expect(await search(page).evaluate((element) => element.matches(':focus'))).toBe(true);
});

test.each([
  ['/', 0],
  ['f', 2],
] as const)('what is typed right behind %j (modifiers %i) lands whole in the search', async (key, modifiers) => {
  const { page, script } = await openWindow();
  await row(page).focus();
  await Promise.all([typeAtOnce(page, key, modifiers), typeAtOnce(page, 'crop')]);
  await expect.poll(() => search(page).inputValue()).toBe('crop');
  await expectNothingDone(page, script);
});

test('in a narrow window / leads from the detail to the search at once, too', async () => {
  const { page, script } = await openWindow({ viewport: { width: 720, height: 480 } });
  await row(page).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => detail(page).evaluate((section) => section.matches(':focus'))).toBe(true);
  await typeAtOnce(page, '/crop');
  await expect.poll(() => search(page).inputValue()).toBe('crop');
  await expectNothingDone(page, script);
});

test('Delete and Backspace act on a focused row alone: on no button of it, not in the detail, with no modifier', async () => {
  const { page, script } = await openWindow();
  await row(page).focus();
  for (const held of ['Shift', 'Control', 'Alt', 'Meta'])
    for (const key of ['Delete', 'Backspace']) await page.keyboard.press(`${held}+${key}`);
  await row(page).getByRole('button', { name: 'Copy Deploy bot' }).focus();
  for (const key of ['Delete', 'Backspace']) await page.keyboard.press(key);
  await detail(page).getByRole('button', { name: 'Rotate' }).focus();
  for (const key of ['Delete', 'Backspace']) await page.keyboard.press(key);
  await search(page).fill('deploy');
  await page.keyboard.press('Home');
  await page.keyboard.press('Delete');
  await page.keyboard.press('End');
  await page.keyboard.press('Backspace');
  await expectNothingDone(page, script);
  expect(await search(page).inputValue()).toBe('eplo');

  await search(page).fill('');
  await row(page, 'Gemini').focus();
  await page.keyboard.press('Backspace');
  await row(page, 'Gemini').waitFor({ state: 'detached' });
  expect(done(script)).toEqual(['keys.delete']);
});

test('a key that is held deletes one key, and copies once', async () => {
  const { page, script } = await openWindow();
  await row(page, 'Gemini').focus();
  for (const key of ['Delete', 'c']) {
    for (let times = 0; times < 3; times += 1) await page.keyboard.down(key);
    await page.keyboard.up(key);
    await settle(page);
  }
  // The c went to the row that took over.
  expect(done(script)).toEqual(['keys.delete', 'keys.copy']);
});

test('while a dialog or a menu is open, keys mean what is in it', async () => {
  const { page, script } = await openWindow();
  await row(page).click();
  await row(page).getByRole('button', { name: 'More for Deploy bot' }).click();
  await page.getByRole('menu').waitFor();
  // Also where the focus is not in it.
  await row(page).evaluate((element) => {
    for (const key of ['c', 'r', 'Delete', '/']) {
      element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    }
  });
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await expectNothingDone(page, script);

  await page.keyboard.press('Control+n');
  await page.getByRole('dialog', { name: 'Add a key' }).getByRole('tab', { name: 'From the clipboard' }).focus();
  for (const key of ['c', 'r', 'Delete', 'Backspace']) await page.keyboard.press(key);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expectNothingDone(page, script);
});

test('letters that an input method composes are no shortcuts', async () => {
  const { page, script } = await openWindow();
  await row(page).focus();
  await row(page).evaluate((element) => {
    for (const key of ['c', 'r', 'Delete', '/']) {
      element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, isComposing: true }));
    }
  });
  await expectNothingDone(page, script);
  expect(await row(page).evaluate((element) => element.matches(':focus'))).toBe(true);
});

test('F2 edits the key of the focused row, and in its detail; in the search it does nothing', async () => {
  const { page } = await openWindow();
  const form = page.locator('.split-detail form');
  await search(page).focus();
  await page.keyboard.press('F2');
  expect(await form.count()).toBe(0);
  await page.getByRole('row', { name: 'Deploy bot' }).focus();
  await page.keyboard.press('F2');
  await form.getByLabel('Name').waitFor();
  expect(await form.getByLabel('Name').inputValue()).toBe('Deploy bot');
});

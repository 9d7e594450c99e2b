import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e.ts';
import { seedKeys } from '../support/seed-keys.ts';

const row = (page: Page, name: string) => page.getByRole('row', { name, exact: true });

async function namesOf(page: Page): Promise<string[]> {
  const answer = await page.evaluate(() => window.clavis.keys.list({ after: '', count: 1_000 }));
  return answer.ok ? answer.value.map(({ name }) => name) : [];
}

test('Backspace and Delete delete the key of a focused row, and none from anywhere else', async ({ start, home }) => {
  seedKeys(home, 3);
  const { page } = await start();
  await row(page, 'Key 2').click();
  for (const button of [
    page.getByRole('button', { name: 'Keys' }),
    page.getByRole('button', { name: 'Lock' }),
    page.getByRole('region', { name: 'Key', exact: true }).getByRole('button', { name: 'Rotate' }),
    row(page, 'Key 2').getByRole('button', { name: 'Rotate Key 2' }),
  ]) {
    await button.focus();
    for (const key of ['Backspace', 'Delete', 'Shift+Delete']) await page.keyboard.press(key);
  }
  await page.keyboard.press('/');
  await page.keyboard.type('key 2');
  for (let times = 0; times < 9; times += 1) await page.keyboard.press('Backspace');
  expect(await namesOf(page)).toEqual(['Key 1', 'Key 2', 'Key 3']);
  await row(page, 'Key 2').focus();
  for (const key of ['Control+Backspace', 'Shift+Delete', 'Alt+Delete']) await page.keyboard.press(key);
  expect(await namesOf(page)).toEqual(['Key 1', 'Key 2', 'Key 3']);
  await page.keyboard.press('Backspace');
  await expect.poll(() => namesOf(page)).toEqual(['Key 1', 'Key 3']);
});

test('letters right behind / are a search, not shortcuts; switched off, no letter is one, also at the next start', async ({
  start,
  home,
  clipboard,
}) => {
  seedKeys(home, 3, (index) => ['Crop', 'Reports', 'Shop'][index] ?? '');
  await clipboard.put('before');
  let { app, page } = await start();
  await row(page, 'Shop').focus();
  await page.keyboard.type('/crop');
  await expect(page.getByRole('searchbox', { name: 'Search keys' })).toHaveValue('crop');
  await expect(page.getByRole('grid', { name: 'Keys' }).getByRole('row')).toHaveCount(1);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await clipboard.text()).toBe('before');

  await page.keyboard.press('Control+,');
  await page.getByRole('switch', { name: 'Single-key shortcuts' }).click();
  await expect(page.getByRole('switch', { name: 'Single-key shortcuts' })).not.toBeChecked();
  await app.close();
  ({ app, page } = await start());
  await row(page, 'Shop').focus();
  await page.keyboard.type('r/');
  await expect(row(page, 'Shop')).toBeFocused();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('searchbox', { name: 'Search keys' })).toBeFocused();
});

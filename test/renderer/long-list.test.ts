import type { Page } from '@playwright/test';
import { expect, test } from 'vitest';
import { sampleKey, sampleVault } from './sample-vault.ts';
import { withHarness } from './with-harness.ts';

const openWindow = withHarness();

/** A list whose first page holds none of the keys that the projects use, and whose rest comes when it is let come. */
function longVault() {
  const script = sampleVault();
  const more = Array.from({ length: 200 }, (_, at) =>
    sampleKey({ id: `a${at}`, name: `A key ${String(at).padStart(3, '0')}` }),
  );
  script.keys = [...more, ...script.keys];
  let come = (): void => {};
  const hold = (): void => {
    script.restOfKeys = new Promise<void>((resolve) => {
      come = resolve;
    });
  };
  return { script, hold, come: () => come() };
}

const gridOf = (page: Page) => page.getByRole('grid', { name: 'Keys' });

test('each key of a list in pages is there once', async () => {
  const { script } = longVault();
  const { page } = await openWindow({ script });
  const count = () => gridOf(page).getAttribute('aria-rowcount');
  await expect.poll(count).toBe(String(script.keys.length));
  const search = page.getByRole('searchbox', { name: 'Search keys' });
  for (const name of ['A key 049', 'A key 050', 'A key 051', 'A key 199']) {
    await search.fill(name);
    await expect.poll(count).toBe('1');
    await page.getByRole('row', { name }).waitFor();
  }
});

test('a key that is deleted elsewhere leaves the list, and a renamed one finds its place', async () => {
  const { script } = longVault();
  const { page, tell } = await openWindow({ script });
  await expect.poll(() => gridOf(page).getAttribute('aria-rowcount')).toBe(String(script.keys.length));
  const last = script.keys.find(({ id }) => id === 'a199');
  if (last === undefined) throw new Error('the sample has that key');
  await tell('keys.changed', { changed: [{ ...last, name: 'A key 000, and more' }], gone: ['a1'] });
  await expect.poll(() => gridOf(page).getAttribute('aria-rowcount')).toBe(String(script.keys.length - 1));
  const rows = page.getByRole('row');
  expect(await rows.nth(0).innerText()).toContain('A key 000');
  expect(await rows.nth(1).innerText()).toContain('A key 000, and more');
  expect(await rows.nth(2).innerText()).toContain('A key 002');
});

test('while the rest is read no other key takes the place of the one that was chosen', async () => {
  const { script, hold, come } = longVault();
  const { page, tell } = await openWindow({ script });
  await page.getByRole('searchbox', { name: 'Search keys' }).fill('A key 199');
  await page.getByRole('row', { name: 'A key 199' }).click();
  await page.getByRole('searchbox', { name: 'Search keys' }).fill('');
  hold();
  await tell('lock.changed', { locked: true, checks: null });
  await page.getByRole('button', { name: 'Unlock' }).waitFor();
  await tell('lock.changed', { locked: false, checks: null });
  await page.getByRole('row', { name: 'A key 000' }).waitFor();
  const detail = page.getByRole('region', { name: 'Key', exact: true });
  expect(await detail.getByRole('heading').count()).toBe(0);
  for (const key of ['c', 'Delete', 'r']) await page.keyboard.press(key);
  await page.getByRole('searchbox', { name: 'Search keys' }).fill('A key 150');
  await page.getByText('Reading the rest of the list…').waitFor();
  await page.getByRole('searchbox', { name: 'Search keys' }).fill('');
  come();
  await page.getByRole('region', { name: 'Key', exact: true }).getByRole('heading', { name: 'A key 199' }).waitFor();
  const called = script.heard.map(({ channel }) => channel);
  expect(called).not.toContain('keys.copy');
  expect(called).not.toContain('keys.delete');
});

test('while the rest is read no key is said to be deleted, and no count is given', async () => {
  const { script, hold, come } = longVault();
  hold();
  const { page } = await openWindow({ script });
  const sidebar = page.getByRole('navigation', { name: 'Clavis' });
  expect(await sidebar.getByRole('button', { name: 'Keys' }).innerText()).toBe('Keys');
  await page.keyboard.press('Control+2');
  await page.getByRole('table').first().waitFor();
  expect(await page.getByText('Key in Trash').count()).toBe(0);
  come();
  await page.getByRole('button', { name: 'Shop assistant' }).first().waitFor();
  await expect.poll(() => sidebar.getByRole('button', { name: 'Keys' }).innerText()).toContain('208');
});

import { expect, test } from 'vitest';
import type { TrashedKey } from '../../electron/ipc/contract.ts';
import { sampleVault } from './sample-vault.ts';
import { withHarness } from './with-harness.ts';

const openWindow = withHarness();
const day = 24 * 60 * 60 * 1000;

function trashedKeys(count: number): TrashedKey[] {
  const now = Date.now();
  return Array.from({ length: count }, (_, at) => ({
    id: `t${at}`,
    name: `Old key ${at}`,
    provider: 'openai',
    envVar: 'OPENAI_API_KEY',
    last4: '3f9A',
    deletedAt: now - at * 1_000 - 2 * day,
    expiresAt: now - at * 1_000 + 28 * day,
    files: 0,
  }));
}

test('Trash says what is there, since when and until when, and its count stands in the sidebar', async () => {
  const script = sampleVault();
  script.trash = trashedKeys(1_200);
  const { page, complaints } = await openWindow({ script });
  const place = page.getByRole('navigation', { name: 'Clavis' }).getByRole('button', { name: 'Trash' });
  await expect.poll(() => place.innerText()).toContain('1,200');
  await page.keyboard.press('Control+4');
  const row = page.getByRole('row', { name: 'Old key 0', exact: true });
  await expect.poll(() => row.innerText()).toContain('Deleted 2 d ago');
  expect(await row.innerText()).toContain('Erased in 28 d');
  const grid = page.getByRole('grid', { name: 'Keys in Trash' });
  await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe('1200');
  await row.focus();
  await page.keyboard.press('End');
  await page.getByRole('row', { name: 'Old key 1199' }).waitFor();
  expect(complaints).toEqual([]);
});

test('a key is restored, and under which name it says where another one has its own', async () => {
  const script = sampleVault();
  script.trash = trashedKeys(3).map((key, at) => (at === 0 ? { ...key, name: 'Deploy bot' } : key));
  const { page } = await openWindow({ script });
  await page.keyboard.press('Control+4');
  await page.getByRole('button', { name: 'Restore Deploy bot' }).click();
  await page
    .getByRole('status')
    .getByText('“Deploy bot” restored as “Deploy bot (2)”: another key has its name.')
    .waitFor();
  await page.getByRole('row', { name: 'Deploy bot' }).waitFor({ state: 'detached' });
  // The row that moves up takes over.
  await expect
    .poll(() => page.getByRole('row', { name: 'Old key 1' }).evaluate((row) => row.matches(':focus')))
    .toBe(true);
  await page.keyboard.press('Control+1');
  await page.getByRole('row', { name: 'Deploy bot (2)' }).waitFor();
});

test('what the keychain did not remove yet is said, and who said no to main is told nothing', async () => {
  const script = sampleVault();
  script.trash = trashedKeys(2);
  script.waiting = 1;
  script.failures['trash.empty'] = { code: 'NOT_CONFIRMED', message: 'Nothing changed.', details: {} };
  const { page } = await openWindow({ script });
  await page.keyboard.press('Control+4');
  await page.getByRole('button', { name: 'Empty Trash' }).click();
  await page.getByRole('button', { name: 'Delete permanently: Old key 0' }).click();
  const messages = page.getByRole('status');
  await messages
    .getByText('“Old key 0” deleted permanently. 1 value is erased as soon as the keychain answers.')
    .waitFor();
  expect(await messages.innerText()).not.toContain('Nothing changed');
});

test('a key in use is deleted with what becomes of its lines chosen, and each file that could not be written is told', async () => {
  const script = sampleVault();
  const file = { targetId: 't1', project: 'shop', file: 'api/.env' };
  const message = 'Not written: .env is tracked by git.';
  script.lineOutcomes = [
    { ...file, removed: 2, left: 1, error: null },
    { ...file, targetId: 't2', removed: 0, left: 1, error: { code: 'TARGET_TRACKED', message, details: {} } },
  ];
  const { page } = await openWindow({ script });
  await page.getByRole('row', { name: 'Shop assistant' }).focus();
  await page.keyboard.press('Delete');
  const dialog = page.getByRole('dialog', { name: 'Delete Shop assistant' });
  expect(await dialog.getByRole('listitem').allInnerTexts()).toHaveLength(3);
  expect(script.heard.map(({ channel }) => channel)).not.toContain('keys.delete');
  await dialog.getByRole('radio', { name: 'Remove them too' }).check();
  await dialog.getByRole('button', { name: 'Move to Trash' }).click();
  await dialog.waitFor({ state: 'detached' });
  const messages = page.getByRole('status');
  await messages
    .getByText('“Shop assistant” moved to Trash. 2 lines removed from 1 file. 2 lines stay as they are.')
    .waitFor();
  await messages.getByText(message).waitFor();
  await messages.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('row', { name: 'Shop assistant' }).waitFor();
});

test('lines that are still in files can be removed from Trash, and what stays is told until it is closed', async () => {
  const script = sampleVault();
  script.trash = trashedKeys(2).map((key, at) => ({ ...key, files: at === 0 ? 2 : 0 }));
  const file = { targetId: 't1', project: 'shop', file: 'api/.env' };
  const message = 'Not written: .env changed meanwhile.';
  script.lineOutcomes = [
    { ...file, removed: 1, left: 0, error: null },
    {
      ...file,
      targetId: 't2',
      file: '.env',
      removed: 0,
      left: 1,
      error: { code: 'TARGET_CHANGED', message, details: {} },
    },
  ];
  const { page } = await openWindow({ script });
  await page.keyboard.press('Control+4');
  await page.getByRole('row', { name: 'Old key 1', exact: true }).waitFor();
  expect(await page.getByRole('button', { name: /remove the lines of/ }).count()).toBe(1);
  await page.getByRole('button', { name: 'In 2 files…: remove the lines of Old key 0' }).click();
  const messages = page.getByRole('status');
  await messages.getByText('“Old key 0”: 1 line removed from 1 file. 1 line stays as it is.').waitFor();
  await page.keyboard.press('Control+1');
  await page.getByRole('row', { name: 'Shop assistant' }).waitFor();
  await messages.getByText(`shop/.env: its line stays. ${message}`).waitFor();
});

test('a restored key says what it is not bound to any more, until that is closed', async () => {
  const script = sampleVault();
  script.trash = trashedKeys(1);
  script.lost = ['OPENAI_API_KEY in shop/.env, now of “New”', 'OPENAI_API_KEY in api/.env, unlinked'];
  const { page } = await openWindow({ script });
  await page.keyboard.press('Control+4');
  await page.getByRole('button', { name: 'Restore Old key 0' }).click();
  await page
    .getByRole('status')
    .getByText(
      '“Old key 0” restored. No longer bound: OPENAI_API_KEY in shop/.env, now of “New”; and 1 more, in its activity.',
    )
    .waitFor();
});

test('in a small window Trash says which key it is, with its last four, next to each button', async () => {
  const script = sampleVault();
  script.trash = trashedKeys(3).map((key) => ({ ...key, name: 'Stripe production', files: 2 }));
  const { page } = await openWindow({ script });
  await page.setViewportSize({ width: 720, height: 480 });
  await page.keyboard.press('Control+4');
  const row = page.getByRole('row').first();
  await row.waitFor();
  const shown = await row.evaluate((element) =>
    ['.name', '.sub', '.last4'].map((selector) => {
      const found = element.querySelector<HTMLElement>(selector);
      return found !== null && found.offsetWidth > 0 && found.scrollWidth <= found.offsetWidth;
    }),
  );
  expect(shown).toEqual([true, true, true]);
  expect(await row.getByRole('button').count()).toBe(3);
});

import { expect, test } from 'vitest';
import { sampleVault } from './sample-vault.ts';
import { withHarness } from './with-harness.ts';

const openWindow = withHarness();

test('old values still to be erased are said and tried again, until none is left', async () => {
  const script = sampleVault();
  Object.assign(script, { waiting: 2, waitingThen: 1 });
  const { page, complaints } = await openWindow({ script });
  const banner = page.getByRole('alert').filter({ hasText: 'still to be erased' });
  await banner.getByText('2 old values still to be erased.').waitFor();
  await banner.getByRole('button', { name: 'Try again' }).click();
  await banner.getByText('1 old value still to be erased.').waitFor();
  script.waitingThen = 0;
  await banner.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('status').getByText('The old value is erased.').waitFor();
  await expect.poll(() => banner.count()).toBe(0);
  expect(complaints).toEqual([]);
});

test('why they could not be erased is said', async () => {
  const script = sampleVault();
  script.waiting = 1;
  const message = 'The keychain refused (it is said to be in use). Nothing was lost. Try again.';
  script.failures['erasure.tryAgain'] = { code: 'KEYCHAIN_FAILED', message, details: {} };
  const { page } = await openWindow({ script });
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('status').getByText('it is said to be in use').waitFor();
});

test('a keychain in trouble says so itself: one notice, one button', async () => {
  const script = sampleVault();
  script.waiting = 2;
  script.keychain = { state: 'locked' };
  const { page } = await openWindow({ script });
  await page.getByRole('alert').filter({ hasText: 'locked' }).waitFor();
  expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(1);
  expect(await page.getByText('still to be erased').count()).toBe(0);
});

test('the diagnostics are copied from the settings; where none were noted that is said', async () => {
  const script = sampleVault();
  const { page } = await openWindow({ script });
  await page.keyboard.press('Control+,');
  const button = page.getByRole('region', { name: 'Diagnostics' }).getByRole('button', { name: 'Copy diagnostics' });
  await button.click();
  await page.getByRole('status').getByText('Copied: 12 entries.').waitFor();
  script.diagnostics = 0;
  await button.click();
  await page.getByRole('status').getByText('Nothing to copy: no failure was noted.').waitFor();
});

import { expect, test } from 'vitest';
import { withHarness } from './with-harness.ts';

const openWindow = withHarness();

test('a view that can’t be drawn says so, and the rest of the window goes on', async () => {
  const { page } = await openWindow({
    before: () => {
      const real = Date.prototype.toISOString;
      Date.prototype.toISOString = function (): string {
        if (document.documentElement.dataset['whole'] !== 'true') throw new RangeError('a-word-of-the-error');
        return real.call(this);
      };
    },
  });
  await page.getByRole('button', { name: 'Activity' }).click();
  const alert = page.getByRole('alert').filter({ hasText: 'can’t be shown' });
  await alert.waitFor();
  expect(await alert.innerText()).toContain('The activity can’t be shown. Nothing was lost.');
  expect(await alert.innerText()).not.toContain('a-word-of-the-error');
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByRole('heading', { name: 'Settings' }).waitFor();
  await page.getByRole('button', { name: 'Activity' }).click();
  await page.evaluate(() => {
    document.documentElement.dataset['whole'] = 'true';
  });
  await alert.getByRole('button', { name: 'Show it again' }).click();
  await alert.waitFor({ state: 'detached' });
});

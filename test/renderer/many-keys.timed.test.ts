import { expect, test } from 'vitest';
import { sampleKey, sampleVault } from './sample-vault.ts';
import { withHarness } from './with-harness.ts';

const openWindow = withHarness();

test('ten thousand keys are searched and scrolled within a frame or two', async () => {
  const script = sampleVault();
  script.keys = Array.from({ length: 10_000 }, (_, at) =>
    sampleKey({ id: `k${at}`, name: `Key ${at}`, envVar: `SERVICE_${at}_TOKEN`, tags: at % 2 ? ['odd'] : [] }),
  );
  const { page } = await openWindow({ script });
  expect(await page.getByRole('row').count()).toBeLessThan(60);
  await expect.poll(() => page.getByRole('grid').getAttribute('aria-rowcount')).toBe('10000');
  const search = page.getByRole('searchbox', { name: 'Search keys' });
  await search.focus();
  // The best of three for each text: what else the machine did in one of them is not the window's time.
  const spent = await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('input[type="search"]');
    const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    const best = new Map<string, number>();
    for (let round = 0; round < 3; round += 1) {
      for (const text of ['s', 'se', 'service', 'service_99', 'service_9999', 'odd', 'odd 77', '']) {
        const before = performance.now();
        if (input) write?.call(input, text);
        // React renders what a discrete event changes before the event is over.
        input?.dispatchEvent(new InputEvent('input', { bubbles: true }));
        best.set(text, Math.min(best.get(text) ?? Number.POSITIVE_INFINITY, performance.now() - before));
      }
    }
    return [...best.values()];
  });
  expect(Math.max(...spent)).toBeLessThan(50);

  await search.fill('9999');
  await expect.poll(() => page.getByRole('row').count()).toBe(1);
  await page.getByRole('row', { name: 'Key 9999' }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await expect
    .poll(() => page.getByRole('row', { name: 'Key 9999' }).evaluate((row) => row.matches(':focus')))
    .toBe(true);
});

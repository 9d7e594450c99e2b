import { expect, test } from 'vitest';
import { sampleKey, sampleVault } from './sample-vault.ts';
import { withHarness } from './with-harness.ts';

const openWindow = withHarness();

test('the palette draws the rows in sight, of ten thousand, and none is missing for a frame while it scrolls', async () => {
  const script = sampleVault();
  script.keys = Array.from({ length: 10_000 }, (_, at) => sampleKey({ id: `k${at}`, name: `Key ${at}` }));
  const { page } = await openWindow({ script, viewport: { width: 640, height: 430 }, at: 'palette.html' });
  await page.getByText('10,000 keys').waitFor();
  expect(await page.getByRole('option').count()).toBeLessThan(10);
  // In the frame after each key: whether there is a row at each of the eight places, one of them the active one.
  await page.evaluate(() => {
    const frames: boolean[] = [];
    Reflect.set(window, 'filled', frames);
    addEventListener('keydown', () =>
      requestAnimationFrame(() => {
        const from = document.querySelector('[role="listbox"]')?.getBoundingClientRect().top ?? 0;
        const rows = [...document.querySelectorAll('[role="option"]')];
        const places = Array.from({ length: 8 }, (_, row) => from + row * 40 + 20);
        const there = places.map((y) =>
          rows.find((row) => row.getBoundingClientRect().top <= y && y < row.getBoundingClientRect().bottom),
        );
        frames.push(there.every(Boolean) && there.some((row) => row?.ariaSelected === 'true'));
      }),
    );
  });
  for (const key of ['PageDown', 'PageDown', 'ArrowDown', 'PageUp']) await page.keyboard.press(key);
  await expect.poll(() => page.evaluate(() => Reflect.get(window, 'filled'))).toEqual([true, true, true, true]);
  const active = page.getByRole('option', { selected: true });
  expect(await active.getAttribute('aria-posinset')).toBe('10');
  await page.keyboard.type('key 9999');
  await expect.poll(() => page.getByRole('option').first().innerText()).toContain('Key 9999');
  expect(await active.getAttribute('aria-posinset')).toBe('1');
});

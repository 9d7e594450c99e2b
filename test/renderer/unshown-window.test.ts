import { expect, test } from 'vitest';
import { sampleKey, sampleVault } from './sample-vault.ts';
import { withHarness } from './with-harness.ts';

const openWindow = withHarness();

/** A window that was never shown: it has no size, and draws no frame that would measure anything in it. */
function neverShown(): void {
  Object.defineProperty(window, 'innerHeight', { get: () => 0 });
  Object.defineProperty(window, 'ResizeObserver', {
    value: class {
      observe(): void {}
      disconnect(): void {}
    },
  });
}

/** A window whose list is measured while it has no height. */
function measuredFlat(): void {
  Object.defineProperty(window, 'innerHeight', { get: () => 0 });
  Object.defineProperty(window, 'ResizeObserver', {
    value: class {
      readonly told: (entries: readonly { contentRect: DOMRectReadOnly }[]) => void;
      constructor(told: (entries: readonly { contentRect: DOMRectReadOnly }[]) => void) {
        this.told = told;
      }
      observe(): void {
        setTimeout(() => this.told([{ contentRect: new DOMRectReadOnly(0, 0, 0, 0) }]));
      }
      disconnect(): void {}
    },
  });
}

const eight = Array.from({ length: 8 }, (_, at) => sampleKey({ id: `k${at}`, name: `Key ${at}` }));

test.each([
  ['that was not shown yet', neverShown],
  ['that was measured without a height', measuredFlat],
])('a window %s has the rows of its keys, not the active one alone', async (_, before) => {
  const { page } = await openWindow({ script: { ...sampleVault(), keys: eight }, before });
  const rows = page.getByRole('grid', { name: 'Keys' }).getByRole('row');
  await expect.poll(() => rows.count()).toBe(eight.length);
  // Also after the measuring that comes a moment later.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  expect(await rows.count()).toBe(eight.length);
});

const many = Array.from({ length: 500 }, (_, at) => sampleKey({ id: `k${at}`, name: `Key ${1_000 + at}` }));

test('a window that was not shown yet does not scroll its first row out of sight, nor draw all of a long list', async () => {
  const { page } = await openWindow({ script: { ...sampleVault(), keys: many }, before: neverShown });
  const grid = page.getByRole('grid', { name: 'Keys' });
  expect(await grid.evaluate((element) => element.scrollTop)).toBe(0);
  expect(await grid.getByRole('row').count()).toBeLessThan(40);
});

import type { Page } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import { sampleVault } from './sample-vault.ts';
import { withHarness } from './with-harness.ts';

const openWindow = withHarness();
const views = ['1', '2', '3', '4', ','] as const;

/** What has the focus, in words, once two frames are over; "body" for nothing. */
function focused(page: Page): Promise<string> {
  return page.evaluate(async () => {
    for (const _ of [1, 2, 3]) await new Promise((resolve) => requestAnimationFrame(resolve));
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) return 'body';
    return activeElement.getAttribute('aria-label') ?? activeElement.textContent ?? activeElement.tagName;
  });
}

/** Every control of the view and of its detail that a person can get to, by its place among them. */
const controls = 'main :is(button, input, select, textarea, [role="row"][tabindex="0"], summary)';

async function pressNth(page: Page, at: number): Promise<string | null> {
  const name = await page.evaluate(
    ([selector, place]) => {
      const found = [...document.querySelectorAll<HTMLElement>(selector)].filter((one) => one.checkVisibility());
      const one = found[place];
      if (one === undefined) return null;
      one.focus();
      return one.getAttribute('aria-label') ?? one.textContent ?? one.tagName;
    },
    [controls, at] as const,
  );
  if (name !== null) await page.keyboard.press('Enter');
  return name;
}

async function closeDialogs(page: Page): Promise<void> {
  for (let time = 0; time < 3 && (await page.locator('dialog[open]').count()) > 0; time += 1) {
    await page.keyboard.press('Escape');
    await focused(page);
    const discard = page.getByRole('button', { name: 'Discard' });
    if (await discard.isVisible()) await discard.press('Enter');
  }
}

function fullVault() {
  const script = sampleVault();
  const now = Date.now();
  script.trash = ['Old one', 'Old two'].map((name, at) => ({
    id: `t${at}`,
    name,
    provider: 'openai',
    envVar: 'OPENAI_API_KEY',
    last4: '3f9A',
    deletedAt: now - at,
    expiresAt: now + 1_000_000,
    files: 1,
  }));
  return script;
}

describe('the focus is never lost to the page', () => {
  test.each(views)('whatever is pressed in the view of Ctrl+%s, by keyboard', async (view) => {
    const lost: string[] = [];
    const { page } = await openWindow({ script: fullVault() });
    await page.getByRole('row', { name: 'Shop assistant' }).waitFor();
    await page.keyboard.press(`Control+${view}`);
    await focused(page);
    const all = await page.locator(controls).count();
    expect(all).toBeGreaterThan(0);
    // From the end: what takes many others with it, as Empty Trash, comes first in its view.
    for (let at = all - 1; at >= 0; at -= 1) {
      const pressed = await pressNth(page, at);
      if (pressed === null) continue;
      if ((await focused(page)) === 'body') lost.push(`${pressed}: pressed`);
      await closeDialogs(page);
      if ((await focused(page)) === 'body') lost.push(`${pressed}: its dialog closed`);
      // It may have led elsewhere.
      await page.keyboard.press(`Control+${view}`);
      if ((await focused(page)) === 'body') lost.push(`${pressed}: its view left`);
    }
    expect(lost).toEqual([]);
  });

  test.each(views)('by going to the view of Ctrl+%s: its list or its heading has it', async (view) => {
    const { page } = await openWindow({ script: fullVault() });
    await page.getByRole('row', { name: 'Shop assistant' }).focus();
    await page.keyboard.press(view === '1' ? 'Control+4' : 'Control+1');
    await focused(page);
    await page.keyboard.press(`Control+${view}`);
    const found = await focused(page);
    expect(found).not.toBe('body');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  });

  test('by the deletion of the only key that a search shows: it leads to all keys, and can be undone from there', async () => {
    const { page } = await openWindow();
    await page.keyboard.press('Control+f');
    await page.keyboard.type('gemini');
    await page.getByRole('row', { name: 'Shop assistant' }).waitFor({ state: 'detached' });
    await page.getByRole('row', { name: /^Gemini/ }).focus();
    await page.keyboard.press('Delete');
    await page.getByText('No key matches').waitFor();
    await expect.poll(() => focused(page)).toBe('Show all keys');
    await page.keyboard.press('Control+z');
    await page.getByRole('row', { name: /^Gemini/ }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.role)).toBe('row');
  });

  test('by a deletion that a dialog asked about: the next row has it', async () => {
    const { page } = await openWindow();
    await page.getByRole('row', { name: 'Shop assistant' }).focus();
    await page.keyboard.press('Delete');
    await page
      .getByRole('dialog', { name: 'Delete Shop assistant' })
      .getByRole('button', { name: 'Move to Trash' })
      .press('Enter');
    await page.getByRole('row', { name: 'Shop assistant' }).waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate(() => document.activeElement?.role)).toBe('row');
  });

  test('by an emptied Trash, a lock, or a window that becomes too small for what has it', async () => {
    const { page } = await openWindow({ script: fullVault() });
    await page.keyboard.press('Control+4');
    await page.getByRole('button', { name: 'Empty Trash' }).press('Enter');
    await page.getByText('Trash is empty.').waitFor();
    expect(await focused(page)).toBe('Trash');
    await page.keyboard.press('Control+l');
    await page.getByRole('button', { name: 'Unlock' }).press('Enter');
    await page.getByText('Trash is empty.').waitFor();
    expect(await focused(page)).not.toBe('body');
    await page.keyboard.press('Control+1');
    await page.locator('.split-detail').getByRole('button', { name: 'Rotate' }).focus();
    await page.setViewportSize({ width: 720, height: 480 });
    await expect.poll(() => focused(page)).not.toBe('body');
  });

  test('but a click at an empty place takes it away, and a letter acts on nothing then', async () => {
    const { page, script } = await openWindow();
    const row = page.getByRole('row', { name: 'Shop assistant' });
    await row.focus();
    await page.mouse.click(5, 5);
    await page.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : null));
    expect(await focused(page)).toBe('body');
    await page.keyboard.press('c');
    expect(script.heard.map(({ channel }) => channel)).not.toContain('keys.copy');
  });
});

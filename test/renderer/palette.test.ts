import { describe, expect, test } from 'vitest';
import type { KeyView } from '../../electron/ipc/contract.ts';
import { indexKeys } from '../../renderer/features/palette/search.ts';
import type { Opened, OpenOptions } from './harness.ts';
import { sampleKey, sampleVault } from './sample-vault.ts';
import { withHarness } from './with-harness.ts';

const providers = [
  { id: 'openai', name: 'OpenAI', envVar: 'OPENAI_API_KEY' },
  { id: 'stripe', name: 'Stripe', envVar: 'STRIPE_SECRET_KEY' },
];

/** The names of what is found, best first. */
function found(keys: readonly KeyView[], query: string): string[] {
  return indexKeys(keys, providers)
    .search(query)
    .map(({ name }) => name);
}

describe('what is typed finds', () => {
  const keys = [
    sampleKey({ id: '1', name: 'Billing', provider: 'stripe', envVar: 'STRIPE_SECRET_KEY', lastUsedAt: 10 }),
    sampleKey({ id: '2', name: 'GitHub Actions', envVar: 'DEPLOY_TOKEN', lastUsedAt: 40 }),
    sampleKey({ id: '3', name: 'OpenAI, staging', provider: 'openai', envVar: 'OPENAI_API_KEY' }),
    sampleKey({ id: '4', name: 'Shop assistant', provider: 'openai', envVar: 'OPENAI_API_KEY', lastUsedAt: 30 }),
    sampleKey({ id: '5', name: 'Stripes and dots', envVar: 'PATTERN', pinned: true }),
    sampleKey({ id: '6', name: 'Übersetzer', envVar: 'DEEPL_KEY' }),
    sampleKey({ id: '7', name: 'Почта', envVar: 'MAIL_KEY' }),
  ];

  test.each([
    [
      'nothing: pinned ones, then the last used',
      '',
      ['Stripes and dots', 'GitHub Actions', 'Shop assistant', 'Billing'],
    ],
    ['a name that begins so, before a provider or a variable that does', 'stripe', ['Stripes and dots', 'Billing']],
    ['among equals the last used first', 'api key', ['Shop assistant', 'OpenAI, staging']],
    ['words in any order, from name, variable and provider', 'key billing', ['Billing']],
    ['part of a word', 'sist', ['Shop assistant']],
    ['a variable as it is written', 'openai_api', ['Shop assistant', 'OpenAI, staging']],
    ['swapped letters', 'stirpes', ['Stripes and dots']],
    ['a swapped first letter', 'hsop', ['Shop assistant']],
    ['a missing letter', 'asistant', ['Shop assistant']],
    ['a letter too many', 'shopp assistant', ['Shop assistant']],
    ['a wrong letter', 'billung', ['Billing']],
    ['a typo in each of two words', 'shpo assitant', ['Shop assistant']],
    ['letters here and there, from a word’s start', 'gha', ['GitHub Actions']],
    ['a name without its accents', 'uberse', ['Übersetzer']],
    ['other scripts', 'почт', ['Почта']],
    ['other scripts with a typo', 'почат', ['Почта']],
    ['nothing for what is nowhere', 'zebra', []],
    ['nothing for signs alone', '--', []],
  ])('%s', (_, query, names) => {
    expect(found(keys, query).slice(0, Math.max(1, names.length))).toEqual(names);
  });

  test('a word of three letters only as it is, or swapped', () => {
    expect(found(keys, 'shp')).toEqual(['Shop assistant']);
    expect(found(keys, 'sho')).toEqual(['Shop assistant']);
    expect(found(keys, 'dox')).toEqual([]);
  });
});

describe('the palette', () => {
  const openWindow = withHarness();

  const size = { viewport: { width: 640, height: 430 }, at: 'palette.html' };
  const openPalette = (options: OpenOptions = {}): Promise<Opened> => openWindow({ ...size, ...options });
  const inputs = ({ script }: Pick<Opened, 'script'>, channel: string): unknown[] =>
    script.heard.filter((one) => one.channel === channel).map(({ input }) => input);

  test('is driven by the keyboard alone, under the policy, and its page complains of nothing', async () => {
    const opened = await openPalette();
    const { page, complaints } = opened;
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox');
    const active = (): Promise<string> => page.getByRole('option', { selected: true }).innerText();
    expect(await active()).toContain('Shop assistant');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    expect(await active()).toContain('Claude for reviews');
    await page.keyboard.press('PageDown');
    expect(await active()).toContain('Search sidecar');
    await page.keyboard.press('ArrowDown');
    expect(await active()).toContain('Search sidecar');
    await page.keyboard.press('Tab');
    await page.keyboard.type('deploy');
    expect(await active()).toContain('Deploy bot');
    await page.keyboard.press('Enter');
    await expect.poll(() => inputs(opened, 'palette.copy')).toEqual([{ id: 'k4' }]);
    await page.keyboard.press('Escape');
    await expect.poll(() => inputs(opened, 'palette.hide')).toEqual([{}]);
    expect(complaints).toEqual([]);
  });

  test('says what failed, and Enter then opens the key in the main window', async () => {
    const script = sampleVault();
    const message = 'Not copied: “Claude for reviews” was copied once already.';
    script.failures = { 'palette.copy': { code: 'COPY_SPENT', message, details: {} } };
    const opened = await openPalette({ script });
    await opened.page.keyboard.type('claude');
    await opened.page.keyboard.press('Enter');
    const alert = opened.page.getByRole('alert');
    await expect.poll(() => alert.innerText()).toContain(message);
    expect(await alert.innerText()).not.toContain('COPY_SPENT');
    await opened.page.keyboard.press('Enter');
    await expect.poll(() => inputs(opened, 'palette.open')).toEqual([{ id: 'k2' }]);
  });

  test('goes from keys to a key’s env files and back to where it was', async () => {
    const opened = await openPalette();
    const { page } = opened;
    await page.keyboard.type('e');
    await page.keyboard.press('ArrowDown');
    const before = await page.getByRole('option', { selected: true }).innerText();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('listbox', { name: 'Env files' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('listbox', { name: 'Keys' }).waitFor();
    expect(await page.getByRole('option', { selected: true }).innerText()).toBe(before);
    expect(await page.getByRole('combobox').inputValue()).toBe('e');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('listbox', { name: 'Env files' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('1 variable written to api/.env.').waitFor();
    expect(inputs(opened, 'palette.export')).toEqual([{ targetId: 't1' }]);
    await page.keyboard.press('Enter');
    await expect.poll(() => inputs(opened, 'palette.hide')).toEqual([{}]);
  });

  test('follows the vault, begins again when it is shown, and forgets every name when it is locked', async () => {
    const { page, script, tell } = await openPalette();
    const options = page.getByRole('option');
    const count = await options.count();
    const reads = () => inputs({ script }, 'palette.list').length;
    const gone = script.keys.slice(0, 1).map(({ id }) => id);
    script.keys = script.keys.slice(1);
    await tell('palette.changed', { changed: [], gone });
    await expect.poll(() => options.count()).toBe(count - 1);
    expect(reads()).toBe(1);
    await tell('palette.changed', { changed: null, gone: [] });
    await tell('palette.changed', { changed: null, gone: [] });
    await expect.poll(reads).toBe(2);

    await page.keyboard.type('claude');
    await tell('palette.shown', {});
    await expect.poll(() => page.getByRole('combobox').inputValue()).toBe('');

    await page.keyboard.press('Control+Enter');
    await page.getByRole('listbox', { name: 'Env files' }).waitFor();
    await tell('lock.changed', { locked: true, checks: null });
    await expect.poll(() => page.content()).not.toMatch(/Claude|Stripe|Deploy/);
    await tell('lock.changed', { locked: false, checks: null });
    await expect.poll(() => options.count()).toBe(count - 1);
  });
});

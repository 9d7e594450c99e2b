import { expect, test } from 'vitest';
import { sampleVault } from './sample-vault.ts';
import { withHarness } from './with-harness.ts';

const openWindow = withHarness();

test('a key on the clipboard is kept with two keystrokes and no mouse', async () => {
  const { page, script, complaints } = await openWindow();
  await page.keyboard.press('Control+n');
  await page.getByText('On your clipboard: an OpenAI project key ending in 3f9A').waitFor();
  await expect.poll(() => page.getByLabel('Name').evaluate((input) => input.matches(':focus'))).toBe(true);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  expect(script.heard.find(({ channel }) => channel === 'keys.addFromClipboard')?.input).toMatchObject({
    name: 'OpenAI project key',
    envVar: 'OPENAI_API_KEY',
    provider: 'openai',
    copyPolicy: 'once',
    offerId: 'offer-1',
  });
  expect(await page.getByRole('row', { name: 'OpenAI project key' }).getAttribute('aria-selected')).toBe('true');
  expect(complaints).toEqual([]);
});

test('a typed value stays in its field when main refuses it, and nowhere else in the page', async () => {
  const value = 'sk-typed-0123456789abcdef';
  const script = sampleVault();
  script.failures['keys.add'] = {
    code: 'FIELDS_INVALID',
    message: 'Not saved: a key named “Mine” is already here.',
    details: { name: 'NAME_TAKEN', 'name:name': 'Mine' },
  };
  const { page } = await openWindow({ script });
  await page.getByRole('button', { name: 'Add key' }).click();
  await page.getByRole('tab', { name: 'Paste or type' }).click();
  await page.getByLabel('Value').fill(value);
  await page.getByLabel('Name').fill('Mine');
  await page.getByRole('button', { name: 'Save key' }).click();

  const dialog = page.getByRole('dialog', { name: 'Add a key' });
  await dialog.getByText('A key named “Mine” already exists.').waitFor();
  expect(await page.getByLabel('Value').inputValue()).toBe(value);
  const added = () => script.heard.findLast(({ channel }) => channel === 'keys.add')?.input;
  expect(added()).toMatchObject({ value, name: 'Mine' });
  expect(await page.content()).not.toContain(value);
  await page.getByRole('button', { name: 'Save key' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(added()).toMatchObject({ value });
  expect(await page.content()).not.toContain(value);
});

test('what main refuses for another reason is said next to the form, with its code behind Details, and the form stays', async () => {
  const script = sampleVault();
  const message = 'The keychain is locked. Unlock it, then try again.';
  script.failures['keys.edit'] = { code: 'KEYCHAIN_LOCKED', message, details: {} };
  const { page } = await openWindow({ script });
  await page.getByRole('region', { name: 'Key', exact: true }).getByRole('button', { name: 'Edit' }).click();
  const form = page.getByRole('form', { name: 'Edit Claude for reviews' });
  await form.getByLabel('Environment variable').fill('1KEY');
  await form.getByRole('button', { name: 'Save' }).click();

  await expect.poll(() => form.getByRole('alert').innerText()).toBe(`${message}\nDetails`);
  await form.getByText('Details').click();
  await form.getByText('KEYCHAIN_LOCKED').waitFor();
  expect(await form.getByLabel('Environment variable').inputValue()).toBe('1KEY');
});

test('a deleted key is gone at once and back after Undo', async () => {
  const script = sampleVault();
  for (const { targets } of script.projects)
    for (const target of targets) target.bindings = target.bindings.filter(({ keyId }) => keyId !== 'k4');
  const { page } = await openWindow({ script });
  await page.getByRole('row', { name: 'Deploy bot' }).focus();
  await page.keyboard.press('Delete');
  await page.getByRole('row', { name: 'Deploy bot' }).waitFor({ state: 'detached' });
  expect(await page.getByRole('status').innerText()).toContain('“Deploy bot” moved to Trash.');
  await expect
    .poll(() => page.getByRole('row', { name: 'Gemini' }).evaluate((row) => row.matches(':focus')))
    .toBe(true);

  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('row', { name: 'Deploy bot' }).waitFor();
});

test('a copied key shows how long it stays on the clipboard, and Clear takes it away', async () => {
  const { page, script } = await openWindow();
  const row = page.getByRole('row', { name: 'Shop assistant' });
  await row.focus();
  await page.keyboard.press('Control+c');
  await row.getByText(/^(29|30) s$/).waitFor();
  await row.getByRole('button', { name: 'Clear the clipboard' }).click();
  await row.getByText(/^\d+ s$/).waitFor({ state: 'detached' });
  expect(script.lease).toBeNull();
  await page.getByRole('row', { name: 'Transcripts' }).click();
  await row.getByText('No copy left').waitFor();
});

test('a spent key offers one more copy instead of Copy', async () => {
  const { page, script } = await openWindow();
  await page.getByRole('row', { name: 'Claude for reviews' }).focus();
  await page.keyboard.press('c');
  await page.getByRole('status').getByText('“Claude for reviews” has no copy left.').waitFor();
  await page.getByRole('status').getByRole('button', { name: 'Allow one more copy' }).click();
  await page.getByRole('row', { name: 'Claude for reviews' }).getByRole('button', { name: 'Copy' }).waitFor();
  expect(script.heard.map(({ channel }) => channel)).not.toContain('keys.copy');
});

test('a narrow window shows the detail in the place of the list, and Escape brings the list back', async () => {
  const { page } = await openWindow({ viewport: { width: 720, height: 480 } });
  const grid = page.getByRole('grid', { name: 'Keys' });
  const detail = page.getByRole('region', { name: 'Key', exact: true });
  expect(await detail.isVisible()).toBe(false);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await detail.getByRole('heading', { name: 'Deploy bot' }).waitFor();
  expect(await grid.isVisible()).toBe(false);
  await page.keyboard.press('Escape');
  await grid.waitFor();
  expect(await detail.isVisible()).toBe(false);
  const hasFocus = () => page.getByRole('row', { name: 'Deploy bot' }).evaluate((row) => row.matches(':focus'));
  await expect.poll(hasFocus).toBe(true);
});

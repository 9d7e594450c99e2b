import { expect, test } from 'vitest';
import { sampleVault } from './sample-vault.ts';
import { withHarness } from './with-harness.ts';

const openWindow = withHarness();

test('every view opens from the keyboard under the policy, and the page complains of nothing', async () => {
  const { page, complaints } = await openWindow();
  for (const [key, heading] of [
    ['2', 'Projects'],
    ['3', 'Activity'],
    [',', 'Settings'],
  ] as const) {
    await page.keyboard.press(`Control+${key}`);
    await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
  }
  await page.keyboard.press('Control+1');
  await page.getByRole('grid', { name: 'Keys' }).waitFor();
  await page.keyboard.press('Control+n');
  await page.getByRole('dialog', { name: 'Add a key' }).waitFor();
  expect(await page.evaluate(() => document.querySelectorAll('style').length)).toBe(0);
  expect(complaints).toEqual([]);
});

test('the page would complain if something went round the policy', async () => {
  const { page, complaints } = await openWindow();
  await page.evaluate(() =>
    document.head.append(Object.assign(document.createElement('style'), { textContent: 'a{}' })),
  );
  await expect.poll(() => complaints.join()).toContain('Content Security Policy');
});

test('a key is bound, looked at and written, and each button says what it does', async () => {
  const { page, script } = await openWindow();
  await page.keyboard.press('Control+2');
  await page.getByRole('row', { name: 'shop', exact: true }).click();
  const target = page.getByRole('region', { name: 'api/.env' });
  await target.getByRole('button', { name: 'Bind a key' }).click();
  await page.getByRole('combobox', { name: 'Key' }).fill('claude');
  await page.keyboard.press('Enter');
  expect(await page.getByLabel('Environment variable').inputValue()).toBe('ANTHROPIC_API_KEY');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(script.heard.find(({ channel }) => channel === 'projects.bind')?.input).toEqual({
    targetId: 't1',
    keyId: 'k2',
    envVar: 'ANTHROPIC_API_KEY',
  });

  await target.getByRole('button', { name: 'Preview' }).click();
  const diff = page.getByRole('table', { name: 'Changes to api/.env' });
  await diff.getByRole('row', { name: 'Changed OPENAI_API_KEY ••••Qx7T Shop assistant' }).waitFor();
  await diff.getByRole('row', { name: 'Not ours DATABASE_URL stays as it is' }).waitFor();
  await page.getByRole('button', { name: 'Write 2 and remove 1 variable in api/.env' }).click();
  await page
    .getByRole('status')
    .getByText('2 variables written to api/.env, 1 variable removed from api/.env.')
    .waitFor();
  expect(script.heard.find(({ channel }) => channel === 'projects.writeFile')?.input).toEqual({ targetId: 't1' });
});

test('a file that git would commit can be written only after it is ignored', async () => {
  const script = sampleVault();
  if (script.preview) {
    script.preview.changes = script.preview.changes.filter(({ kind }) => kind === 'added');
    script.preview.git = { kind: 'exposed', ignoreFile: '.gitignore', line: '/api/.env' };
  }
  const { page } = await openWindow({ script });
  await page.keyboard.press('Control+2');
  await page.getByRole('region', { name: 'api/.env' }).getByRole('button', { name: 'Preview' }).click();
  const dialog = page.getByRole('dialog', { name: 'What would change in api/.env' });
  await dialog.getByText('git would commit api/.env').waitFor();
  expect(await dialog.getByRole('button', { name: /^Write/ }).count()).toBe(0);
  await dialog.getByRole('button', { name: 'Add /api/.env to .gitignore' }).click();
  await dialog.getByRole('button', { name: 'Write 1 variable to api/.env' }).waitFor();
});

test('a locked keychain is said above every view, with how to fix it', async () => {
  const { page, tell } = await openWindow();
  await tell('keychain.changed', { state: 'locked' });
  await page.getByRole('alert').getByText('Unlock your system’s keychain').waitFor();
  await page.keyboard.press('Control+3');
  expect(await page.getByRole('alert').getByText('Keychain locked.').isVisible()).toBe(true);
});

test('what fails by itself is shown as a message, its code behind Details, until it is closed', async () => {
  const { page, tell } = await openWindow();
  await tell('app.failed', { code: 'CLIPBOARD_REFUSED', message: 'The clipboard could not be cleared.', details: {} });
  const messages = page.getByRole('status');
  await messages.getByText('The clipboard could not be cleared.').waitFor();
  expect(await messages.innerText()).not.toContain('CLIPBOARD_REFUSED');
  await messages.getByText('Details').click();
  await messages.getByText('CLIPBOARD_REFUSED').waitFor();
  await messages.getByRole('button', { name: 'Close message' }).click();
  await expect.poll(() => messages.innerText()).toBe('');
});

test('what is done makes way for what was done later, an undo and an error don’t', async () => {
  const { page, tell } = await openWindow();
  const messages = page.getByRole('status');
  const pin = async (name: string): Promise<void> => {
    await page.getByRole('row', { name }).click();
    await page.getByRole('region', { name: 'Key', exact: true }).getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Pin to tray' }).click();
    await messages.getByText(`“${name}” is in the tray menu.`).waitFor();
  };
  await page.getByRole('row', { name: 'Gemini' }).focus();
  await page.keyboard.press('Delete');
  await tell('app.failed', { code: 'CLIPBOARD_REFUSED', message: 'The clipboard could not be cleared.', details: {} });
  await pin('Transcripts');
  await pin('Mail, staging');
  expect(await messages.getByText('is in the tray menu').allInnerTexts()).toEqual([
    '“Mail, staging” is in the tray menu.',
  ]);
  await messages.getByText('moved to Trash.').waitFor();
  await messages.getByText('The clipboard could not be cleared.').waitFor();
});

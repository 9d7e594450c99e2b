import type { Page } from '@playwright/test';
import { expect, test } from 'vitest';
import type { CallError, Channel } from '../../electron/ipc/contract.ts';
import { sampleVault } from './sample-vault.ts';
import type { Script } from './scripted-vault.ts';
import { withHarness } from './with-harness.ts';

const openWindow = withHarness();

const messages = (page: Page) => page.getByRole('status', { name: 'Messages' });
const row = (page: Page, name = 'Deploy bot') => page.getByRole('row', { name });
const failed: CallError = { code: 'KEYCHAIN_FAILED', message: 'The keychain refused. Nothing was lost.', details: {} };
const said = (page: Page) => messages(page).getByText(failed.message);

function failing(channel: Channel, error: CallError = failed): Script {
  const script = sampleVault();
  script.failures[channel] = error;
  return script;
}

/** A copy that failed, as the message in the corner says. */
async function failToCopy(script = failing('keys.copy')) {
  const opened = await openWindow({ script });
  await row(opened.page).focus();
  await opened.page.keyboard.press('c');
  await said(opened.page).waitFor();
  return opened;
}

test('a message of a view leaves with the view; an undo and what failed by itself stay', async () => {
  const { page, tell } = await openWindow({ script: failing('keys.pin') });
  await row(page, 'Gemini').focus();
  await page.keyboard.press('Delete');
  await messages(page).getByText('moved to Trash.').waitFor();
  await tell('app.failed', { code: 'CLIPBOARD_REFUSED', message: 'The clipboard could not be cleared.', details: {} });
  await row(page).getByRole('button', { name: 'More for Deploy bot' }).click();
  await page
    .getByRole('menuitem', { name: 'Unpin' })
    .or(page.getByRole('menuitem', { name: 'Pin to tray' }))
    .click();
  await said(page).waitFor();
  await page.keyboard.press('Control+2');
  await said(page).waitFor({ state: 'detached' });
  await messages(page).getByText('moved to Trash.').waitFor();
  await messages(page).getByText('The clipboard could not be cleared.').waitFor();
});

test('an error leaves when what failed is tried again', async () => {
  const { page } = await failToCopy();
  await page.keyboard.press('c');
  await messages(page).getByText('is on your clipboard').waitFor();
  expect(await said(page).count()).toBe(0);
});

test('an error of the keychain leaves when the keychain answers again', async () => {
  const { page, tell } = await failToCopy();
  await tell('keychain.changed', { state: 'locked' });
  await said(page).waitFor();
  await tell('keychain.changed', { state: 'ready' });
  await said(page).waitFor({ state: 'detached' });
});

test('that a shortcut is taken is over when another one is set', async () => {
  const { page, script, tell } = await openWindow();
  const taken = { shortcut: 'Ctrl+Shift+K' };
  await tell('app.failed', { code: 'SHORTCUT_TAKEN', message: 'Ctrl+Shift+K is taken.', details: taken });
  await tell('settings.changed', { ...script.settings, theme: 'light' });
  await messages(page).getByText('Ctrl+Shift+K is taken.').waitFor();
  await tell('settings.changed', { ...script.settings, shortcut: 'Alt+Space' });
  await messages(page).getByText('Ctrl+Shift+K is taken.').waitFor({ state: 'detached' });
});

test('an error about a key leaves with the key, wherever it was deleted', async () => {
  const { page, tell } = await failToCopy(failing('keys.copy', { ...failed, code: 'VALUE_MISSING' }));
  await tell('keys.changed', { changed: [], gone: ['k4'] });
  await said(page).waitFor({ state: 'detached' });
});

test('a code is shown behind Details alone', async () => {
  const { page } = await failToCopy();
  expect(await messages(page).innerText()).not.toContain('KEYCHAIN_FAILED');
  await messages(page).getByText('Details').click();
  await messages(page).getByText('KEYCHAIN_FAILED').waitFor();
});

test.each(['NOT_CONFIRMED', 'DIALOG_OPEN'] as const)('%s is no error anywhere', async (code) => {
  const refusal: CallError = { code, message: 'Nothing changed: it was not confirmed.', details: {} };
  const script = sampleVault();
  const { page } = await openWindow({ script });
  const heard = (channel: Channel) =>
    expect.poll(() => script.heard.some((call) => call.channel === channel)).toBe(true);
  const expectSilence = async (): Promise<void> => {
    expect(await page.locator('.toast, .note-bad').count()).toBe(0);
  };

  script.failures['keys.allowCopy'] = refusal;
  await row(page, 'Claude for reviews').click();
  await page
    .getByRole('region', { name: 'Key', exact: true })
    .getByRole('button', { name: 'Allow one more copy' })
    .click();
  await heard('keys.allowCopy');
  await expectSilence();

  script.failures['keys.edit'] = refusal;
  await page.getByRole('region', { name: 'Key', exact: true }).getByRole('button', { name: 'Edit' }).click();
  const form = page.getByRole('form', { name: 'Edit Claude for reviews' });
  await form.getByRole('radio', { name: 'Copy freely' }).check();
  await form.getByRole('button', { name: 'Save' }).click();
  await heard('keys.edit');
  expect(await form.getByRole('radio', { name: 'Copy freely' }).isChecked()).toBe(true);
  await expectSilence();

  script.failures['projects.link'] = refusal;
  await page.keyboard.press('Control+2');
  await page.getByRole('button', { name: 'Link a folder' }).click();
  await heard('projects.link');
  await expectSilence();

  script.failures['projects.setTarget'] = refusal;
  const card = page.getByRole('region', { name: 'api/.env' });
  await card.getByRole('button', { name: 'More for api/.env' }).click();
  await page.getByRole('menuitem', { name: 'Settings' }).click();
  const dialog = page.getByRole('dialog', { name: 'Settings of api/.env' });
  await dialog.getByRole('radio', { name: 'Docker' }).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await heard('projects.setTarget');
  await dialog.waitFor();
  await expectSilence();
});

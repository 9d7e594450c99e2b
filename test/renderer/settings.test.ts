import type { Page } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import { formatKeys } from '../../electron/ipc/accelerator.ts';
import { pressedOf } from '../../renderer/features/settings/accelerator.ts';
import type { Opened } from './harness.ts';
import { sampleVault } from './sample-vault.ts';
import type { Script } from './scripted-vault.ts';
import { withHarness } from './with-harness.ts';

const openWindow = withHarness();

async function open(script: Script = sampleVault()): Promise<Opened> {
  const opened = await openWindow({ script });
  await opened.page.keyboard.press('Control+,');
  await opened.page.getByRole('heading', { name: 'Copying' }).waitFor();
  return opened;
}

/** What main was asked to keep, in the order that it came. */
function wanted(script: Script): unknown[] {
  return script.heard.filter(({ channel }) => channel === 'settings.set').map(({ input }) => input);
}

const recorder = (page: Page) => page.getByRole('button', { name: 'Open the quick palette' });

test('each setting is kept by itself, as soon as it is chosen', async () => {
  const { page, script, complaints } = await open();
  await page.getByRole('radio', { name: 'Always' }).click();
  await page.getByLabel('New keys are rotated').selectOption('Every 30 days');
  await page.getByLabel('Remind me of a rotation').selectOption('Never');
  await page.getByLabel('Lock when nobody is there').selectOption('After 5 min');
  await page.getByRole('switch', { name: 'Keep running in the tray' }).click();
  await page.getByRole('switch', { name: 'Start at login' }).click();
  await page.getByRole('switch', { name: 'Single-key shortcuts' }).click();
  await page.getByRole('radio', { name: 'Dark' }).click();
  await expect.poll(() => page.getByRole('radio', { name: 'Dark' }).isChecked()).toBe(true);
  expect(await page.getByRole('switch', { name: 'Start at login' }).isChecked()).toBe(true);
  expect(wanted(script)).toEqual([
    { defaultPolicy: 'always' },
    { rotateEveryDays: 30 },
    { remindDays: null },
    { idleLockMinutes: 5 },
    { closeToTray: false },
    { startAtLogin: true },
    { singleKeyShortcuts: false },
    { theme: 'dark' },
  ]);
  expect(complaints).toEqual([]);
});

test('a number is kept when it is saved, and only one that can be', async () => {
  const { page, script } = await open();
  const lease = page.getByLabel('Copied values stay');
  const save = page.getByRole('button', { name: 'Save' }).first();
  expect(await save.isDisabled()).toBe(true);
  await lease.fill('301');
  await page.getByText('From 5 to 300.').waitFor();
  expect(await save.isDisabled()).toBe(true);
  await lease.fill('45');
  await save.click();
  await page.getByText('A copied value stays 45 s.').waitFor();
  await page.getByLabel('Rotations can be undone').fill('0');
  await page.keyboard.press('Enter');
  await page.getByText('Previous values go at once.').waitFor();
  expect(wanted(script)).toEqual([{ leaseSeconds: 45 }, { graceDays: 0 }]);
});

test('what the person refuses in main’s dialog is shown as it was, and is no error', async () => {
  const script = sampleVault();
  const refusal = { code: 'NOT_CONFIRMED', message: 'Nothing changed: it was not confirmed.', details: {} } as const;
  const { page } = await open(script);
  script.failures['settings.set'] = refusal;
  await page.getByRole('radio', { name: 'Always' }).click();
  await expect.poll(() => page.getByRole('radio', { name: 'Once' }).isChecked()).toBe(true);
  script.failures['settings.set'] = refusal;
  await page.getByLabel('Copied values stay').fill('300');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByLabel('Copied values stay').inputValue()).toBe('30');
  script.failures['settings.set'] = refusal;
  await page.getByRole('switch', { name: 'Keep running in the tray' }).click();
  await expect.poll(() => wanted(script).length).toBe(3);
  await expect.poll(() => page.getByRole('switch', { name: 'Keep running in the tray' }).isChecked()).toBe(true);
  expect(await page.locator('.note-bad, .toast').count()).toBe(0);
});

test('what changes elsewhere is shown, also where the lists don’t offer it', async () => {
  const { page, script, tell } = await open();
  await tell('settings.changed', { ...script.settings, idleLockMinutes: 7, remindDays: 12, theme: 'light' });
  await expect.poll(() => page.getByRole('radio', { name: 'Light' }).isChecked()).toBe(true);
  const chosen = (label: string): Promise<string> => page.getByLabel(label).locator('option:checked').innerText();
  expect(await chosen('Lock when nobody is there')).toBe('After 7 min');
  expect(await chosen('Remind me of a rotation')).toBe('12 days before');
});

describe('the palette’s shortcut', () => {
  test('is the keys that are pressed; meanwhile the window’s own keys rest', async () => {
    const { page, script } = await open();
    expect(await recorder(page).innerText()).toBe('Ctrl+Shift+K');
    await recorder(page).click();
    await page.getByText('Press the keys').waitFor();
    await page.keyboard.press('Control+n');
    await page.getByText('Other programs need that.', { exact: false }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(wanted(script)).toEqual([]);
    await page.keyboard.press('Control+Alt+Shift+p');
    await expect.poll(() => recorder(page).innerText()).toBe('Ctrl+Alt+Shift+P');
    expect(wanted(script)).toEqual([{ shortcut: 'CommandOrControl+Alt+Shift+P' }]);
  });

  test('stays as it was with Escape and when the focus goes', async () => {
    const { page, script } = await open();
    await recorder(page).click();
    await page.keyboard.press('Escape');
    await expect.poll(() => recorder(page).innerText()).toBe('Ctrl+Shift+K');
    await recorder(page).click();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+Alt+j');
    expect(await recorder(page).innerText()).toBe('Ctrl+Shift+K');
    expect(wanted(script)).toEqual([]);
  });

  test('can be cleared, and there is none', async () => {
    const { page, script } = await open();
    await page.getByRole('button', { name: 'Clear the shortcut' }).click();
    await expect.poll(() => recorder(page).innerText()).toBe('None');
    expect(wanted(script)).toEqual([{ shortcut: '' }]);
  });

  test('says when another program has it', async () => {
    const script = sampleVault();
    script.abilities = { ...script.abilities, shortcut: false };
    const { page } = await open(script);
    await page.getByText('can’t be had: another program uses it').waitFor();
    script.abilities = { ...script.abilities, shortcut: true };
    await recorder(page).click();
    await page.keyboard.press('Alt+Space');
    await page.getByText('can’t be had').waitFor({ state: 'detached' });
    expect(await recorder(page).innerText()).toBe('Alt+Space');
  });

  test.each([
    ['k', 'KeyK', 'Control', false, 'CommandOrControl+K', 'Ctrl+K'],
    ['˚', 'KeyK', 'Alt', true, 'Alt+K', '⌥K'],
    ['!', 'Digit1', 'Shift', false, 'Shift+1', 'Shift+1'],
    ['z', 'KeyY', 'Meta', false, 'Super+Z', 'Super+Z'],
    ['K', 'KeyK', 'Meta', true, 'CommandOrControl+K', '⌘K'],
    [' ', 'Space', 'Control', true, 'Control+Space', '⌃Space'],
    ['F5', 'F5', 'Alt', false, 'Alt+F5', 'Alt+F5'],
    ['Shift', 'ShiftLeft', 'Shift', false, 'Shift+null', 'Shift+null'],
  ] as const)('%j at %s with %s (mac: %s) is %s, read as %s', (key, code, held, isMac, accelerator, said) => {
    const keys = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
    const names = { Control: 'ctrlKey', Meta: 'metaKey', Alt: 'altKey', Shift: 'shiftKey' } as const;
    const pressed = pressedOf({ ...keys, key, code, [names[held]]: true }, isMac);
    const all = [...pressed.modifiers, String(pressed.key)];
    expect(all.join('+')).toBe(accelerator);
    expect(formatKeys(all, isMac)).toBe(said);
  });
});

test('a desktop without a tray is told what closing does there', async () => {
  const script = sampleVault();
  script.abilities = { tray: false, shortcut: true };
  const { page } = await open(script);
  await page.getByText('This desktop shows no tray: closing the window quits').waitFor();
});

test('a new key begins with what the settings say', async () => {
  const script = sampleVault();
  Object.assign(script.settings, { defaultPolicy: 'always', rotateEveryDays: null });
  const { page } = await openWindow({ script });
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog');
  await expect.poll(() => dialog.getByRole('radio', { name: 'Copy freely' }).isChecked()).toBe(true);
  expect(await dialog.getByLabel('Rotate every').inputValue()).toBe('never');
  await dialog.getByRole('button', { name: 'Save key' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(script.heard.find(({ channel }) => channel === 'keys.addFromClipboard')?.input).toMatchObject({
    copyPolicy: 'always',
    rotateEveryDays: null,
  });
});

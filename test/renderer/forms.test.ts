import type { Locator, Page } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import type { CallError } from '../../electron/ipc/contract.ts';
import { sampleVault } from './sample-vault.ts';
import type { Script } from './scripted-vault.ts';
import { withHarness } from './with-harness.ts';

const openWindow = withHarness();

const value = 'sk-typed-0123456789abcdef';
const isFocused = (field: Locator): Promise<boolean> => field.evaluate((element) => element.matches(':focus'));
const heard = (script: Script, channel: string) => script.heard.filter((call) => call.channel === channel);
const detail = (page: Page) => page.getByRole('region', { name: 'Key', exact: true });

/** Marked, and told by the text that a screen reader reads with it. */
async function expectMarked(field: Locator, text: string): Promise<void> {
  await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
  const described = await field.evaluate((element) =>
    document.getElementById(element.getAttribute('aria-describedby') ?? '')?.innerText.trim(),
  );
  expect(described).toContain(text);
}

const twoWrong: CallError = {
  code: 'FIELDS_INVALID',
  message: 'Not saved: two fields need a change.',
  details: {
    name: 'NAME_TAKEN',
    'name:name': 'Deploy bot',
    envVar: 'ENV_VAR_REFUSED',
    'envVar:envVar': 'PATH',
    'envVar:reason': 'it changes which programs run',
  },
};

async function openTyped(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'Add a key' });
  await dialog.getByRole('tab', { name: 'Paste or type' }).click();
  return dialog;
}

/** What asks before something that was entered goes. */
const question = (page: Page) => page.getByRole('alertdialog', { name: 'Discard changes?' });

describe('adding a key', () => {
  test('tells of every wrong field at once, at the field, and goes to the first; no value was sent for it', async () => {
    const script = sampleVault();
    script.failures['keys.check'] = twoWrong;
    const { page, complaints } = await openWindow({ script });
    const dialog = await openTyped(page);
    await dialog.getByLabel('Name').fill('Deploy bot');
    await dialog.getByLabel('Environment variable').fill('PATH');
    await page.keyboard.press('Enter');
    await expectMarked(dialog.getByLabel('Value'), 'Enter the value.');
    await expectMarked(dialog.getByLabel('Name'), 'A key named “Deploy bot” already exists.');
    await expectMarked(dialog.getByLabel('Environment variable'), 'PATH can’t be used: it changes which programs run.');
    expect(await isFocused(dialog.getByLabel('Value'))).toBe(true);
    expect(heard(script, 'keys.add')).toEqual([]);

    await page.keyboard.type(value);
    await expect.poll(() => dialog.getByLabel('Value').getAttribute('aria-invalid')).toBe(null);
    await expectMarked(dialog.getByLabel('Name'), 'already exists');
    await dialog.getByLabel('Name').fill('Deploy bot 2');
    await dialog.getByLabel('Environment variable').fill('DEPLOY');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(heard(script, 'keys.add').map(({ input }) => input)).toMatchObject([
      { value, name: 'Deploy bot 2', envVar: 'DEPLOY' },
    ]);
    expect(complaints).toEqual([]);
  });

  test('keeps all that was typed when it is not saved, when another source is looked at, and when saved at last', async () => {
    const script = sampleVault();
    script.failures['keys.add'] = { code: 'KEYCHAIN_LOCKED', message: 'The keychain is locked.', details: {} };
    const { page } = await openWindow({ script });
    const dialog = await openTyped(page);
    await dialog.getByLabel('Value').fill(value);
    await dialog.getByLabel('Name').fill('Mine');
    await dialog.getByLabel('Environment variable').fill('MINE');
    await dialog.getByLabel('Scopes / permissions').fill('Read models');
    await dialog.getByRole('button', { name: 'Save key' }).click();
    await dialog.getByText('The keychain is locked.').waitFor();
    await dialog.getByRole('tab', { name: 'From the clipboard' }).click();
    await dialog.getByRole('tab', { name: 'Paste or type' }).click();
    expect(await dialog.getByLabel('Value').inputValue()).toBe(value);
    expect(await dialog.getByLabel('Name').inputValue()).toBe('Mine');
    expect(await dialog.getByLabel('Scopes / permissions').inputValue()).toBe('Read models');
    const field = await dialog.getByLabel('Value').elementHandle();
    await dialog.getByRole('button', { name: 'Save key' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(heard(script, 'keys.add')).toHaveLength(2);
    // The element itself, which somebody could still hold.
    expect(await field?.evaluate((element) => element instanceof HTMLTextAreaElement && element.value)).toBe('');
  });

  test('marks the value that main refuses, without a character of it anywhere', async () => {
    const script = sampleVault();
    script.failures['keys.add'] = {
      code: 'FIELDS_INVALID',
      message: 'Not saved.',
      details: { value: 'VALUE_CONTROL_CHARACTER', 'value:character': 'a NUL character', 'value:position': 7 },
    };
    const { page } = await openWindow({ script });
    const dialog = await openTyped(page);
    await dialog.getByLabel('Value').fill(value);
    await dialog.getByRole('button', { name: 'Save key' }).click();
    await expectMarked(dialog.getByLabel('Value'), 'Has a NUL character at position 7');
    expect(await page.content()).not.toContain('0123456789');
  });

  test('keeps what looks like a reference only where the person says that it is the value', async () => {
    const script = sampleVault();
    const { page } = await openWindow({ script });
    const dialog = await openTyped(page);
    await dialog.getByLabel('Name').fill('Odd one');
    await dialog.getByLabel('Value').fill(value);
    script.failures['keys.add'] = { code: 'FIELDS_INVALID', message: 'No.', details: { value: 'VALUE_REFERENCE' } };
    await dialog.getByRole('button', { name: 'Save key' }).click();
    await expectMarked(dialog.getByLabel('Value', { exact: true }), 'looks like a reference');
    await dialog.getByRole('checkbox', { name: /no reference.*this is the value/ }).check();
    await dialog.getByRole('button', { name: 'Save key' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(heard(script, 'keys.add').map(({ input }) => input)).toMatchObject([{ keepOdd: false }, { keepOdd: true }]);
  });

  test('proposes a name that is selected: what is typed takes its place', async () => {
    const { page } = await openWindow();
    await page.keyboard.press('Control+n');
    const name = page.getByRole('dialog').getByLabel('Name');
    await expect.poll(() => isFocused(name)).toBe(true);
    await expect.poll(() => name.inputValue()).toBe('OpenAI project key');
    await page.keyboard.type('Mine');
    expect(await name.inputValue()).toBe('Mine');
  });

  test('Escape and the cross ask before what was typed goes, with “Keep editing” first; Cancel does not', async () => {
    const { page } = await openWindow();
    const dialog = await openTyped(page);
    await dialog.getByLabel('Value').fill(value);
    for (const close of [
      () => page.keyboard.press('Escape'),
      () => dialog.getByRole('button', { name: 'Close', exact: true }).click(),
    ]) {
      await close();
      await question(page).waitFor();
      expect(await isFocused(question(page).getByRole('button', { name: 'Keep editing' }))).toBe(true);
      await page.keyboard.press('Enter');
      await question(page).waitFor({ state: 'detached' });
      expect(await dialog.getByLabel('Value').inputValue()).toBe(value);
    }
    // Twice in a row, without a click or a letter between them.
    for (const _ of [1, 2]) {
      await page.keyboard.press('Escape');
      await question(page).waitFor();
      await page.keyboard.press('Escape');
      await question(page).waitFor({ state: 'detached' });
    }
    expect(await dialog.getByLabel('Value').inputValue()).toBe(value);
    await page.mouse.click(5, 5);
    expect(await dialog.getByLabel('Value').inputValue()).toBe(value);

    await page.keyboard.press('Escape');
    await question(page).getByRole('button', { name: 'Discard' }).click();
    await dialog.waitFor({ state: 'detached' });
    await openTyped(page);
    expect(await dialog.getByLabel('Value').inputValue()).toBe('');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });

    await openTyped(page);
    await dialog.getByLabel('Value').fill(value);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
    await openTyped(page);
    expect(await dialog.getByLabel('Value').inputValue()).toBe('');
  });

  test('after a lock the fields are there again, and the value is gone', async () => {
    const { page } = await openWindow();
    const dialog = await openTyped(page);
    await dialog.getByLabel('Value').fill(value);
    await dialog.getByLabel('Name').fill('Half typed');
    const field = await dialog.getByLabel('Value').elementHandle();
    await page.keyboard.press('Control+l');
    await page.getByRole('button', { name: 'Unlock' }).waitFor();
    expect(await page.content()).not.toMatch(/Half typed|0123456789/);
    expect(await field?.evaluate((element) => element instanceof HTMLTextAreaElement && element.value)).toBe('');
    await page.getByRole('button', { name: 'Unlock' }).click();
    await dialog.getByRole('tab', { name: 'Paste or type' }).click();
    expect(await dialog.getByLabel('Name').inputValue()).toBe('Half typed');
    expect(await dialog.getByLabel('Value').inputValue()).toBe('');
  });
});

describe('editing a key', () => {
  async function edit(page: Page): Promise<Locator> {
    await page.getByRole('row', { name: 'Deploy bot' }).click();
    await detail(page).getByRole('button', { name: 'Edit' }).click();
    return page.getByRole('form', { name: 'Edit Deploy bot' });
  }

  test('tells of every wrong field at once and keeps what was written', async () => {
    const script = sampleVault();
    script.failures['keys.edit'] = {
      ...twoWrong,
      details: { ...twoWrong.details, tags: 'TAGS_TOO_LONG', 'tags:most': 20, 'tags:limit': 40 },
    };
    const { page } = await openWindow({ script });
    const form = await edit(page);
    await form.getByLabel('Name').fill('Claude for reviews');
    await form.getByLabel('Environment variable').fill('PATH');
    await form.getByRole('button', { name: 'Save' }).click();
    await expectMarked(form.getByLabel('Name'), 'already exists');
    await expectMarked(form.getByLabel('Environment variable'), 'PATH can’t be used');
    await expectMarked(form.getByLabel('Tags'), 'each of 40 characters or fewer');
    expect(await isFocused(form.getByLabel('Name'))).toBe(true);
    expect(await form.getByLabel('Name').inputValue()).toBe('Claude for reviews');
  });

  test('what was changed survives another selection, another view and a lock, and its row says so', async () => {
    const { page } = await openWindow();
    const form = await edit(page);
    await form.getByLabel('Name').fill('Deploy bot of the shop');
    await page.getByRole('row', { name: 'Transcripts' }).click();
    await detail(page).getByRole('heading', { name: 'Transcripts' }).waitFor();
    expect(await page.getByRole('row', { name: 'Deploy bot' }).innerText()).toContain('Changes not saved');
    await page.keyboard.press('Control+2');
    await page.keyboard.press('Control+1');
    await page.keyboard.press('Control+l');
    await page.getByRole('button', { name: 'Unlock' }).click();
    await page.getByRole('row', { name: 'Deploy bot' }).click();
    expect(await form.getByLabel('Name').inputValue()).toBe('Deploy bot of the shop');
    await form.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('row', { name: 'Deploy bot of the shop' }).waitFor();
    await form.waitFor({ state: 'detached' });
  });

  test('Escape asks before it discards changes; a form without any closes, also by another selection', async () => {
    const { page } = await openWindow();
    const form = await edit(page);
    await form.getByLabel('Name').fill('Changed');
    await page.keyboard.press('Escape');
    await question(page).waitFor();
    await page.keyboard.press('Enter');
    expect(await form.getByLabel('Name').inputValue()).toBe('Changed');
    await page.keyboard.press('Escape');
    await question(page).getByRole('button', { name: 'Discard' }).click();
    await form.waitFor({ state: 'detached' });
    await expect.poll(() => isFocused(detail(page).getByRole('button', { name: 'Edit' }))).toBe(true);

    await page.keyboard.press('Enter');
    await form.getByLabel('Name').focus();
    await page.keyboard.press('Escape');
    await expect.poll(() => isFocused(detail(page).getByRole('button', { name: 'Edit' }))).toBe(true);

    await edit(page);
    await page.getByRole('row', { name: 'Transcripts' }).click();
    await page.getByRole('row', { name: 'Deploy bot' }).click();
    await detail(page).getByRole('button', { name: 'Edit' }).waitFor();
    expect(await form.count()).toBe(0);
  });
});

test('a rotation with the same value marks it and keeps it', async () => {
  const script = sampleVault();
  script.failures['keys.rotate'] = { code: 'VALUE_SAME', message: 'Not rotated.', details: { name: 'Deploy bot' } };
  const { page } = await openWindow({ script });
  await page.getByRole('row', { name: 'Deploy bot' }).focus();
  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog', { name: 'Rotate Deploy bot' });
  await dialog.getByRole('tab', { name: 'Paste or type' }).click();
  await dialog.getByRole('button', { name: 'Rotate key' }).click();
  await expectMarked(dialog.getByLabel('New value'), 'Enter the value.');
  await dialog.getByLabel('New value').fill(value);
  await dialog.getByRole('button', { name: 'Rotate key' }).click();
  await expectMarked(dialog.getByLabel('New value'), 'the value it has now');
  expect(await dialog.getByLabel('New value').inputValue()).toBe(value);
});

test('binding without a key, or with a variable that is used, marks the field and keeps the rest', async () => {
  const script = sampleVault();
  script.failures['projects.bind'] = {
    code: 'ENV_VAR_BOUND',
    message: 'Not bound.',
    details: { envVar: 'OPENAI_API_KEY', file: 'api/.env' },
  };
  const { page, tell } = await openWindow({ script });
  await page.keyboard.press('Control+2');
  await page.getByRole('region', { name: 'api/.env' }).getByRole('button', { name: 'Bind a key' }).click();
  const dialog = page.getByRole('dialog', { name: 'Bind a key to api/.env' });
  await dialog.getByRole('button', { name: 'Bind key' }).click();
  await expectMarked(dialog.getByRole('combobox', { name: 'Key' }), 'Choose a key.');
  await expectMarked(dialog.getByLabel('Environment variable'), 'Enter a name.');
  await dialog.getByRole('option', { name: 'Transcripts' }).click();
  await dialog.getByLabel('Environment variable').fill('OPENAI_API_KEY');
  await page.keyboard.press('Enter');
  await expectMarked(dialog.getByLabel('Environment variable'), 'OPENAI_API_KEY already uses another key in api/.env.');

  // Another window of Clavis asks for a key: what was chosen here does not go without a word.
  await tell('keys.selected', { id: 'k4' });
  await question(page).waitFor();
  await page.keyboard.press('Enter');
  expect(await dialog.getByLabel('Environment variable').inputValue()).toBe('OPENAI_API_KEY');
  await tell('keys.selected', { id: 'k4' });
  await question(page).getByRole('button', { name: 'Discard' }).click();
  await detail(page).getByRole('heading', { name: 'Deploy bot' }).waitFor();
});

test('a backup keeps its passphrase when no place is chosen, and asks before it goes', async () => {
  const script = sampleVault();
  script.failures['backup.save'] = { code: 'NOT_CONFIRMED', message: 'Nothing changed.', details: {} };
  const { page } = await openWindow({ script });
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: 'Back up' }).click();
  const dialog = page.getByRole('dialog', { name: 'Back up' });
  const passphrase = dialog.getByLabel('Passphrase');
  await passphrase.fill('short');
  await page.keyboard.press('Enter');
  await expectMarked(passphrase, 'Use 12 characters or more.');
  await passphrase.fill('four words and a half');
  await page.keyboard.press('Enter');
  await expect.poll(() => heard(script, 'backup.save').length).toBe(1);
  await expect.poll(() => dialog.locator('[aria-busy="true"]').count()).toBe(0);
  expect(await passphrase.inputValue()).toBe('four words and a half');
  expect(await dialog.locator('.note-bad').count()).toBe(0);
  await page.keyboard.press('Escape');
  await question(page).getByRole('button', { name: 'Keep editing' }).click();
  await dialog.getByRole('button', { name: 'Choose a place and save' }).click();
  await dialog.waitFor({ state: 'detached' });
});

test('what was ticked of a backup or an import is asked about before it goes', async () => {
  const { page } = await openWindow();
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: 'From an export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import keys' });
  const leftOut = 'Left out: 4 archived, 2 in the trash there. Restore there what you need, then export again.';
  await dialog.getByText(`${leftOut} 25 entries without anything to keep left out.`).waitFor();
  await dialog.getByRole('checkbox', { name: 'Mistral' }).uncheck();
  await page.keyboard.press('Escape');
  await question(page).waitFor();
  await page.keyboard.press('Escape');
  expect(await dialog.getByRole('checkbox', { name: 'Mistral' }).isChecked()).toBe(false);
  await dialog.getByRole('checkbox', { name: 'Mistral' }).check();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'Restore' }).click();
  const restore = page.getByRole('dialog', { name: /Restore from/ });
  await restore.getByRole('button', { name: 'Open backup' }).click();
  await expectMarked(restore.getByLabel('Passphrase'), 'Enter the passphrase.');
  await restore.getByLabel('Passphrase').fill('right');
  await page.keyboard.press('Enter');
  await restore.getByRole('group', { name: 'Newer here' }).getByRole('checkbox').check();
  await page.keyboard.press('Escape');
  await question(page).getByRole('button', { name: 'Discard' }).click();
  await restore.waitFor({ state: 'detached' });
});

test('names of recovered keys are marked one by one', async () => {
  const script = sampleVault();
  script.failures['recovery.take'] = {
    code: 'FIELDS_INVALID',
    message: 'Not saved.',
    details: { 'r1.name': 'NAME_EMPTY', 'r1.envVar': 'ENV_VAR_INVALID' },
  };
  const { page } = await openWindow({ script });
  await page.keyboard.press('Control+,');
  await page.getByRole('region', { name: 'Recover' }).getByRole('button').click();
  const dialog = page.getByRole('dialog', { name: 'Look for lost keys' });
  await dialog.getByLabel('Name').fill('');
  await dialog.getByRole('button', { name: 'Recover 2 keys' }).click();
  await expectMarked(dialog.getByLabel('Name'), 'Enter a name.');
  await expectMarked(dialog.getByLabel('Environment variable'), 'letters, digits and _');
  expect(await isFocused(dialog.getByLabel('Name'))).toBe(true);
});

test('a typed value proposes a name, a variable and a provider, which what is written by hand outlives, and says who has it', async () => {
  const script = sampleVault();
  script.recognized = { provider: 'openai', name: 'OpenAI 2', envVar: 'OPENAI_API_KEY', heldBy: 'Shop assistant' };
  const { page } = await openWindow({ script });
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'Add a key' });
  await dialog.getByRole('tab', { name: 'Paste or type' }).click();
  await dialog.getByLabel('Environment variable').fill('BY_HAND');
  await dialog.getByLabel('Value', { exact: true }).fill('a-value-that-somebody-types');
  await dialog.getByText('This value is already saved as').waitFor();
  const fields = () =>
    Promise.all(['Name', 'Environment variable', 'Provider'].map((label) => dialog.getByLabel(label).inputValue()));
  expect(await fields()).toEqual(['OpenAI 2', 'BY_HAND', 'openai']);
  expect(script.heard.filter(({ channel }) => channel === 'keys.recognize')).toHaveLength(1);
  // What is typed next may be something else.
  script.recognized = null;
  await dialog.getByLabel('Value', { exact: true }).fill('b');
  await expect.poll(fields).toEqual(['', 'BY_HAND', '']);
  expect(await page.content()).not.toContain('a-value-that-somebody-types');
});

test('a key that the file has already is marked when another is to be bound', async () => {
  const { page } = await openWindow();
  await page.keyboard.press('Control+2');
  await page.getByRole('button', { name: 'Bind a key' }).first().click();
  const option = page.getByRole('option', { name: /Shop assistant/ });
  await option.getByText('in this file already, as').waitFor();
  expect(await page.getByRole('option').getByText('in this file already').count()).toBeLessThan(
    await page.getByRole('option').count(),
  );
});

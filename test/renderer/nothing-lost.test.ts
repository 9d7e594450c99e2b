import { expect, test } from 'vitest';
import { sampleKey, sampleVault } from './sample-vault.ts';
import { withHarness } from './with-harness.ts';

const openWindow = withHarness();

test('a secret of one’s own is made from a recipe alone; its value never comes to the window', async () => {
  const { page, script, complaints } = await openWindow();
  await page.keyboard.press('Control+n');
  await page.getByRole('tab', { name: 'Generate' }).click();
  await page.getByLabel('Form').selectOption('hex');
  await page.getByLabel('Random bytes').fill('48');
  await page.getByText('384 random bits').waitFor();
  await page.getByRole('textbox', { name: 'Name' }).fill('Sessions');
  await page.getByLabel('Environment variable').fill('JWT_SECRET');
  await page.getByRole('button', { name: 'Save key' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(script.heard.find(({ channel }) => channel === 'keys.addGenerated')?.input).toMatchObject({
    name: 'Sessions',
    envVar: 'JWT_SECRET',
    recipe: { kind: 'bytes', bytes: 48, encoding: 'hex' },
  });
  expect(complaints).toEqual([]);
});

test('a size that can’t be made is not sent', async () => {
  const { page, script } = await openWindow();
  await page.keyboard.press('Control+n');
  await page.getByRole('tab', { name: 'Generate' }).click();
  const size = page.getByLabel('Random bytes');
  await size.fill('4');
  await page.getByText('From 8 to 1024.').waitFor();
  await page.getByRole('textbox', { name: 'Name' }).fill('Sessions');
  await page.keyboard.press('Enter');
  await page.getByText('Enter a whole number from 8 to 1024.').waitFor();
  await expect.poll(() => size.evaluate((input) => input.matches(':focus[aria-invalid="true"]'))).toBe(true);
  expect(script.heard.map(({ channel }) => channel)).not.toContain('keys.addGenerated');
});

test('a key whose value is missing says so in its row and what can be done in its detail', async () => {
  const script = sampleVault();
  script.keys = [sampleKey({ id: 'lost', name: 'Lost one', valueMissing: true })];
  const { page } = await openWindow({ script });
  expect(await page.getByRole('row', { name: 'Lost one' }).innerText()).toContain('Value missing');
  const said = await page.getByRole('region', { name: 'Key', exact: true }).innerText();
  for (const way of ['Rotate it', 'restore it from a backup', 'Recover']) expect(said).toContain(way);
});

test.each([
  ['locked', 'Keychain locked'],
  ['missing', 'No keychain'],
  ['failing', 'Keychain failing'],
  ['no-default', 'No default keyring'],
  ['other', 'Another keychain'],
] as const)(
  'a keychain that is %s says so; Try again asks it, and what it says then is shown',
  async (state, words) => {
    const script = sampleVault();
    script.keychain = { state };
    script.keychainThen = { state };
    const { page } = await openWindow({ script });
    const banner = page.getByRole('alert').filter({ hasText: words });
    await banner.waitFor();
    await banner.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => script.heard.filter(({ channel }) => channel === 'keychain.tryAgain').length).toBe(1);
    await banner.waitFor();
    script.keychainThen = { state: 'ready' };
    await banner.getByRole('button', { name: 'Try again' }).click();
    await banner.waitFor({ state: 'detached' });
    expect(await page.getByRole('row', { name: 'Shop assistant' }).isVisible()).toBe(true);
  },
);

test('only another keychain can be gone on with', async () => {
  const script = sampleVault();
  script.keychain = { state: 'locked' };
  const { page, tell } = await openWindow({ script });
  await page.getByRole('button', { name: 'Try again' }).waitFor();
  expect(await page.getByRole('button', { name: 'Go on with this one' }).count()).toBe(0);
  await tell('keychain.changed', { state: 'other' });
  await page.getByRole('button', { name: 'Go on with this one' }).click();
  await expect.poll(() => script.heard.map(({ channel }) => channel)).toContain('keychain.adopt');
});

test.each([
  ['missing', true, false, 1],
  ['denied', true, false, 1],
  ['locked', true, false, 0],
  ['missing', false, false, 0],
  ['missing', true, true, 0],
] as const)(
  'a keychain that is %s: a passphrase vault is offered where it may be (empty: %s, chosen: %s)',
  async (state, isEmpty, isChosen, offered) => {
    const script = sampleVault();
    script.keychain = { state };
    if (isEmpty) script.keys = [];
    if (isChosen) script.lock = { locked: false, checks: 'passphrase' };
    const { page } = await openWindow({ script });
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    const offer = page.getByRole('button', { name: 'Use a passphrase vault…' });
    expect(await offer.count()).toBe(offered);
    if (offered === 0) return;
    await offer.click();
    await expect.poll(() => script.heard.map(({ channel }) => channel)).toContain('keychain.choosePassphrase');
  },
);

test('a backup is saved only with a passphrase of twelve characters', async () => {
  const { page, script } = await openWindow();
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: 'Back up' }).click();
  const dialog = page.getByRole('dialog', { name: 'Back up' });
  const save = dialog.getByRole('button', { name: 'Choose a place and save' });
  await dialog.getByLabel('Passphrase').fill('short');
  await save.click();
  await dialog.getByText('Use 12 characters or more.').waitFor();
  expect(await dialog.getByLabel('Passphrase').inputValue()).toBe('short');
  await dialog.getByLabel('Passphrase').fill('four words and a half');
  await save.click();
  await dialog.waitFor({ state: 'detached' });
  expect(script.heard.find(({ channel }) => channel === 'backup.save')?.input).toEqual({
    passphrase: 'four words and a half',
  });
  expect(await page.getByRole('status').innerText()).toContain('backed up to clavis-2026-11-23.age');
});

test('a restore shows what the backup holds compared with what is here, and takes what is chosen', async () => {
  const script = sampleVault();
  script.failures['backup.preview'] = {
    code: 'BACKUP_LOCKED',
    message: 'The passphrase doesn’t open it.',
    details: {},
  };
  const { page } = await openWindow({ script });
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: 'Restore' }).click();
  const dialog = page.getByRole('dialog', { name: 'Restore from clavis-2026-10-30.age' });
  await dialog.getByLabel('Passphrase').fill('wrong');
  await dialog.getByRole('button', { name: 'Open backup' }).click();
  await dialog.getByText('This passphrase doesn’t open the backup.').waitFor();
  expect(await dialog.getByLabel('Passphrase').inputValue()).toBe('wrong');
  await dialog.getByLabel('Passphrase').fill('right');
  await page.keyboard.press('Enter');
  for (const word of ['Not here', 'Newer in the backup', 'Newer here', 'The same', 'Projects'])
    await dialog.getByRole('group', { name: word }).waitFor();
  await dialog.getByRole('group', { name: 'Newer here' }).getByRole('checkbox').check();
  await dialog.getByRole('button', { name: 'Restore 3 keys, 1 project' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(script.heard.find(({ channel }) => channel === 'backup.restore')?.input).toEqual({
    restoreId: 'restore-1',
    keys: ['b1', 'b3', 'b2'],
    projects: ['p1'],
    settings: false,
  });
  await expect.poll(() => script.heard.map(({ channel }) => channel)).toContain('backup.forget');
});

test('a restore says what a newer Clavis put into the backup and this one leaves out, and nothing where that is nothing', async () => {
  const script = sampleVault();
  const { page } = await openWindow({ script });
  const open = async () => {
    await page.getByRole('button', { name: 'Restore' }).click();
    const dialog = page.getByRole('dialog', { name: 'Restore from clavis-2026-10-30.age' });
    await dialog.getByLabel('Passphrase').fill('right');
    await page.keyboard.press('Enter');
    await dialog.getByText('Made on').waitFor();
    return dialog;
  };
  await page.keyboard.press('Control+,');
  expect(await (await open()).getByText('Left out').count()).toBe(0);
  await page.keyboard.press('Escape');
  const leftOut = { settings: 1, files: 2, activity: 3, parts: 0, fields: 0 };
  if (script.backup !== null) script.backup = { ...script.backup, leftOut };
  await (await open()).getByText('doesn’t know it: 1 setting, 2 env files, 3 of the activity. Update Clavis').waitFor();
});

test('keys come over from another program’s export: proposed ones ticked, those kept already can’t be', async () => {
  const { page, script } = await openWindow();
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: 'From an export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import keys' });
  expect(await dialog.getByRole('checkbox', { name: 'Claude' }).isDisabled()).toBe(true);
  await dialog.getByRole('checkbox', { name: 'Mistral' }).uncheck();
  await dialog.getByRole('checkbox', { name: 'Forum' }).check();
  await dialog.getByRole('button', { name: 'Import 2 keys' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(script.heard.find(({ channel }) => channel === 'imports.take')?.input).toEqual({
    externalImportId: 'import-1',
    entries: ['e2', 'e3'],
  });
});

test('after a repair the window says from what, and lost keys are named and taken', async () => {
  const script = sampleVault();
  script.repair = { aside: 'vault.db.damaged-2026-11-23', copyFrom: Date.UTC(2026, 10, 22, 14, 2) };
  const { page } = await openWindow({ script });
  const banner = page.getByRole('alert').filter({ hasText: 'Your list was rebuilt.' });
  expect(await banner.innerText()).toContain('vault.db.damaged-2026-11-23');
  await banner.getByRole('button', { name: 'Look for lost keys' }).click();
  const dialog = page.getByRole('dialog', { name: 'Look for lost keys' });
  await dialog.getByLabel('Name').fill('Shop, old');
  await dialog.getByText('Newsletter').waitFor();
  await dialog.getByRole('checkbox', { name: 'Recover Deploy bot' }).uncheck();
  await dialog.getByRole('button', { name: 'Recover 1 key' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(script.heard.find(({ channel }) => channel === 'recovery.take')?.input).toEqual({
    recoveryId: 'recovery-1',
    entries: [{ entryId: 'r1', name: 'Shop, old', envVar: 'OPENAI_API_KEY' }],
  });
});

test('older items in the keychain are named with their keyring, and none is removed that was not chosen', async () => {
  const script = sampleVault();
  const item = { name: 'Deploy bot', isPrevious: false, collection: 'Work', changedAt: Date.UTC(2026, 4, 3, 8, 30) };
  script.keyRecovery = {
    ...script.keyRecovery,
    damaged: [{ keyId: 'k2', name: 'Signing key' }],
    spare: [
      { ...item, itemId: 's1' },
      { ...item, itemId: 's2', isPrevious: true, collection: '', changedAt: null },
    ],
  };
  const { page } = await openWindow({ script });
  await page.keyboard.press('Control+,');
  await page.getByRole('region', { name: 'Recover' }).getByRole('button').click();
  const dialog = page.getByRole('dialog', { name: 'Look for lost keys' });
  await dialog.getByText('Signing key').waitFor();
  const older = dialog.getByRole('group', { name: /^Older items of your keys/ });
  expect(await older.innerText()).toMatch(/in “Work” · changed .*2026/);
  const remove = older.getByRole('button', { name: /^Remove/ });
  expect(await remove.isDisabled()).toBe(true);
  await older.getByRole('checkbox', { name: /in “Work”/ }).check();
  await older.getByRole('button', { name: 'Remove 1 older item…' }).click();
  await expect
    .poll(() => script.heard.filter(({ channel }) => channel === 'recovery.removeSpare').map(({ input }) => input))
    .toEqual([{ recoveryId: 'recovery-1', itemIds: ['s1'] }]);
  // The list is made again.
  await expect.poll(() => script.heard.filter(({ channel }) => channel === 'recovery.scan')).toHaveLength(2);
});

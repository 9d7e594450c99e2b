import { expect, test } from '../support/e2e.ts';

const value = `a-value-${'4kq9'.repeat(6)}`;
const openAi = `sk-proj-${'pR7wXk2mTq'.repeat(4)}T3BlbkFJ${'aD4sLz8yHc'.repeat(4)}9Kd2`;

test('a key with wrong fields is not saved, each is told at once and kept; corrected, it is saved', async ({
  start,
  keyring,
}) => {
  const { page } = await start();
  const add = (name: string, text: string) =>
    page.evaluate(
      ([of, secret]) =>
        window.clavis.keys.add({
          name: of,
          provider: '',
          envVar: 'TAKEN',
          copyPolicy: 'once',
          rotateEveryDays: null,
          note: '',
          tags: [],
          value: secret,
        }),
      [name, text] as const,
    );
  await add('Taken', 'another-value-of-the-vault');
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'Add a key' });
  await dialog.getByRole('tab', { name: 'Paste or type' }).click();
  await dialog.getByLabel('Name').fill(' taken ');
  await dialog.getByLabel('Environment variable').fill('LD_PRELOAD');
  await dialog.getByLabel('Tags').fill('t'.repeat(41));
  await page.keyboard.press('Enter');
  const [typed, name, envVar] = ['Value', 'Name', 'Environment variable'].map((label) => dialog.getByLabel(label));
  await expect(typed ?? dialog).toHaveAccessibleDescription('Enter the value.');
  await expect(name ?? dialog).toHaveAccessibleDescription('A key named “taken” already exists. Choose another name.');
  await expect(envVar ?? dialog).toHaveAccessibleDescription(/^LD_PRELOAD can’t be used/);
  await expect(dialog.getByLabel('Tags')).toHaveAccessibleDescription(/40 characters or fewer/);
  await expect(dialog.locator('[aria-invalid="true"]')).toHaveCount(4);
  await expect(dialog.getByLabel('Value')).toBeFocused();

  // What only main can see of the value is told in its turn, and nothing has to be typed twice.
  await dialog.getByLabel('Value').fill(`${value.slice(0, 12)}\u0001${value.slice(12)}`);
  await dialog.getByLabel('Name').fill('Free');
  await dialog.getByLabel('Environment variable').fill('FREE');
  await dialog.getByLabel('Tags').fill('shop');
  await page.keyboard.press('Enter');
  await expect(dialog.getByLabel('Value')).toHaveAccessibleDescription(/at position 13, which env files can’t hold/);
  await dialog.getByLabel('Value').press('Home');
  for (let at = 0; at < 13; at += 1) await dialog.getByLabel('Value').press('ArrowRight');
  await dialog.getByLabel('Value').press('Backspace');
  await dialog.getByRole('button', { name: 'Save key' }).click();
  await expect(dialog).toHaveCount(0);
  const listed = await page.evaluate(() => window.clavis.keys.list({ after: '', count: 10 }));
  const saved = listed.ok ? listed.value.find((key) => key.name === 'Free') : undefined;
  expect(saved).toMatchObject({ envVar: 'FREE', tags: ['shop'] });
  expect(await keyring.lookup('Clavis', `${saved?.id}/1`)).toBe(value);
});

test('a second key of a provider is proposed under a name that is free, selected to be typed over', async ({
  start,
  clipboard,
}) => {
  const { page } = await start();
  const dialog = page.getByRole('dialog', { name: 'Add a key' });
  for (const name of ['OpenAI', 'OpenAI 2', 'OpenAI 3']) {
    await clipboard.put(openAi);
    await page.keyboard.press('Control+n');
    await expect(dialog.getByLabel('Name')).toHaveValue(name);
    await expect(dialog.getByLabel('Name')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
  }
  await page.keyboard.press('Control+n');
  await expect(dialog.getByLabel('Name')).toHaveValue('OpenAI 4');
  await expect(dialog.getByLabel('Name')).toBeFocused();
  await page.keyboard.type('Shop');
  await expect(dialog.getByLabel('Name')).toHaveValue('Shop');
});

import { expect, test } from '../support/e2e.ts';
import { answerQuestions, pickFolder } from '../support/native-ui.ts';
import { seedKeys } from '../support/seed-keys.ts';

const anyMessage = '.toast, .note-bad';

test('what the person closed or refused in main’s own dialogs is no error anywhere', async ({ start }) => {
  const { app, page } = await start();
  await pickFolder(app, null);
  await page.keyboard.press('Control+2');
  await page.getByRole('button', { name: 'Link a folder' }).first().click();
  const link = () => page.evaluate(() => window.clavis.projects.link({}));
  // It waits its turn: answered means that the first one was closed.
  await expect.poll(async () => (await link()).ok).toBe(true);
  await expect(page.locator(anyMessage)).toHaveCount(0);

  const asked = await answerQuestions(app, false);
  await page.keyboard.press('Control+,');
  await expect(async () => {
    if ((await asked()).length === 0) await page.getByRole('radio', { name: 'Always' }).click();
    expect(await asked()).toHaveLength(1);
  }).toPass();
  await expect(page.getByRole('radio', { name: 'Once' })).toBeChecked();
  await expect(page.locator(anyMessage)).toHaveCount(0);
});

test('what is asked for while a dialog of main’s is open brings that to the front, and says nothing', async ({
  start,
}) => {
  const { app, page } = await start();
  await app.evaluate(({ dialog }) => {
    Reflect.set(globalThis, '__opened', 0);
    Reflect.set(dialog, 'showOpenDialog', () => {
      Reflect.set(globalThis, '__opened', Number(Reflect.get(globalThis, '__opened')) + 1);
      return new Promise((resolve) => Reflect.set(globalThis, '__close', resolve));
    });
  });
  await page.keyboard.press('Control+2');
  await page.getByRole('button', { name: 'Link a folder' }).first().click();
  await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, '__opened'))).toBe(1);
  const mainWindow = await app.browserWindow(page);
  await mainWindow.evaluate((main) => main.blur());
  await expect.poll(() => mainWindow.evaluate((main) => main.isFocused())).toBe(false);
  await page.evaluate(() => window.clavis.imports.pickFile({}));
  await expect.poll(() => mainWindow.evaluate((main) => main.isFocused())).toBe(true);
  await page.getByRole('button', { name: 'Link a folder' }).first().click();
  await expect(page.locator(anyMessage)).toHaveCount(0);
  expect(await app.evaluate(() => Reflect.get(globalThis, '__opened'))).toBe(1);
  await app.evaluate(() => Reflect.get(globalThis, '__close')({ canceled: true, filePaths: [] }));
});

test('an error says what to do, its code is behind Details, and it leaves with the view', async ({ start, home }) => {
  // They are of another keychain than the one that is there.
  seedKeys(home, 1);
  const { page } = await start();
  await page.getByRole('row', { name: 'Key 1' }).focus();
  await page.keyboard.press('c');
  const messages = page.getByRole('status', { name: 'Messages' });
  await expect(messages).toContainText('This keychain holds nothing of this vault');
  await expect(messages.getByText('KEYCHAIN_OTHER')).toBeHidden();
  await messages.getByText('Details').click();
  await expect(messages.getByText('KEYCHAIN_OTHER')).toBeVisible();
  await page.keyboard.press('Control+2');
  await expect(messages).toBeEmpty();
});

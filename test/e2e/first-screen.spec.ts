import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from '../support/e2e.ts';

const openAi = `sk-proj-${'pR7wXk2mTq'.repeat(4)}T3BlbkFJ${'aD4sLz8yHc'.repeat(4)}9Kd2`;
const other = `sk-proj-${'uJ6bNe1vQf'.repeat(4)}T3BlbkFJ${'oM5gCx3iWt'.repeat(4)}Vn0E`;

const offered = (page: Page) => page.getByText('On your clipboard: an OpenAI project key ending in');

/** Another program takes the focus, or the window gets it back. */
const focus = (app: ElectronApplication, on: boolean) =>
  app.evaluate(({ BrowserWindow }, isOn) => {
    const [window] = BrowserWindow.getAllWindows();
    if (isOn) window?.focus();
    else window?.blur();
  }, on);

test('a key that is on the clipboard before the app starts is offered on the first screen', async ({
  start,
  clipboard,
}) => {
  await clipboard.put(openAi);
  const { page } = await start();
  await expect(offered(page)).toContainText('9Kd2');
});

test('a key that is copied while another program has the focus is offered when the window has it again', async ({
  start,
  clipboard,
}) => {
  await clipboard.put(openAi);
  const { app, page } = await start();
  await expect(offered(page)).toContainText('9Kd2');
  await focus(app, false);
  await clipboard.put(other);
  await focus(app, true);
  await expect(offered(page)).toContainText('Vn0E');
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Vn0E');
  await focus(app, false);
  await clipboard.put(openAi);
  await focus(app, true);
  await expect(dialog).toContainText('9Kd2');
});

test('a key that is offered stays the one to keep when the window gets the focus again', async ({
  start,
  clipboard,
}) => {
  await clipboard.put(openAi);
  const { app, page } = await start();
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('9Kd2');
  await focus(app, false);
  // As a click into a window behind another program's: the focus first, the button at once.
  await focus(app, true);
  await dialog.getByRole('button', { name: 'Save key' }).click();
  await expect(page.getByRole('grid', { name: 'Keys' }).getByRole('row')).toHaveCount(1);
});

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { parse } from 'dotenv';
import { expect, test } from '../support/e2e.ts';
import { type GitProject, makeGitProject } from '../support/git-project.ts';
import type { LaunchedClavis } from '../support/launch-clavis.ts';
import { answerQuestions, pickFolder } from '../support/native-ui.ts';
import { pressToClose, questionPage, questionWindow } from '../support/question.ts';

const service = 'Clavis';
const heldBy = (name: string): string => `a-value-that-is-long-enough-of-${name.replaceAll(' ', '-')}`;

let project: GitProject;
test.beforeEach(() => {
  project = makeGitProject({ name: 'shop', files: { '.env': 'PORT=3000\n' }, ignore: ['.env'] });
});
test.afterEach(() => project.remove());

function addKey(page: Page, name: string): Promise<string> {
  return page.evaluate(
    async ([given, value]) => {
      const fields = { name: given, provider: '', envVar: 'SHOP_TOKEN', copyPolicy: 'once', note: '' } as const;
      const added = await window.clavis.keys.add({ ...fields, tags: [], rotateEveryDays: null, value });
      return added.ok ? added.value.id : '';
    },
    [name, heldBy(name)] as const,
  );
}

/** Two keys, the first of which has a line in a project's file. */
async function openShop({ app, page }: LaunchedClavis): Promise<{ used: string; unused: string }> {
  const [used, unused] = [await addKey(page, 'In use'), await addKey(page, 'Not in use')];
  await pickFolder(app, project.root);
  const written = page.evaluate(async (keyId) => {
    const linked = await window.clavis.projects.link({});
    const targetId = linked.ok ? (linked.value?.targets[0]?.id ?? '') : '';
    await window.clavis.projects.bind({ targetId, keyId, envVar: 'SHOP_TOKEN' });
    return window.clavis.projects.writeFile({ targetId });
  }, used);
  await pressToClose((await questionPage(app)).getByRole('button', { name: 'Write .env' }));
  expect(await written).toMatchObject({ ok: true });
  expect(await env()).toEqual({ PORT: '3000', SHOP_TOKEN: heldBy('In use') });
  return { used, unused };
}

const env = async () => parse(await readFile(path.join(project.root, '.env'), 'utf8'));
const list = (page: Page) => page.getByRole('grid', { name: 'Keys', exact: true });
const trash = (page: Page) => page.getByRole('grid', { name: 'Keys in Trash' });
const place = (page: Page) => page.getByRole('navigation', { name: 'Clavis' }).getByRole('button', { name: 'Trash' });
const messages = (page: Page) => page.getByRole('status', { name: 'Messages' });

test('by keyboard: a key moves to Trash, is restored from there, and is deleted permanently only when main asked', async ({
  start,
  keyring,
}) => {
  const { app, page } = await start();
  const { unused } = await openShop({ app, page });
  await list(page).getByRole('row', { name: 'Not in use' }).focus();
  await page.keyboard.press('Delete');
  await expect(messages(page)).toContainText('“Not in use” moved to Trash.');
  await expect(list(page).getByRole('row')).toHaveCount(1);
  await expect(place(page)).toContainText('1');
  await page.keyboard.press('Control+z');
  await expect(list(page).getByRole('row')).toHaveCount(2);

  await list(page).getByRole('row', { name: 'Not in use' }).focus();
  await page.keyboard.press('Delete');
  await page.keyboard.press('Control+4');
  await expect(trash(page).getByRole('row', { name: 'Not in use' })).toContainText('Deleted now');
  await trash(page).getByRole('row', { name: 'Not in use' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Restore Not in use' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(messages(page)).toContainText('“Not in use” restored.');
  await expect(page.getByText('Trash is empty.')).toBeVisible();

  await page.keyboard.press('Control+1');
  await list(page).getByRole('row', { name: 'Not in use' }).focus();
  await page.keyboard.press('Delete');
  await page.keyboard.press('Control+4');
  await trash(page).getByRole('row', { name: 'Not in use' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Delete permanently: Not in use' })).toBeFocused();
  const refused = await answerQuestions(app, false);
  await page.keyboard.press('Enter');
  await expect.poll(refused).toEqual(['Delete this key permanently?']);
  expect(await keyring.lookup(service, `${unused}/1`)).toBe(heldBy('Not in use'));
  await expect(trash(page).getByRole('row')).toHaveCount(1);
  await answerQuestions(app, true);
  // A refused question is followed by a pause in which none is asked.
  await expect
    .poll(async () => {
      await page.keyboard.press('Enter');
      return trash(page).count();
    })
    .toBe(0);
  await expect.poll(() => keyring.lookup(service, `${unused}/1`)).toBeNull();
});

test('of a key in use the window names the files; left there, their lines stay over exports, and work again once restored', async ({
  start,
}) => {
  const { app, page } = await start();
  await openShop({ app, page });
  await list(page).getByRole('row', { name: 'In use', exact: true }).click();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete In use' });
  await expect(dialog.getByRole('list', { name: 'Used in' }).getByRole('listitem')).toHaveText(['shop .envSHOP_TOKEN']);
  await expect(dialog.getByRole('radio', { name: 'Leave the lines in these files' })).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(list(page).getByRole('row')).toHaveCount(2);

  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await dialog.getByRole('button', { name: 'Move to Trash' }).click();
  await expect(list(page).getByRole('row')).toHaveCount(1);

  await page.keyboard.press('Control+2');
  await expect(page.getByText('Key in Trash')).toBeVisible();
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page.getByRole('row', { name: /Left SHOP_TOKEN/ })).toContainText('its key is in Trash');
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => window.clavis.projects.writeAll({}))).toMatchObject({ ok: true });
  expect(await env()).toEqual({ PORT: '3000', SHOP_TOKEN: heldBy('In use') });

  await place(page).click();
  await page.getByRole('button', { name: 'Restore In use' }).click();
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('button', { name: 'In use', exact: true })).toBeVisible();
  await expect(page.getByText('Key in Trash')).toHaveCount(0);
});

test('its lines are removed too where the person agrees in main’s own question, and else nothing happens', async ({
  start,
}) => {
  const { app, page } = await start();
  await openShop({ app, page });
  const dialog = page.getByRole('dialog', { name: 'Delete In use' });
  await list(page).getByRole('row', { name: 'In use', exact: true }).focus();
  await page.keyboard.press('Delete');
  await dialog.getByRole('radio', { name: 'Leave the lines in these files' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('radio', { name: 'Remove them too' })).toBeChecked();
  await page.keyboard.press('Enter');
  await pressToClose((await questionPage(app)).getByRole('button', { name: 'Cancel' }));
  await expect(dialog.getByRole('button', { name: 'Move to Trash' })).not.toHaveAttribute('aria-busy', 'true');
  expect(await env()).toEqual({ PORT: '3000', SHOP_TOKEN: heldBy('In use') });
  await expect(list(page).getByRole('row')).toHaveCount(2);

  // A refused question is followed by a pause in which none is asked.
  await expect
    .poll(async () => {
      await page.keyboard.press('Enter');
      return questionWindow(app);
    })
    .not.toBeNull();
  const question = await questionPage(app);
  await expect(question.getByRole('checkbox', { name: 'Remove SHOP_TOKEN' })).toBeChecked();
  await pressToClose(question.getByRole('button', { name: 'Remove 1 line' }));
  await expect(dialog).toHaveCount(0);
  await expect(messages(page)).toContainText('“In use” moved to Trash. 1 line removed from 1 file.');
  expect(await env()).toEqual({ PORT: '3000' });
  await expect(place(page)).toContainText('1');
});

test('Trash is emptied by the person alone, and what is there survives a restart until then', async ({
  start,
  keyring,
}) => {
  const first = await start();
  const { used, unused } = await openShop(first);
  await first.page.evaluate(
    async (ids) => {
      for (const id of ids) await window.clavis.keys.delete({ id });
    },
    [used, unused],
  );
  await first.app.close();

  const { app, page } = await start();
  await expect(place(page)).toContainText('2');
  await place(page).click();
  const asked = await answerQuestions(app, true);
  await page.getByRole('button', { name: 'Empty Trash' }).click();
  await expect(page.getByText('Trash is empty.')).toBeVisible();
  expect(await asked()).toEqual(['Delete 2 keys permanently?']);
  // The list is empty as soon as that is decided; the keychain takes its time.
  for (const id of [used, unused]) await expect.poll(() => keyring.lookup(service, `${id}/1`)).toBeNull();
  expect(await env()).toEqual({ PORT: '3000', SHOP_TOKEN: heldBy('In use') });
  await expect(place(page)).toHaveText('Trash');
});

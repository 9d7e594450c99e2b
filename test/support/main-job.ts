import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { parse } from 'dotenv';
import { expect, test } from './e2e.ts';
import { makeGitProject } from './git-project.ts';
import type { LaunchedClavis } from './launch-clavis.ts';
import { answerQuestions, pickFolder, watchTray } from './native-ui.ts';
import { pressToClose, questionPage } from './question.ts';
import { picture as pictureNamed } from './tour.ts';
import type { XClipboard } from './x-clipboard.ts';

/** In the shape of real OpenAI project keys: prefix, 74 characters, the marker in their middle, 74 more. */
const firstValue = `sk-proj-${'hV3nQ8sKd0aLw7YzPq'.repeat(4)}T3BlbkFJ${'c5RtUb2XmJ9eGf6NiO'.repeat(4)}3f9A`;
const secondValue = `sk-proj-${'mB6yWc1rTz9KxJ4oHs'.repeat(4)}T3BlbkFJ${'Qe8vLn0PdUa7IgFk2M'.repeat(4)}Zk81`;
const envBefore = '# The API of the shop\r\nPORT=3000\r\n\r\nexport LOG_LEVEL="debug"  # while we look\r\n# end';

/** Where the main job's values are, and what the person does for that. */
export interface MainJobPlace {
  readonly start: () => Promise<LaunchedClavis>;
  readonly clipboard: XClipboard;
  /** What somebody else finds there under this account. */
  readonly lookup: (account: string) => Promise<string | null>;
  /** At the first start, and after the relaunch, before anything is kept or seen. */
  readonly begin: (clavis: LaunchedClavis) => Promise<void>;
  readonly goOn: (clavis: LaunchedClavis) => Promise<void>;
  /** Before the names of its pictures. */
  readonly pictures: string;
}

/** From the provider's page to the project, and gone again. */
export async function doMainJob({ start, clipboard, lookup, begin, goOn, pictures }: MainJobPlace): Promise<void> {
  const picture = (of: Page, name: string): Promise<void> => pictureNamed(of, `${pictures}${name}`);
  // Twelve steps with 20 s of leases and undo among them, and 16 pictures: on busy cores they take a minute together, as long as
  // a whole test may else. What each step waits for has its own limit.
  test.setTimeout(300_000);
  let { app, page } = await start();
  const list = page.getByRole('grid', { name: 'Keys' });
  const dialog = page.getByRole('dialog');
  let account = '';

  await test.step('A key is copied at the provider, and Clavis offers to keep it', async () => {
    await picture(page, '1-first-start');
    await begin({ app, page });
    await clipboard.put(firstValue);
    await page.keyboard.press('Control+n');
    await expect(dialog).toContainText('OpenAI project key');
    await expect(dialog).toContainText('3f9A');
    await expect(dialog.getByLabel('Name')).toHaveValue('OpenAI');
    await expect(dialog.getByLabel('Environment variable')).toHaveValue('OPENAI_API_KEY');
    await picture(page, '2-add');
  });

  await test.step('One Enter keeps it, and other programs find exactly it in the keychain', async () => {
    await dialog.getByRole('button', { name: 'Save key' }).click();
    await expect(list).toContainText('OPENAI_API_KEY');
    const id = await page.evaluate(async () => {
      const answer = await window.clavis.keys.list({ after: '', count: 1_000 });
      return answer.ok ? answer.value[0]?.id : undefined;
    });
    account = `${id}`;
    expect(await lookup(`${account}/1`)).toBe(firstValue);
  });

  await test.step('It is copied once: another program pastes exactly it, and clipboard managers are told to skip it', async () => {
    await page.evaluate(() => window.clavis.settings.set({ leaseSeconds: 5 }));
    await clipboard.put('before the copy');
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    await expect.poll(() => clipboard.text()).toBe(firstValue);
    expect(await clipboard.target('x-kde-passwordManagerHint')).toBe('secret');
    await picture(page, '3-copied');
  });

  await test.step('A second copy is refused', async () => {
    await expect(page.getByRole('button', { name: 'Copy', exact: true })).toHaveCount(0);
    const refused = await page.evaluate((id) => window.clavis.keys.copy({ id }), account);
    expect(refused).toMatchObject({ ok: false, error: { code: 'COPY_SPENT' } });
  });

  await test.step('The clipboard is empty when the lease ends', async () => {
    // A lease of its usual time would take half a minute.
    await expect.poll(() => clipboard.text(), { timeout: 20_000 }).toBe('');
  });

  await test.step('It is rotated to a second value, which can be copied; what is copied meanwhile stays', async () => {
    await clipboard.put(secondValue);
    await page.getByRole('button', { name: 'Rotate', exact: true }).click();
    await expect(dialog).toContainText('Zk81');
    await picture(page, '4-rotate');
    await dialog.getByRole('button', { name: 'Rotate key' }).click();
    await expect(dialog).toHaveCount(0);
    expect(await lookup(`${account}/2`)).toBe(secondValue);
    expect(await lookup(`${account}/1`)).toBe(firstValue);
    await clipboard.put('before the copy');
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    await expect.poll(() => clipboard.text()).toBe(secondValue);
    await clipboard.put('copied meanwhile');
    await expect
      .poll(() => page.evaluate(() => window.clavis.lease.get({})), { timeout: 20_000 })
      .toEqual({ ok: true, value: null });
    expect(await clipboard.text()).toBe('copied meanwhile');
  });

  const project = makeGitProject({ name: 'shop-api', files: { '.env': envBefore, 'index.js': '' }, ignore: ['.env'] });
  const envFile = path.join(project.root, '.env');
  const envAfter = `${envBefore}\r\n# From Clavis\r\nOPENAI_API_KEY=${secondValue}`;

  await test.step('A git project is linked, and the export shows what would change', async () => {
    await pickFolder(app, project.root);
    await page.keyboard.press('Control+2');
    await page.getByRole('button', { name: 'Link a folder' }).first().click();
    await page.getByRole('button', { name: 'Bind a key' }).click();
    await dialog.getByRole('option', { name: /OpenAI/ }).click();
    await dialog.getByRole('button', { name: 'Bind key' }).click();
    await page.getByRole('button', { name: 'Preview' }).click();
    await expect(dialog).toContainText('OPENAI_API_KEY');
    await expect(dialog).toContainText('PORT');
    await picture(page, '5-preview');
    expect(await readFile(envFile, 'utf8')).toBe(envBefore);
  });

  await test.step('Written, it is read back by dotenv; every other byte is as it was, and so is who may read it', async () => {
    const modeBefore = (await stat(envFile)).mode;
    await dialog.getByRole('button', { name: 'Write 1 variable to .env' }).click();
    // Main shows it in its own window: what is agreed to there is written.
    await pressToClose((await questionPage(app)).getByRole('button', { name: 'Write .env', exact: true }));
    await expect(dialog).toHaveCount(0);
    expect(parse(await readFile(envFile))).toEqual({
      PORT: '3000',
      LOG_LEVEL: 'debug',
      OPENAI_API_KEY: secondValue,
    });
    expect(await readFile(envFile, 'utf8')).toBe(envAfter);
    expect((await stat(envFile)).mode).toBe(modeBefore);
    await picture(page, '6-project');
  });

  await test.step('The tray copies and exports', async () => {
    const tray = await watchTray(app);
    await page.keyboard.press('Control+1');
    const thirdValue = secondValue.replace('Zk81', 'Tr4y');
    await clipboard.put(thirdValue);
    await page.getByRole('button', { name: 'Rotate', exact: true }).click();
    await expect(dialog).toContainText('Tr4y');
    // The value before the last one could still be gone back to: main asks before it goes.
    const asked = await answerQuestions(app, true);
    await dialog.getByRole('button', { name: 'Rotate key' }).click();
    await expect.poll(() => tray.labels()).toContain('Copy OpenAI, 1 left');
    expect(await asked()).toEqual(['Erase the previous value of this key now?']);
    await clipboard.put('something else');
    await tray.press(/^Copy OpenAI, 1 left$/);
    await expect.poll(() => clipboard.text()).toBe(thirdValue);
    await expect.poll(() => tray.labels()).toContain('OpenAI: copied once');
    await tray.press(/^Export .*: 1 to write$/);
    await expect.poll(async () => parse(await readFile(envFile))['OPENAI_API_KEY']).toBe(thirdValue);
    await tray.press(/^Clear OpenAI from the clipboard$/);
    await expect.poll(() => clipboard.text()).toBe('');
  });

  await test.step('Deleted and undone, it is back with its value', async () => {
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await dialog.getByRole('button', { name: 'Move to Trash' }).click();
    await expect(list.getByRole('row')).toHaveCount(0);
    await picture(page, '7-deleted');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(list).toContainText('OPENAI_API_KEY');
    expect(await lookup(`${account}/3`)).not.toBeNull();
  });

  await test.step('Everything is still there after a relaunch', async () => {
    await clipboard.put(firstValue.replace('3f9A', 'K33p'));
    await page.keyboard.press('Control+n');
    await dialog.getByLabel('Name').fill('OpenAI for tests');
    await dialog.getByRole('button', { name: 'Save key' }).click();
    await expect(list.getByRole('row')).toHaveCount(2);
    await app.close();
    ({ app, page } = await start());
    await goOn({ app, page });
    await expect(page.getByRole('grid', { name: 'Keys' }).getByRole('row')).toHaveCount(2);
    await picture(page, '8-relaunched');
    await page.keyboard.press('Control+2');
    await expect(page.getByText(project.root).first()).toBeVisible();
  });

  await test.step('Deleted permanently, it is gone from the keychain; the other key stays', async () => {
    await page.keyboard.press('Control+1');
    await page.getByRole('row', { name: 'OpenAI', exact: true }).click();
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Move to Trash' }).click();
    await page.keyboard.press('Control+4');
    expect(await lookup(`${account}/3`)).not.toBeNull();
    await answerQuestions(app, true);
    await page.getByRole('button', { name: 'Delete permanently: OpenAI' }).click();
    await expect.poll(() => lookup(`${account}/3`)).toBeNull();
    await expect.poll(() => lookup(`${account}/2`)).toBeNull();
    const left = await page.evaluate(() => window.clavis.keys.list({ after: '', count: 1_000 }));
    expect(left).toMatchObject({ ok: true, value: [{ name: 'OpenAI for tests' }] });
    const kept = left.ok ? left.value[0]?.id : undefined;
    expect(await lookup(`${kept}/1`)).toBe(firstValue.replace('3f9A', 'K33p'));
  });

  project.remove();
}

import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { parse } from 'dotenv';
import { expect, test } from '../support/e2e.ts';
import { type GitProject, makeGitProject } from '../support/git-project.ts';
import { pickFolder } from '../support/native-ui.ts';
import { answerByBridge, askedAgain, pressToClose, questionPage, questionWindow } from '../support/question.ts';
import { picture } from '../support/tour.ts';

const value = (end: string): string => `sk-proj-${'hV3nQ8sKd0aLw7YzPq'.repeat(4)}${end}`;
const [first, second, third, mail] = [value('NgwP'), value('Ab12'), value('Zk81'), value('m41L')];

let project: GitProject;
test.beforeEach(() => {
  project = makeGitProject({
    name: 'shop',
    files: { '.env': `# shop\nPORT=3000\nOPENAI_API_KEY=${first}\n`, 'packages/api/.env': '', 'packages/web/.env': '' },
    ignore: ['.env'],
  });
});
test.afterEach(() => project.remove());

const textOf = (file: string) => readFile(path.join(project.root, file), 'utf8');
const gone = (app: ElectronApplication) => expect.poll(() => questionWindow(app)).toBe(null);

/**
 * The project, whose three files have the key under OPENAI_API_KEY; the first one's line is Clavis' own, and it has a second
 * key that is not written yet.
 */
async function openShop({ app, page }: { app: ElectronApplication; page: Page }): Promise<{ keyId: string }> {
  await pickFolder(app, project.root);
  return page.evaluate(
    async ([text, other]) => {
      const fields = { provider: 'openai', copyPolicy: 'once', note: '', rotateEveryDays: null } as const;
      const add = async (name: string, envVar: string, given: string): Promise<string> => {
        const added = await window.clavis.keys.add({ ...fields, tags: [], name, envVar, value: given });
        return added.ok ? added.value.id : '';
      };
      const keyId = await add('OpenAI', 'OPENAI_API_KEY', text);
      const otherId = await add('Mail', 'MAIL_TOKEN', other);
      const linked = await window.clavis.projects.link({});
      const targets = linked.ok ? (linked.value?.targets ?? []) : [];
      for (const { id: targetId } of targets)
        await window.clavis.projects.bind({ targetId, keyId, envVar: 'OPENAI_API_KEY' });
      await window.clavis.projects.bind({ targetId: targets[0]?.id ?? '', keyId: otherId, envVar: 'MAIL_TOKEN' });
      return { keyId };
    },
    [first, mail] as const,
  );
}

const rotate = (page: Page, id: string, text: string) =>
  page.evaluate(([keyId, given]) => window.clavis.keys.rotate({ id: keyId, value: given }), [id, text] as const);

async function openKey(page: Page): Promise<void> {
  await page.keyboard.press('Control+1');
  await page.getByRole('row', { name: 'OpenAI', exact: true }).click();
}

test('from a key its own lines alone are written, to the files that are ticked, by mouse', async ({ start }) => {
  const { app, page } = await start();
  const { keyId } = await openShop({ app, page });
  await rotate(page, keyId, second);
  await openKey(page);
  await page.getByRole('button', { name: 'Write to 3 files…' }).click();
  const question = await questionPage(app);
  const sheet = question.getByRole('alertdialog', { name: 'Write 3 files?' });
  await expect(sheet.getByRole('article')).toHaveCount(3);
  // Somebody wrote this line before Clavis: it goes only where the person says so.
  await sheet.getByRole('button', { name: 'Write 2 files', exact: true }).waitFor();
  await sheet.getByText('Overwrite').click();
  await expect(sheet.getByRole('row', { name: 'OPENAI_API_KEY' }).first()).toContainText('••••NgwP → ••••Ab12');
  await expect(sheet).not.toContainText('MAIL_TOKEN');
  await picture(question, 'write-sheet-key');
  await sheet.getByRole('checkbox', { name: 'Write shop/packages/web/.env' }).uncheck();
  await pressToClose(sheet.getByRole('button', { name: 'Write 2 files', exact: true }));
  await expect(page.getByRole('status', { name: 'Messages' })).toContainText('2 variables written in 2 files.');
  expect(await textOf('.env')).toBe(`# shop\nPORT=3000\nOPENAI_API_KEY=${second}\n`);
  expect(parse(await textOf('packages/api/.env'))).toEqual({ OPENAI_API_KEY: second });
  expect(await textOf('packages/web/.env')).toBe('');
  await page.getByRole('button', { name: 'Write to .env…' }).waitFor();
  await gone(app);
});

test('by keyboard alone: Tab and Space untick a file, Enter on the button writes, Escape writes nothing and is no error', async ({
  start,
}) => {
  const { app, page } = await start();
  await openShop({ app, page });
  await page.keyboard.press('Control+2');
  await page.getByRole('button', { name: 'Export all' }).press('Enter');
  let question = await questionPage(app);
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeEnabled();
  await question.keyboard.press('Escape').catch(() => {});
  await gone(app);
  await expect(page.getByRole('button', { name: 'Export all' })).toBeVisible();
  expect(await page.getByRole('dialog').count()).toBe(0);
  await expect(page.getByRole('status', { name: 'Messages' })).not.toContainText('confirmed');
  expect(await textOf('packages/api/.env')).toBe('');

  question = await askedAgain(app, () => page.getByRole('button', { name: 'Export all' }).press('Enter'));
  const box = question.getByRole('checkbox', { name: 'Write shop/packages/api/.env' });
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  for (let presses = 0; presses < 20 && !(await box.evaluate((one) => one.matches(':focus'))); presses += 1)
    await question.keyboard.press('Shift+Tab');
  await question.keyboard.press('Space');
  await expect(question.getByRole('button', { name: 'Write 2 files', exact: true })).toBeEnabled();
  for (let presses = 0; presses < 20; presses += 1) {
    const label = await question.evaluate(() => document.activeElement?.textContent);
    if (label === 'Write 2 files') break;
    await question.keyboard.press('Tab');
  }
  await question.keyboard.press('Enter').catch(() => {});
  await expect.poll(async () => parse(await textOf('packages/web/.env'))['OPENAI_API_KEY']).toBe(first);
  const whole = { PORT: '3000', OPENAI_API_KEY: first, MAIL_TOKEN: mail };
  await expect.poll(async () => parse(await textOf('.env'))).toEqual(whole);
  expect(await textOf('packages/api/.env')).toBe('');
});

test('a file that git would commit and a line whose value is lost are shown with the reason; all else is written', async ({
  start,
  keyring,
}) => {
  const { app, page } = await start();
  const { keyId } = await openShop({ app, page });
  project.git(['add', '-f', 'packages/api/.env']);
  const keys = await page.evaluate(() => window.clavis.keys.list({ after: '', count: 10 }));
  const mailId = keys.ok ? keys.value.find(({ name }) => name === 'Mail')?.id : '';
  expect(keyId).not.toBe(mailId);
  await keyring.clear('Clavis', `${mailId}/1`);
  await page.keyboard.press('Control+2');
  await page.getByRole('button', { name: 'Export all' }).click();
  const question = await questionPage(app);
  const api = question.getByRole('article', { name: 'shop/packages/api/.env' });
  await expect(api).toContainText('Tracked by git');
  await expect(api.getByRole('checkbox')).toBeDisabled();
  await expect(question.getByRole('row', { name: 'MAIL_TOKEN' })).toContainText('has no value');
  await picture(question, 'write-sheet-blocked');
  await pressToClose(question.getByRole('button', { name: 'Write .env', exact: true }));
  const results = page.getByRole('dialog', { name: 'Write files' });
  await expect(results).toContainText('TARGET_TRACKED');
  await expect(results).toContainText('VALUE_MISSING');
  await picture(page, 'write-results');
  expect(parse(await textOf('packages/web/.env'))).toEqual({ OPENAI_API_KEY: first });
  expect(await textOf('packages/api/.env')).toBe('');
});

test('lines edited by hand are overwritten, kept, or taken into Clavis, each as the person says', async ({
  start,
  keyring,
}) => {
  const { app, page } = await start();
  const { keyId } = await openShop({ app, page });
  await page.keyboard.press('Control+2');
  await page.getByRole('button', { name: 'Export all' }).click();
  await pressToClose((await questionPage(app)).getByRole('button', { name: 'Write 3 files', exact: true }));
  // All of them: what is edited while it is written is left as it is.
  await expect(page.getByRole('status', { name: 'Messages' })).toContainText('3 variables written in 3 files.');
  expect(parse(await textOf('packages/web/.env'))['OPENAI_API_KEY']).toBe(first);
  await gone(app);

  // One file keeps its line, one is overwritten; then the first one's value is taken.
  await writeFile(path.join(project.root, '.env'), `OPENAI_API_KEY=${third}\nMAIL_TOKEN=${mail}\n`);
  await writeFile(path.join(project.root, 'packages/web/.env'), 'OPENAI_API_KEY=short\n');
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await page.getByRole('button', { name: 'Export all' }).click();
  let question = await questionPage(app);
  const choices = (from: Page, file: string) =>
    from.getByRole('article', { name: `shop/${file}` }).getByRole('group', { name: 'What happens to OPENAI_API_KEY' });
  const web = question.getByRole('article', { name: 'shop/packages/web/.env' });
  // Both stand on what loses nothing; the button counts neither.
  for (const file of ['.env', 'packages/web/.env'])
    await expect(choices(question, file).getByRole('radio', { name: 'Keep the file’s' })).toBeChecked();
  await expect(question.getByRole('button', { name: 'Nothing chosen' })).toBeDisabled();
  await choices(question, 'packages/web/.env').getByText('Overwrite').click();
  await expect(web.getByRole('row', { name: 'OPENAI_API_KEY' })).toContainText('•••• → ••••NgwP');
  await picture(question, 'write-sheet-drift');
  await pressToClose(question.getByRole('button', { name: 'Write 1 file', exact: true }));
  await expect.poll(async () => parse(await textOf('packages/web/.env'))['OPENAI_API_KEY']).toBe(first);
  expect(parse(await textOf('.env'))['OPENAI_API_KEY']).toBe(third);
  await gone(app);

  await openKey(page);
  await page.getByRole('button', { name: 'Write to .env…' }).click();
  question = await questionPage(app);
  await choices(question, '.env').getByText('Take into Clavis').click();
  await pressToClose(question.getByRole('button', { name: 'Take 1 value', exact: true }));
  await expect(page.getByRole('status', { name: 'Messages' })).toContainText('1 value taken into Clavis.');
  expect(await keyring.lookup('Clavis', `${keyId}/2`)).toBe(third);
  await expect(page.getByRole('button', { name: 'Undo rotation' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Write to 2 files…' })).toBeVisible();
  const kept = await page.evaluate(() => window.clavis.keys.list({ after: '', count: 10 }));
  expect(kept.ok && kept.value.find(({ id }) => id === keyId)).toMatchObject({ grant: 'spent', last4: 'Zk81' });
  expect(await page.content()).not.toContain(third.slice(8, 20));
});

test('a script in the sheet’s page can’t choose what was not shown, nor answer before the person could', async ({
  start,
}) => {
  const { app, page } = await start();
  await openShop({ app, page });
  const before = await textOf('.env');
  await page.keyboard.press('Control+2');
  await page.getByRole('button', { name: 'Export all' }).click();
  const question = await questionPage(app);
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeEnabled();
  const choose = (files: unknown) => answerByBridge(question, 'write', { files });
  const line = (at: number, as: string) => ({ at, as });
  expect(await choose([])).toBe('not-shown');
  expect(await choose([{ at: 3, lines: [line(0, 'write')] }])).toBe('not-shown');
  expect(await choose([{ at: 0, lines: [line(0, 'remove')] }])).toBe('not-shown');
  expect(await choose([{ at: 0, lines: [line(0, 'write'), line(0, 'write')] }])).toBe('not-shown');
  expect(await choose([{ at: 0, lines: [line(0, 'erase')] }])).toBe('BAD_MESSAGE');
  expect(await choose([{ at: 0, lines: [line(0, 'write')], path: '/etc/passwd' }])).toBe('BAD_MESSAGE');
  expect(await textOf('.env')).toBe(before);
  expect(await questionWindow(app)).toMatchObject({ isShown: true });
  await pressToClose(question.getByRole('button', { name: 'Cancel' }));
  await gone(app);
});

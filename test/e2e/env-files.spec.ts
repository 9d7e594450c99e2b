import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'dotenv';
import { expect, test } from '../support/e2e.ts';
import { makeGitProject } from '../support/git-project.ts';
import { pickFolder } from '../support/native-ui.ts';
import { pressToClose, questionPage } from '../support/question.ts';
import { picture } from '../support/tour.ts';

const openAi = `sk-proj-${'hV3nQ8sKd0aLw7YzPq'.repeat(4)}T3BlbkFJ${'c5RtUb2XmJ9eGf6NiO'.repeat(4)}3f9A`;
const rotated = openAi.replace('3f9A', 'Zk81');
const envBefore = `# shop\r\nOPENAI_API_KEY=${openAi}\r\nSESSION_SECRET='correct horse battery'\r\nPORT=3000\r\n`;

test('a project’s .env is imported, a key rotated, the drift seen, everything exported, and the drift is gone', async ({
  start,
  clipboard,
  keyring,
}) => {
  const project = makeGitProject({
    name: 'shop',
    files: { '.env': envBefore, 'packages/api/.env': `OPENAI_API_KEY=${openAi}\n` },
    ignore: ['.env'],
  });
  const { app, page } = await start();
  const dialog = page.getByRole('dialog');
  const root = page.getByRole('region', { name: '.env', exact: true });
  const api = page.getByRole('region', { name: 'packages/api/.env', exact: true });

  await test.step('Linked, the env files of the monorepo are found', async () => {
    await pickFolder(app, project.root);
    await page.keyboard.press('Control+2');
    await page.getByRole('button', { name: 'Link a folder' }).first().click();
    await expect(root).toBeVisible();
    await expect(api).toBeVisible();
  });

  await test.step('Imported: secrets are proposed, masked; the same value twice is one key; the file stays', async () => {
    await root.getByRole('button', { name: 'Import keys' }).click();
    await expect(dialog).toContainText('OPENAI_API_KEY');
    await expect(dialog).toContainText('3f9A');
    expect(await dialog.textContent()).not.toContain('correct horse');
    await picture(page, '9-import');
    await dialog.getByRole('button', { name: 'Import 2 keys', exact: false }).click();
    await expect(dialog).toHaveCount(0);
    expect(await readFile(path.join(project.root, '.env'), 'utf8')).toBe(envBefore);
    await api.getByRole('button', { name: 'Import keys' }).click();
    await dialog.getByRole('button', { name: /bind 1/i }).click();
    await expect(dialog).toHaveCount(0);
    const keys = await page.evaluate(() => window.clavis.keys.list({ after: '', count: 1_000 }));
    expect(keys.ok && keys.value.map(({ name }) => name)).toEqual(['OpenAI', 'Session secret']);
    const id = keys.ok ? keys.value[0]?.id : '';
    expect(await keyring.lookup('Clavis', `${id}/1`)).toBe(openAi);
    await expect(root).toContainText('Same');
  });

  await test.step('One key rotated: both files are seen to hold the older value', async () => {
    await page.keyboard.press('Control+1');
    await page.getByRole('row', { name: 'OpenAI', exact: true }).click();
    await clipboard.put(rotated);
    await page.getByRole('button', { name: 'Rotate', exact: true }).click();
    await expect(dialog).toContainText('Zk81');
    await dialog.getByRole('button', { name: 'Rotate key' }).click();
    await expect(dialog).toHaveCount(0);
    await page.keyboard.press('Control+2');
    await expect(root).toContainText('Newer in Clavis');
    await expect(api).toContainText('Newer in Clavis');
    await picture(page, '10-drift');
  });

  await test.step('Exported, all at once, after one question about the imported lines: every other byte is as it was', async () => {
    await page.getByRole('button', { name: 'Export all' }).click();
    const question = await questionPage(app);
    await expect(question.getByRole('article')).toHaveCount(2);
    await pressToClose(question.getByRole('button', { name: 'Write 2 files' }));
    await expect(page.getByRole('status', { name: 'Messages' })).toContainText('2 variables written in 2 files.');
    await picture(page, '11-exported');
    expect(await readFile(path.join(project.root, '.env'), 'utf8')).toBe(envBefore.replace(openAi, rotated));
    expect(parse(await readFile(path.join(project.root, 'packages/api/.env')))).toEqual({ OPENAI_API_KEY: rotated });
    await expect(root).toContainText('Same');
    await expect(api).toContainText('Same');
    await expect(root).not.toContainText('Newer in Clavis');
  });

  await test.step('A line edited by hand is asked about, and a write of all leaves it at a no', async () => {
    await writeFile(path.join(project.root, 'packages/api/.env'), 'OPENAI_API_KEY=by-hand\n');
    const writing = page.evaluate(() => window.clavis.projects.writeAll({}));
    const question = await questionPage(app);
    await expect(question.getByRole('article')).toHaveCount(1);
    await pressToClose(question.getByRole('button', { name: 'Cancel' }));
    expect(await writing).toMatchObject({ ok: false, error: { code: 'NOT_CONFIRMED' } });
    expect(await readFile(path.join(project.root, 'packages/api/.env'), 'utf8')).toBe('OPENAI_API_KEY=by-hand\n');
  });
  project.remove();
});

test('a tracked .env is refused with the commands that fix it; one that is not ignored gets its line first', async ({
  start,
}) => {
  const project = makeGitProject({ name: 'shop', files: { '.env': 'PORT=3000\n' }, commit: true });
  const { app, page } = await start();
  const dialog = page.getByRole('dialog');
  await page.evaluate((value) => {
    const fields = { name: 'OpenAI', provider: 'openai', envVar: 'OPENAI_API_KEY', note: '', tags: [] };
    return window.clavis.keys.add({ ...fields, copyPolicy: 'once', rotateEveryDays: null, value });
  }, openAi);
  await pickFolder(app, project.root);
  await page.keyboard.press('Control+2');
  await page.getByRole('button', { name: 'Link a folder' }).first().click();
  await page.getByRole('button', { name: 'Bind a key' }).click();
  await dialog.getByRole('option', { name: /OpenAI/ }).click();
  await dialog.getByRole('button', { name: 'Bind key' }).click();

  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(dialog).toContainText('git rm --cached -- .env');
  await expect(dialog.getByRole('button', { name: /^Write/ })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Close' }).first().click();

  project.git(['rm', '--cached', '--quiet', '.env']);
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(dialog.getByRole('button', { name: /^Write/ })).toHaveCount(0);
  await picture(page, '12-exposed');
  await dialog.getByRole('button', { name: 'Add /.env to .gitignore' }).click();
  await dialog.getByRole('button', { name: 'Write 1 variable to .env' }).click();
  await pressToClose((await questionPage(app)).getByRole('button', { name: 'Write .env', exact: true }));
  await expect(dialog).toHaveCount(0);
  expect(await readFile(path.join(project.root, '.gitignore'), 'utf8')).toBe('/.env\n');
  expect(project.git(['check-ignore', '.env']).trim()).toBe('.env');
  expect(parse(await readFile(path.join(project.root, '.env')))).toEqual({ PORT: '3000', OPENAI_API_KEY: openAi });
  project.remove();
});

test('a hostile project’s fsmonitor and hooks never run', async ({ start, home }) => {
  const project = makeGitProject({ name: 'hostile', files: { '.env': 'A=1\n' }, ignore: ['.env'] });
  const marker = path.join(home.folder, 'ran');
  const script = path.join(project.root, 'run.sh');
  writeFileSync(script, `#!/bin/sh\necho "$0" >> '${marker}'\n`, { mode: 0o755 });
  mkdirSync(path.join(project.root, 'hooks'));
  execFileSync('git', ['config', 'core.fsmonitor', script], { cwd: project.root });
  execFileSync('git', ['config', 'core.hooksPath', path.join(project.root, 'hooks')], { cwd: project.root });
  const { app, page } = await start();
  await pickFolder(app, project.root);
  const seen = await page.evaluate(async () => {
    const linked = await window.clavis.projects.link({});
    const targetId = linked.ok ? linked.value?.targets[0]?.id : undefined;
    const preview = await window.clavis.projects.preview({ targetId: targetId ?? '' });
    return preview.ok ? preview.value.git.kind : preview.error.code;
  });
  expect(seen).toBe('safe');
  await expect(readFile(marker)).rejects.toMatchObject({ code: 'ENOENT' });
  project.remove();
});

import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { decryptWithAge } from '../support/age-program.ts';
import { sealCheaply } from '../support/cheap-backups.ts';
import { expect, test } from '../support/e2e.ts';
import { pickPlace } from '../support/native-ui.ts';
import { pressToClose, questionPage, questionWindow } from '../support/question.ts';
import { picture } from '../support/tour.ts';

const chosen = 'four words kept elsewhere';
const value = 'a-value-that-is-long-enough-to-have-a-last-4f9A';

async function addKey(page: Page): Promise<void> {
  const kept = await page.evaluate(async (text) => {
    const fields = { name: 'Shop assistant', provider: '', envVar: 'SHOP', copyPolicy: 'once', note: '' } as const;
    return window.clavis.keys.add({ ...fields, tags: [], rotateEveryDays: null, value: text });
  }, value);
  expect(kept.ok).toBe(true);
}

/** A page asks for a backup with this passphrase; how that ends. */
function save(page: Page, passphrase: string): Promise<string> {
  return page.evaluate(async (typed) => {
    const answer = await window.clavis.backup.save({ passphrase: typed });
    if (!answer.ok) return answer.error.code;
    return answer.value === null ? 'no place' : 'saved';
  }, passphrase);
}

async function type(question: Page, passphrase: string): Promise<void> {
  await question.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
  await pressToClose(question.getByRole('button', { name: 'Save backup' }));
}

const gone = (app: ElectronApplication) => expect.poll(() => questionWindow(app)).toBe(null);

test('a backup is saved when its passphrase is typed again in main’s own window, and age opens it', async ({
  start,
  home,
}) => {
  const { app, page } = await start();
  const work = await sealCheaply(app);
  await addKey(page);
  const file = path.join(home.folder, 'mine.age');
  await pickPlace(app, file);
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: 'Back up' }).click();
  const dialog = page.getByRole('dialog', { name: 'Back up' });
  await dialog.getByRole('textbox').fill(chosen);
  await dialog.getByRole('button', { name: 'Choose a place and save' }).click();

  const question = await questionPage(app);
  expect(await questionWindow(app)).toMatchObject({ title: 'Repeat passphrase – Clavis', isModal: true });
  const asked = question.getByRole('dialog', { name: 'Type the passphrase of this backup again' });
  await expect(asked).toContainText('mine.age');
  const field = asked.getByRole('textbox', { name: 'Passphrase' });
  await expect(field).toBeFocused();
  await picture(question, 'question-passphrase');
  await expect(readFile(file)).rejects.toMatchObject({ code: 'ENOENT' });

  await question.keyboard.type('four words kept elsewhwere');
  await expect(asked.getByRole('button', { name: 'Save backup' })).toBeEnabled();
  await question.keyboard.press('Enter');
  await expect(asked.getByRole('alert')).toContainText('2 tries left');
  await expect(field).toHaveValue('');
  await expect(field).toBeFocused();
  await expect(readFile(file)).rejects.toMatchObject({ code: 'ENOENT' });
  await question.keyboard.type(chosen);
  await expect(asked.getByRole('button', { name: 'Save backup' })).toBeEnabled();
  await question.keyboard.press('Enter');
  await gone(app);
  await expect(page.getByRole('status', { name: 'Messages' })).toContainText('backed up to mine.age');

  // Encrypted, opened again, and tried with what was typed twice: each at age's own work.
  expect(await work()).toEqual([18, 18, 18, 18]);
  await decryptWithAge(file, chosen, `${file}.json`);
  expect(JSON.parse(await readFile(`${file}.json`, 'utf8'))).toMatchObject({ keys: [{ name: 'Shop assistant' }] });
});

test('a passphrase that a taken-over page chose is not the one the person repeats: nothing is saved, the older file stays', async ({
  start,
  home,
}) => {
  const { app, page } = await start();
  await sealCheaply(app);
  await addKey(page);
  const file = path.join(home.folder, 'mine.age');
  const others = await readdir(home.folder);
  await writeFile(file, 'the older backup');
  await pickPlace(app, file);
  const saving = save(page, 'what the page knows and nobody else');
  const question = await questionPage(app);
  for (const left of [2, 1]) {
    await type(question, chosen);
    await expect(question.getByRole('alert')).toContainText(`${left} tr`);
    expect(await readFile(file, 'utf8')).toBe('the older backup');
  }
  await type(question, chosen).catch(() => {});
  expect(await saving).toBe('BACKUP_NOT_CONFIRMED');
  await gone(app);
  expect(await readFile(file, 'utf8')).toBe('the older backup');
  expect((await readdir(home.folder)).sort()).toEqual([...others, 'mine.age'].sort());
});

for (const [how, act, code] of [
  [
    'Cancel',
    (question: Page) => pressToClose(question.getByRole('button', { name: 'Cancel' })),
    'BACKUP_NOT_CONFIRMED',
  ],
  ['a lock', (_: Page, page: Page) => page.evaluate(() => window.clavis.lock.lock({})), 'VAULT_LOCKED'],
] as const) {
  test(`${how} saves no backup, although the passphrase is typed already`, async ({ start, home }) => {
    const { app, page } = await start();
    await sealCheaply(app);
    await addKey(page);
    const others = await readdir(home.folder);
    await pickPlace(app, path.join(home.folder, 'mine.age'));
    const saving = save(page, chosen);
    const question = await questionPage(app);
    await question.getByRole('textbox').fill(chosen);
    await act(question, page);
    expect(await saving).toBe(code);
    await gone(app);
    expect((await readdir(home.folder)).sort()).toEqual(others.sort());
  });
}

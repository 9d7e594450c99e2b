import { expect, test } from 'vitest';
import type { QuestionView } from '../../electron/ipc/contract.ts';
import { sampleLine, samplePassphrase, sampleWrite } from './sample-questions.ts';
import { sampleVault } from './sample-vault.ts';
import { withHarness } from './with-harness.ts';

const openWindow = withHarness();

async function open(...questions: QuestionView[]) {
  const script = sampleVault();
  script.questions = questions;
  const opened = await openWindow({ script, at: 'question.html', viewport: { width: 560, height: 480 } });
  const answers = () => script.heard.filter(({ channel }) => channel === 'question.answer').map(({ input }) => input);
  return { ...opened, answers };
}

test('what would be written is listed file by file, with what is to be looked at in words', async () => {
  const { page, complaints } = await open(sampleWrite);
  const dialog = page.getByRole('alertdialog', { name: 'Write 2 files?' });
  expect(await dialog.getByRole('article').count()).toBe(2);
  const [api, web] = await dialog.getByRole('article').allInnerTexts();
  expect(api).toContain('in /home/mia/code/shop-api');
  expect(web).toContain('in /home/mia/code/shop-web');
  const row = async (name: string) => (await dialog.getByRole('row', { name }).innerText()).replaceAll(/\s+/g, ' ');
  expect(await row('OPENAI_API_KEY')).toMatch(
    /^Changed OPENAI_API_KEY Shop assistant••••3f9A current since .*2026.* Not written by Clavis$/,
  );
  expect(await row('STRIPE_SECRET_KEY')).toContain('this key was called: Stripe test');
  expect(await row('SENTRY_DSN')).toContain('Tells a program where to go or what to run');
  expect(await row('OLD_MAIL_TOKEN')).toBe('Removed OLD_MAIL_TOKEN');
  const published = 'Published by the build: everybody who opens the site can read it';
  expect(await row('NEXT_PUBLIC_MAPS_KEY')).toContain(`Not written by Clavis ${published}`);
  expect(await row('REGION')).toContain('Its name does not say that it is a secret');
  expect(complaints).toEqual([]);
});

test('the folder of a single file is named below the title', async () => {
  const [first] = sampleWrite.files;
  const { page } = await open({ ...sampleWrite, files: first ? [first] : [] });
  const dialog = page.getByRole('alertdialog', { name: 'Write to shop-api/.env?' });
  expect(await dialog.getByText('in /home/mia/code/shop-api', { exact: true }).isVisible()).toBe(true);
  // Heard, too, by those who do not see it.
  const describedBy = (await dialog.getAttribute('aria-describedby')) ?? '';
  expect(await page.locator(`[id="${describedBy}"]`).innerText()).toContain('in /home/mia/code/shop-api');
});

test.each([
  ['Enter presses Cancel first', ['Enter'], 'no'],
  ['Tab leads to the yes', ['Tab', 'Enter'], 'write'],
  ['Escape is a no', ['Tab', 'Escape'], 'no'],
] as const)('by keyboard alone: %s', async (_, keys, kind) => {
  const { page, answers } = await open(sampleWrite);
  for (const key of keys) await page.keyboard.press(key);
  await expect.poll(answers).toEqual([{ questionId: 'write-1', kind }]);
});

test('the list that scrolls can be reached by keyboard, too', async () => {
  const { page } = await open(sampleWrite);
  await page.keyboard.press('Shift+Tab');
  const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  expect(focused).toBe('What would be written');
});

test('its buttons rest until main takes an answer, keep their place and the focus, and come alive by themselves', async () => {
  const { page, script, answers } = await open({ ...sampleWrite, waitMs: 20 });
  const [cancel, write] = [page.getByRole('button', { name: 'Cancel' }), page.getByRole('button', { name: /^Write/ })];
  expect(await write.isDisabled()).toBe(true);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await write.click({ force: true });
  expect(answers()).toEqual([]);
  const places = [await cancel.boundingBox(), await write.boundingBox()];
  script.questions = [sampleWrite];
  await expect.poll(() => write.isEnabled()).toBe(true);
  expect([await cancel.boundingBox(), await write.boundingBox()]).toEqual(places);
  expect(await cancel.evaluate((one) => one.matches(':focus'))).toBe(true);
  await write.click();
  await expect.poll(answers).toEqual([{ questionId: 'write-1', kind: 'write' }]);
});

test('nothing of a long name is cut off, nor of many lines', async () => {
  const lines = Array.from({ length: 300 }, (_, at) => sampleLine({ envVar: `VARIABLE_${at}` }));
  const long = sampleLine({ envVar: `LONG_${'A'.repeat(300)}`, key: 'k'.repeat(120), note: 'public' });
  const root = `/home/mia/${'d'.repeat(140)}/shop`;
  const file = { project: 'p'.repeat(200), file: `${'deep/'.repeat(40)}.env`, root, lines: [long, ...lines] };
  const { page } = await open({ ...sampleWrite, files: [file] });
  expect(await page.getByRole('row').count()).toBe(1 + 301);
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll('.question-head, .question-body, .question-body *')]
      .filter((one) => !one.closest('.unseen') && one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0)
      .map((one) => one.className),
  );
  expect(wide).toEqual([]);
  await page.getByRole('row', { name: 'VARIABLE_299' }).scrollIntoViewIfNeeded();
  expect(await page.getByRole('row', { name: 'VARIABLE_299' }).isVisible()).toBe(true);
});

test('a passphrase is told to main alone, kept while main takes none, and asked for again in an empty field', async () => {
  const wrong: QuestionView = { ...samplePassphrase, questionId: 'passphrase-2', wrong: true, triesLeft: 1 };
  const { page, script, answers, complaints } = await open({ ...samplePassphrase, waitMs: 20 }, wrong);
  const field = page.getByRole('textbox', { name: 'Passphrase' });
  expect(await field.getAttribute('type')).toBe('password');
  expect(await field.evaluate((one) => one.matches(':focus'))).toBe(true);
  await page.keyboard.type('four words');
  await page.keyboard.press('Enter');
  expect(await field.inputValue()).toBe('four words');
  expect(answers()).toEqual([]);
  script.questions = [samplePassphrase, wrong];
  await expect.poll(() => page.getByRole('button', { name: 'Save backup' }).isEnabled()).toBe(true);
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('1 try left, then it is not saved.').waitFor();
  expect(answers()).toEqual([{ questionId: 'passphrase-1', kind: 'passphrase', passphrase: 'four words' }]);
  expect(await field.inputValue()).toBe('');
  expect(await page.content()).not.toContain('four words');
  expect(complaints).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import type { QuestionView } from '../../electron/ipc/contract.ts';
import type { ChosenFile } from '../../electron/vault/write-question.ts';
import type { Opened } from './harness.ts';
import {
  addedLine,
  editedLine,
  leavingLine,
  sampleFile,
  sampleLine,
  samplePassphrase,
  sampleWrite,
  type WriteView,
} from './sample-questions.ts';
import { sampleVault } from './sample-vault.ts';
import { withHarness } from './with-harness.ts';

const openWindow = withHarness();
type Page = Opened['page'];

async function open(...questions: QuestionView[]) {
  const script = sampleVault();
  script.questions = questions;
  const opened = await openWindow({ script, at: 'question.html', viewport: { width: 640, height: 480 } });
  const answers = () => script.heard.filter(({ channel }) => channel === 'question.answer').map(({ input }) => input);
  return { ...opened, answers };
}

/** The sample with only these files. */
const asking = (...files: WriteView['files'][number][]): WriteView => ({ ...sampleWrite, files });
/** What stands chosen: all but the lines that somebody else wrote. */
const all: ChosenFile[] = [
  { at: 0, lines: [1, 2].map((at) => ({ at, as: 'write' })) },
  { at: 1, lines: [0, 1].map((at) => ({ at, as: 'write' })) },
];
const written = (files: readonly ChosenFile[]) => [{ questionId: 'write-1', kind: 'write', files }];

test('what would be written is listed file by file, with what is to be looked at in words', async () => {
  const { page, complaints } = await open(sampleWrite);
  const dialog = page.getByRole('alertdialog', { name: 'Write 2 files?' });
  expect(await dialog.getByRole('article').count()).toBe(3);
  const [api, web, mail] = await dialog.getByRole('article').allInnerTexts();
  expect(api).toContain('in /home/mia/code/shop-api');
  expect(api).toContain('Ignored by git');
  expect(web).toContain('in /home/mia/code/shop-web');
  expect(web).toContain('No git repository');
  expect(mail).toContain('Tracked by git');
  expect(mail).toContain('Run git rm --cached -- .env, commit');
  const row = async (name: string) =>
    (await dialog.getByRole('row', { name }).first().innerText()).replaceAll(/\s+/g, ' ');
  expect(await row('OPENAI_API_KEY')).toMatch(
    /^OPENAI_API_KEY Edited by hand ••••NgwP stays Shop assistant Not written by Clavis What happens to OPENAI_API_KEY Overwrite Keep the file’s Take into Clavis$/,
  );
  expect(await row('STRIPE_SECRET_KEY')).toMatch(/^STRIPE_SECRET_KEY Added no line → ••••Lw40/);
  expect(await row('STRIPE_SECRET_KEY')).toContain('this key was called: Stripe test');
  expect(await row('SENTRY_DSN')).toContain('Tells a program where to go or what to run');
  const published = 'Published by the build: everybody who opens the site can read it';
  expect(await row('NEXT_PUBLIC_MAPS_KEY')).toContain(`Not written by Clavis ${published}`);
  expect(await row('REGION')).toMatch(/→ •••• .*Its name does not say that it is a secret$/);
  expect(await row('MAIL_TOKEN')).toContain('The keychain has no value for “Mail, staging”.');
  expect(complaints).toEqual([]);
});

test('the folder of a single file is named below the title', async () => {
  const [first] = sampleWrite.files;
  const { page } = await open(asking(...(first ? [first] : [])));
  const dialog = page.getByRole('alertdialog', { name: 'Write to shop-api/.env?' });
  expect(await dialog.getByText('in /home/mia/code/shop-api', { exact: true }).isVisible()).toBe(true);
  expect(await dialog.getByRole('button', { name: 'Write .env', exact: true }).isVisible()).toBe(true);
});

test.each([
  ['Enter presses Cancel first', ['Enter'], { kind: 'no' }],
  ['Tab leads to the yes', ['Tab', 'Enter'], { kind: 'write', files: all }],
  ['Escape is a no', ['Tab', 'Escape'], { kind: 'no' }],
] as const)('by keyboard alone: %s', async (_, keys, answer) => {
  const { page, answers } = await open(sampleWrite);
  for (const key of keys) await page.keyboard.press(key);
  await expect.poll(answers).toEqual([{ questionId: 'write-1', ...answer }]);
});

test('the button says what it does and follows the ticks of files; with none of them it can’t be pressed', async () => {
  const { page, answers } = await open(sampleWrite);
  const button = page.locator('.question-foot .button-primary');
  const box = (name: string) => page.getByRole('checkbox', { name: `Write ${name}` });
  expect(await button.innerText()).toBe('Write 2 files');
  expect(await box('shop-mail/.env').isDisabled()).toBe(true);
  await box('shop-api/.env').focus();
  await page.keyboard.press('Space');
  expect(await button.innerText()).toBe('Write 1 file');
  await box('shop-web/packages/storefront/.env.production').uncheck();
  expect(await button.innerText()).toBe('Nothing chosen');
  expect(await button.isDisabled()).toBe(true);
  await button.click({ force: true });
  expect(answers()).toEqual([]);
  await box('shop-api/.env').check();
  await button.click();
  await expect.poll(answers).toEqual(written(all.slice(0, 1)));
});

test('no line is removed before it is ticked', async () => {
  const { page, answers } = await open(sampleWrite);
  const removal = page.getByRole('checkbox', { name: 'Remove OLD_MAIL_TOKEN' });
  expect(await removal.isChecked()).toBe(false);
  await removal.check();
  await page.getByRole('button', { name: 'Write 2 files' }).click();
  const [first, ...others] = all;
  const lines = [...(first?.lines ?? []), { at: 3, as: 'remove' } as const];
  await expect.poll(answers).toEqual(written([{ at: 0, lines }, ...others]));
});

test('of a key that is to be deleted: names it, ticks its lines but those that take others with them', async () => {
  const lines = [leavingLine({ envVar: 'ONE' }), leavingLine({ envVar: 'TWO', repeated: true })];
  const leaving = { name: 'AWS prod', isInTrash: false, before: 'Throwaway', about: 'AWS · ends in 3f9A' };
  const { page, answers } = await open({
    ...asking(sampleFile({ file: '.env', lines })),
    purpose: 'remove',
    leaving,
  });
  const head = page.locator('.question-head');
  expect(await head.innerText()).toContain('AWS prod moves to Trash. AWS · ends in 3f9A');
  expect(await head.innerText()).toContain('Before, this key was called: Throwaway');
  expect(await page.getByRole('checkbox', { name: 'Remove ONE' }).isChecked()).toBe(true);
  expect(await page.getByRole('checkbox', { name: 'Remove TWO' }).isChecked()).toBe(false);
  expect(await page.getByText('Stands there more than once: all of these lines go').count()).toBe(1);
  expect(await page.getByRole('checkbox', { name: 'Remove lines from shop-api/.env' }).isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Remove 1 line' }).click();
  await expect.poll(answers).toEqual(written([{ at: 0, lines: [{ at: 0, as: 'remove' }] }]));
});

test('a line is left out by its own tick', async () => {
  const lines = [addedLine({ envVar: 'ONE' }), sampleLine({ envVar: 'TWO' })];
  const { page, answers } = await open(asking(sampleFile({ file: '.env', lines })));
  const box = page.getByRole('checkbox', { name: 'ONE' });
  expect(await box.isChecked()).toBe(true);
  await box.uncheck();
  expect(await page.getByRole('row', { name: 'ONE' }).innerText()).toContain('stays out');
  await page.getByRole('button', { name: 'Write .env' }).click();
  await expect.poll(answers).toEqual(written([{ at: 0, lines: [{ at: 1, as: 'write' }] }]));
});

test('among many lines a file is folded to its head, but not where a line of it needs a look', async () => {
  const many = (file: string, first: Partial<WriteView['files'][number]['lines'][number]> = {}) =>
    sampleFile({
      file,
      lines: Array.from({ length: 7 }, (_, at) => addedLine({ envVar: `KEY_${at}`, ...(at === 0 ? first : {}) })),
    });
  const files = [many('.env'), many('.env.local', { note: 'steering' }), many('.env.test', { state: 'missing' })];
  const { page } = await open(asking(...files));
  const shown = (file: string) =>
    page.getByRole('article', { name: `shop-api/${file}`, exact: true }).getByRole('rowheader');
  expect(await shown('.env').count()).toBe(0);
  expect(await shown('.env.local').count()).toBe(7);
  expect(await shown('.env.test').count()).toBe(7);
  const fold = page.getByRole('button', { name: '7 lines to add' });
  expect(await fold.getAttribute('aria-expanded')).toBe('false');
  await fold.click();
  expect(await shown('.env').count()).toBe(7);
  expect(await page.getByRole('button', { name: 'Write 3 files' }).isEnabled()).toBe(true);
});

test('the head counts every kind of line that needs a look, however far down it stands', async () => {
  const plain = Array.from({ length: 40 }, (_, at) => addedLine({ envVar: `KEY_${at}` }));
  const lines = [
    ...plain,
    addedLine({ envVar: 'SENTRY_DSN', note: 'steering' }),
    addedLine({ envVar: 'NEXT_PUBLIC_KEY', note: 'public' }),
    addedLine({ envVar: 'RUN_TOKEN', couldRun: true }),
    addedLine({ envVar: 'DOLLAR_TOKEN', misreadBy: ['dotenv', 'Docker Compose'] }),
    addedLine({ envVar: 'NEW_NAME_KEY', keyBefore: 'Other' }),
    editedLine({ envVar: 'EDITED_KEY' }),
  ];
  const { page } = await open(asking(sampleFile({ file: '.env', lines })));
  expect(await page.locator('.question-head .remark').allInnerTexts()).toEqual([
    '1 line there now was not written by Clavis',
    '1 line is published by the build',
    '1 line tells a program where to go or what to run',
    '1 line holds a value that some programs could run',
    '1 line would be misread by a program of its project',
    '1 line is of a key that was renamed just now',
  ]);
  const row = page.getByRole('row', { name: 'DOLLAR_TOKEN' });
  expect(await row.innerText()).toContain('dotenv and Docker Compose would take another value from this line');
});

test('a file with nothing but lines that may go is written only for the ticked ones', async () => {
  const file = sampleFile({ file: '.env', lines: [leavingLine({ envVar: 'ONE' }), leavingLine({ envVar: 'TWO' })] });
  const { page, answers } = await open(asking(file));
  expect(await page.getByRole('checkbox', { name: 'Write shop-api/.env' }).isDisabled()).toBe(true);
  expect(await page.getByRole('button', { name: 'Nothing chosen' }).isDisabled()).toBe(true);
  await page.getByRole('checkbox', { name: 'Remove TWO' }).check();
  await page.getByRole('button', { name: 'Write .env' }).click();
  await expect.poll(answers).toEqual(written([{ at: 0, lines: [{ at: 1, as: 'remove' }] }]));
});

describe('a line that was edited by hand', () => {
  const edited = (envVar: string, valueAt: number, keyAt = 0) =>
    editedLine({ envVar, keyAt, take: { valueAt, erases: null } });
  const group = (page: Page, envVar: string) => page.getByRole('group', { name: `What happens to ${envVar}` });

  test('is overwritten, kept as it is, or taken into Clavis, by keyboard too', async () => {
    const file = sampleFile({ file: '.env', lines: [edited('ONE', 0), edited('TWO', 1, 1), edited('THREE', 2, 2)] });
    const { page, answers } = await open(asking(file));
    // What somebody wrote is theirs: nothing of it goes before they say so, and the button does not count it.
    expect(await page.getByRole('radio', { name: 'Keep the file’s', checked: true }).count()).toBe(3);
    expect(await page.getByRole('button', { name: 'Nothing chosen' }).isDisabled()).toBe(true);
    await group(page, 'ONE').getByRole('radio', { name: 'Keep the file’s' }).focus();
    await page.keyboard.press('ArrowUp');
    await page.getByRole('row', { name: 'ONE' }).getByText('••••NgwP → ••••3f9A').waitFor();
    await page.getByRole('row', { name: 'TWO' }).getByText('••••NgwP stays').waitFor();
    await group(page, 'THREE').getByText('Take into Clavis').click();
    await page.getByRole('row', { name: 'THREE' }).getByText('••••NgwP → Clavis').waitFor();
    await page.getByRole('button', { name: 'Write .env, take 1 value' }).click();
    const lines = [{ at: 0, as: 'write' } as const, { at: 2, as: 'take' } as const];
    await expect.poll(answers).toEqual(written([{ at: 0, lines }]));
  });

  test('can give its key one value alone; other lines of that key wait', async () => {
    const files = [
      sampleFile({ file: 'a/.env', lines: [edited('ONE', 0)] }),
      sampleFile({ file: 'b/.env', lines: [edited('TWO', 1)] }),
      sampleFile({ file: 'c/.env', lines: [edited('THREE', 0)] }),
      sampleFile({ file: 'd/.env', lines: [sampleLine({ envVar: 'FOUR', keyAt: 0 })] }),
      sampleFile({ file: 'e/.env', lines: [sampleLine({ envVar: 'FIVE', keyAt: 1 })] }),
    ];
    const { page, answers } = await open(asking(...files));
    const take = (envVar: string) => group(page, envVar).getByRole('radio', { name: 'Take into Clavis' });
    await take('ONE').check();
    expect(await take('TWO').isDisabled()).toBe(true);
    expect(await take('THREE').isDisabled()).toBe(false);
    await page.getByRole('row', { name: 'FOUR' }).getByText('its key takes another value').waitFor();
    await take('THREE').check();
    await page.getByRole('button', { name: 'Write 1 file, take 2 values' }).click();
    await expect.poll(answers).toEqual(
      written([
        { at: 0, lines: [{ at: 0, as: 'take' }] },
        { at: 2, lines: [{ at: 0, as: 'take' }] },
        { at: 4, lines: [{ at: 0, as: 'write' }] },
      ]),
    );
  });

  test('says what taking it erases, once it is chosen', async () => {
    const line = editedLine({ envVar: 'ONE', take: { valueAt: 0, erases: 'previous' } });
    const { page } = await open(asking(sampleFile({ file: '.env', lines: [line] })));
    const told = page.getByText('The previous value of this key is erased at once');
    expect(await told.count()).toBe(0);
    await group(page, 'ONE').getByText('Take into Clavis').click();
    await told.waitFor();
    await page.getByRole('button', { name: 'Take 1 value' }).waitFor();
  });

  test('can be taken though it can’t be written', async () => {
    const line = editedLine({ envVar: 'ONE', blocked: 'The keychain has no value for “Shop assistant”.' });
    const { page, answers } = await open(asking(sampleFile({ file: '.env', lines: [line] })));
    expect(await group(page, 'ONE').getByRole('radio').count()).toBe(2);
    await group(page, 'ONE').getByText('Take into Clavis').click();
    await page.getByRole('button', { name: 'Take 1 value' }).click();
    await expect.poll(answers).toEqual(written([{ at: 0, lines: [{ at: 0, as: 'take' }] }]));
  });
});

test('the list that scrolls can be reached by keyboard, too', async () => {
  const { page } = await open(sampleWrite);
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  for (let presses = 0; presses < 20 && (await focused()) !== 'What would be written'; presses += 1)
    await page.keyboard.press('Shift+Tab');
  expect(await focused()).toBe('What would be written');
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
  await expect.poll(answers).toEqual(written(all));
});

test('nothing of a long name is cut off, nor of many lines', async () => {
  const lines = Array.from({ length: 300 }, (_, at) => sampleLine({ envVar: `VARIABLE_${at}` }));
  const long = sampleLine({ envVar: `LONG_${'A'.repeat(300)}`, key: 'k'.repeat(120), note: 'public' });
  const root = `/home/mia/${'d'.repeat(140)}/shop`;
  const named = { project: 'p'.repeat(200), file: `${'deep/'.repeat(40)}.env`, root, blocked: null };
  const gone = leavingLine({ envVar: `GONE_${'B'.repeat(300)}` });
  const why = `Not written: ${'w'.repeat(300)}`;
  const refused = sampleFile({ ...named, blocked: why, lines: [long] });
  const { page } = await open(asking(sampleFile({ ...named, lines: [long, gone, ...lines] }), refused));
  expect(await page.getByRole('row').count()).toBe(2 + 302);
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

test('a new passphrase is sent when it is long enough and typed twice the same', async () => {
  const { page, answers } = await open({ questionId: 'new-1', waitMs: 0, kind: 'new-passphrase', purpose: 'create' });
  const [first, again] = [page.getByLabel('Passphrase', { exact: true }), page.getByLabel('Repeat passphrase')];
  const create = page.getByRole('button', { name: 'Create vault' });
  await first.fill('too short');
  await create.click();
  await page.getByText('Use 12 characters or more.').waitFor();
  await first.fill('four words and a half');
  await again.fill('four words and another');
  await create.click();
  await page.getByText('Passphrases don’t match.').waitFor();
  expect(await again.evaluate((one) => one.matches(':focus'))).toBe(true);
  expect(answers()).toEqual([]);
  await again.fill('four words and a half');
  await create.click();
  await expect
    .poll(answers)
    .toEqual([{ questionId: 'new-1', kind: 'new-passphrase', passphrase: 'four words and a half' }]);
});

test('while main waits after wrong passphrases the page says how long, and sends nothing', async () => {
  const { page, answers } = await open({
    questionId: 'unlock-1',
    waitMs: 8_000,
    kind: 'unlock',
    purpose: 'unlock',
    wrong: true,
  });
  await page.getByText('That is not the passphrase.').waitFor();
  await page.getByText(/You can try again in [678] seconds\./).waitFor();
  await page.getByLabel('Passphrase').fill('four words');
  await page.keyboard.press('Enter');
  expect(answers()).toEqual([]);
});

test('the system’s key for closing a window is a no', async () => {
  const { page, answers } = await open(sampleWrite);
  await page.keyboard.press('Control+w');
  await expect.poll(answers).toEqual([{ questionId: 'write-1', kind: 'no' }]);
});

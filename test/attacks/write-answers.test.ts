import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { calls } from '../../electron/ipc/contract.ts';
import { createOneAtATime } from '../../electron/shell/one-at-a-time.ts';
import { createQuestionWindow } from '../../electron/shell/question-window.ts';
import { isChoiceOf, type WriteChoice, type WriteQuestion } from '../../electron/vault/write-question.ts';
import { openTakenOverPage, type TakenOverPage } from '../support/taken-over-page.ts';
import { openTestVault, someFields, someValue, type TestVault, writeAgreed } from '../support/test-vault.ts';
import { everything } from '../support/write-choices.ts';

/**
 * An answer to main's question before a write that names what was not shown, or what is not open to be chosen. No page has a
 * way to give one; main takes none all the same.
 */

let test: TestVault;
let page: TakenOverPage;
let root: string;
let question: WriteQuestion;
let targetId: string;
let count = 0;

const by = (file: string, content: string) => writeFile(path.join(root, file), content);
const textOf = (file: string) => readFile(path.join(root, file), 'utf8');

beforeAll(async () => {
  test = await openTestVault();
  page = openTakenOverPage(test);
});
afterAll(() => test.stop());

/**
 * Two files. The first has A_KEY edited by hand, B_KEY out of date, C_KEY to be removed, D_KEY whose value is lost and E_KEY
 * new; the second has the first one's key under A_KEY with yet another value.
 */
beforeEach(async () => {
  count += 1;
  for (const project of test.vault.projects.list()) test.vault.projects.unlink(project.id);
  Object.assign(test.consent, { agrees: false });
  root = path.join(test.folder, `project-${count}`);
  await mkdir(root);
  for (const file of ['.env', '.env.local']) await by(file, '');
  const project = await test.vault.projects.link(root);
  const [first = '', second = ''] = project.targets.map(({ id }) => id);
  targetId = first;
  const addKey = async (name: string) =>
    (await test.vault.keys.add({ ...someFields, name: `${name} ${count}` }, someValue(`${name}${count}`))).id;
  const [a, b, c, d] = [await addKey('A'), await addKey('B'), await addKey('C'), await addKey('D')];
  for (const [envVar, keyId] of Object.entries({ A_KEY: a, B_KEY: b, C_KEY: c }))
    test.vault.projects.bind(first, keyId, envVar);
  await writeAgreed(test, first);
  test.vault.projects.bind(second, a, 'A_KEY');
  await writeAgreed(test, second);
  await test.vault.rotation.rotate(b, someValue(`next${count}`));
  test.vault.projects.unbind(first, 'C_KEY');
  test.vault.projects.bind(first, d, 'D_KEY');
  test.vault.projects.bind(first, b, 'E_KEY');
  await test.ports.keychain.remove(`${d}/1`);
  await by('.env', (await textOf('.env')).replace(/^A_KEY=.*$/m, `A_KEY=${someValue('one').reveal()}`));
  await by('.env.local', `A_KEY=${someValue('two').reveal()}\n`);
  test.consent.writes.length = 0;
  await test.vault.writing.all().catch(() => {});
  const [asked] = test.consent.writes;
  if (asked === undefined) throw new Error('nothing was asked');
  question = asked;
  expect(question.files.map(({ lines }) => lines.map(({ envVar }) => envVar))).toEqual([
    ['A_KEY', 'B_KEY', 'C_KEY', 'D_KEY', 'E_KEY'],
    ['A_KEY'],
  ]);
});

const one = (at: number, ...lines: WriteChoice['files'][number]['lines']): WriteChoice => ({ files: [{ at, lines }] });

const forged: [string, WriteChoice][] = [
  ['nothing at all', { files: [] }],
  ['a file without a line', one(0)],
  ['a file that was not shown', one(2, { at: 0, as: 'write' })],
  ['a line that was not shown', one(0, { at: 5, as: 'write' })],
  ['a place before the first', one(-1, { at: 0, as: 'write' })],
  ['a place between two', one(0.5, { at: 0, as: 'write' })],
  ['a line twice', one(0, { at: 1, as: 'write' }, { at: 1, as: 'write' })],
  ['a line twice, in two ways', one(0, { at: 0, as: 'write' }, { at: 0, as: 'take' })],
  [
    'a file twice',
    {
      files: [
        { at: 0, lines: [{ at: 0, as: 'write' }] },
        { at: 0, lines: [{ at: 1, as: 'write' }] },
      ],
    },
  ],
  ['a line that is to stay to be removed', one(0, { at: 1, as: 'remove' })],
  ['a line that is no longer bound to be written', one(0, { at: 2, as: 'write' })],
  ['a line that can’t be written', one(0, { at: 3, as: 'write' })],
  ['the value of a line that Clavis wrote to be taken', one(0, { at: 1, as: 'take' })],
  ['the value of a line that is no longer bound', one(0, { at: 2, as: 'take' })],
  ['the value of a line that is not there', one(0, { at: 4, as: 'take' })],
  [
    'two values for one key',
    {
      files: [
        { at: 0, lines: [{ at: 0, as: 'take' }] },
        { at: 1, lines: [{ at: 0, as: 'take' }] },
      ],
    },
  ],
  [
    'a key’s new value to be written where nobody saw it',
    {
      files: [
        { at: 0, lines: [{ at: 0, as: 'take' }] },
        { at: 1, lines: [{ at: 0, as: 'write' }] },
      ],
    },
  ],
  // What a fitting answer begins with.
  ['one line that does not fit behind one that does', one(0, { at: 1, as: 'write' }, { at: 2, as: 'write' })],
];

describe('an answer that names what it may not is not taken', () => {
  it.each(forged)('by the vault, when it names %s', async (_title, choice) => {
    expect(isChoiceOf(question, choice)).toBe(false);
    const before = [await textOf('.env'), await textOf('.env.local')];
    const versions = test.vault.keys.page('', 1_000).map(({ version }) => version);
    const { askWrite } = test.consent;
    test.consent.askWrite = async () => choice;
    await expect(test.vault.writing.all()).rejects.toMatchObject({ code: 'INTERNAL' });
    test.consent.askWrite = askWrite;
    expect([await textOf('.env'), await textOf('.env.local')]).toEqual(before);
    expect(test.vault.keys.page('', 1_000).map(({ version }) => version)).toEqual(versions);
  });

  it('by the window, which stays open for one that fits', async () => {
    const only = createOneAtATime();
    const window = createQuestionWindow({
      only,
      watch: () => ({ ms: () => 500, stop: () => {} }),
      openFrame: (_asked, { attended }) => {
        queueMicrotask(attended);
        return { contentsId: 1, isAttended: () => true, toFront: () => {}, close: () => {} };
      },
    });
    const asked = window.askWrite(question);
    const questionId = window.get()?.questionId ?? '';
    for (const [title, { files }] of forged) {
      expect(await window.answer({ questionId, kind: 'write', files }), title).toBe('not-shown');
      expect(window.isOpen()).toBe(true);
    }
    const { files } = one(0, { at: 1, as: 'write' }, { at: 2, as: 'remove' });
    expect(await window.answer({ questionId, kind: 'write', files })).toBe('counted');
    expect(await asked).toEqual({ files });
  });

  it.each([
    ['ids in place of places', [{ at: 'x', lines: [] }]],
    ['a further field', [{ at: 0, lines: [{ at: 0, as: 'write', value: 'x' }] }]],
    ['another thing to happen', [{ at: 0, lines: [{ at: 0, as: 'erase' }] }]],
    ['no list', 'all'],
    ['a list with a hole', Object.assign([], { length: 1 })],
    ['a place that is no whole number', [{ at: 0.5, lines: [] }]],
    ['more files than there can be', Array.from({ length: 10_001 }, (_, at) => ({ at, lines: [] }))],
  ])('by the contract, where it has %s', (_title, files) => {
    const { input } = calls['question.answer'];
    expect(input.safeParse({ questionId: 'q', kind: 'write', files }).success).toBe(false);
  });
});

describe('a page', () => {
  it('has no channel to the question: neither to see it, nor to answer it', async () => {
    for (const call of [page.call, page.callAsPalette]) {
      expect(await call('question.get', {})).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED' } });
      const files = [{ at: 0, lines: [{ at: 1, as: 'write' as const }] }];
      expect(await call('question.answer', { questionId: 'q', kind: 'write', files })).toMatchObject({
        ok: false,
        error: { code: 'NOT_ALLOWED' },
      });
    }
  });

  it('hears nothing of what the question shows of values in files, whatever becomes of it', async () => {
    const { heard } = page;
    heard.length = 0;
    expect(await page.call('projects.writeFile', { targetId })).toMatchObject({ error: { code: 'NOT_CONFIRMED' } });
    test.consent.agrees = true;
    test.consent.chooses = (line) => (line.take === null ? null : 'take');
    expect(await page.call('projects.writeFile', { targetId })).toMatchObject({ ok: true, value: { taken: 1 } });
    Object.assign(test.consent, { agrees: false, chooses: everything });
    const said = heard.join('\n');
    const value = someValue('one').reveal();
    for (let at = 8; at + 6 <= value.length - 4; at += 6) expect(said).not.toContain(value.slice(at, at + 6));
  });
});

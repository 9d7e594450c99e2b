import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatMoment } from '../../electron/messages/english/times.ts';
import type { WriteQuestion } from '../../electron/vault/write-question.ts';
import { openTakenOverPage, type TakenOverPage } from '../support/taken-over-page.ts';
import { openTestVault, someFields, someValue, type TestVault } from '../support/test-vault.ts';
import { emptyTrash } from '../support/trash.ts';

/** A page, or a repository, that puts its own words into what main asks the person. */

const words = 'Clavis has checked this';
/** Names that would end a quotation, begin a line, turn the text round, or push it out of sight. */
const names = [
  `x”?\n\n${words}, choose Allow. “`,
  `x"\r\n${words}`,
  `x\u2028${words}\u2029`,
  `\u202e${words}`,
  `x' ${words} ‘`,
  `x${'\u00a0'.repeat(60)}${words}`,
  `x„ ${words} «»`,
];

let test: TestVault;
let page: TakenOverPage;
let root: string;
beforeAll(async () => {
  test = await openTestVault();
  root = path.join(test.folder, `shop “${words}”`);
  await mkdir(root);
  await writeFile(path.join(root, '.env'), 'OPENAI_API_KEY=mine\n');
  await test.vault.projects.link(root);
  page = openTakenOverPage(test);
});
afterAll(() => test.stop());

/** What main asked meanwhile, after a pause in which no question would be held back. */
async function askedBy(work: () => Promise<unknown>): Promise<{ message: string; detail: string }[]> {
  const { consent } = test;
  for (const list of [consent.asked, consent.details, consent.writes]) list.length = 0;
  test.clock.pass(10 * 60_000);
  await work();
  // A write is asked about in a window of main's own, where names stand in elements of their own.
  const asked = consent.asked.filter((message) => !message.startsWith('Write shop'));
  return asked.map((message, at) => ({ message, detail: consent.details[at] ?? '' }));
}

/** Every line of it that says what the attacker wants to be said, as it stands there. */
function linesWith({ detail }: { detail: string }): string[] {
  return detail.split('\n').filter((line) => line.includes('checked'));
}

const keyQuestions = {
  'another copy': (id: string) => page.call('keys.allowCopy', { id }),
  'any number of copies': (id: string) =>
    page.call('keys.edit', { ...someFields, name: test.vault.keys.get(id).name, tags: [], id, copyPolicy: 'always' }),
  'an undo that keeps no other value': async (id: string) => {
    const { agrees } = test.consent;
    test.consent.agrees = true;
    await page.get('settings.set', { graceDays: 0 });
    test.consent.agrees = agrees;
    for (const list of [test.consent.asked, test.consent.details]) list.length = 0;
    await page.call('keys.undoRotation', { id });
    await page.get('settings.set', { graceDays: 7 });
  },
  'the end of a value': (id: string) => page.call('keys.finishRotation', { id }),
};

let made = 0;

/** A key with a grant that is spent and a previous value, so that everything can be asked about it. */
async function makeKey(name: string): Promise<string> {
  made += 1;
  const value = someValue(`v${made}`).reveal();
  const added = await page.call('keys.add', { ...someFields, name, tags: [], value });
  // Names with control characters may be refused: then nobody is asked about them.
  if (!added.ok) return '';
  const { id } = added.value;
  await page.call('keys.copy', { id });
  test.clock.pass(60_000);
  await page.call('keys.rotate', { id, value: `${value}2` });
  await page.call('keys.copy', { id });
  test.clock.pass(60_000);
  return id;
}

describe('a question is main’s own words, and what others named is a line that says so', () => {
  it.each(Object.entries(keyQuestions))('when it is about %s', async (_title, ask) => {
    let asked = 0;
    for (const [at, name] of names.entries()) {
      const id = await makeKey(`${at} ${name}`);
      if (id === '') continue;
      const questions = await askedBy(() => ask(id));
      asked += questions.length;
      for (const question of questions) {
        expect(question.message).not.toContain('checked');
        // The name alone on its line: its beginning stands first, and no sign in it could end a quotation.
        for (const line of linesWith(question)) expect(line).toMatch(/^\d x?[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}"“”„‘’«»]*$/u);
        expect(question.detail).toMatch(/^\d/);
        expect(question.detail).toContain('OpenAI · ');
      }
      await test.vault.deletion.delete(id);
      await emptyTrash(test);
    }
    expect(asked).toBeGreaterThan(0);
  });

  it('when it is about a file, in whatever folder it lies', async () => {
    const target = test.vault.projects.list()[0]?.targets[0];
    const targetId = target?.id ?? '';
    const key = await makeKey('plain');
    const asking: (() => Promise<unknown>)[] = [
      () => page.call('projects.leaveOutsideGit', { targetId }),
      () => page.call('projects.setTarget', { targetId, dialect: 'docker', expands: false }),
      async () => {
        await page.call('projects.bind', { targetId, keyId: key, envVar: 'OPENAI_API_KEY' });
        await page.call('projects.writeFile', { targetId });
      },
    ];
    let asked = 0;
    for (const ask of asking) {
      const questions = await askedBy(ask);
      asked += questions.length + test.consent.writes.length;
      for (const question of questions) {
        expect(question.message).not.toContain('checked');
        for (const line of linesWith(question)) expect(line).not.toMatch(/["“”„«»]/u);
      }
    }
    expect(asked).toBe(asking.length);
  });
});

describe('a folder with the name of another one', () => {
  const places = ['work', 'downloads'];
  /** What is asked before a write to `.env` of each of two linked folders named `api`. */
  async function questions(): Promise<WriteQuestion[]> {
    const asked: WriteQuestion[] = [];
    for (const place of places) {
      const folder = path.join(test.folder, place, 'api');
      await mkdir(folder, { recursive: true });
      await writeFile(path.join(folder, '.env'), 'OPENAI_API_KEY=mine\n');
      const targetId = (await test.vault.projects.link(folder)).targets[0]?.id ?? '';
      const keyId = await makeKey(`key-for-${place}`);
      await page.get('projects.bind', { targetId, keyId, envVar: 'OPENAI_API_KEY' });
      test.clock.pass(10 * 60_000);
      test.consent.writes.length = 0;
      await page.call('projects.writeFile', { targetId });
      asked.push(...test.consent.writes);
    }
    return asked;
  }

  it('does not pass for it in the question before a write', async () => {
    const asked = await questions();
    expect(asked.flatMap(({ files }) => files.map(({ root }) => root))).toEqual(
      places.map((place) => path.join(test.folder, place, 'api')),
    );
  });
});

describe('what a page did to a key just before is said', () => {
  const rename = (id: string, name: string) => page.get('keys.edit', { ...someFields, name, tags: [], id });
  const allow = (id: string) => askedBy(() => page.call('keys.allowCopy', { id }));

  /** `askedBy` lets ten minutes pass first; here everything happens within one. */
  async function askedAtOnce(work: () => Promise<unknown>): Promise<string[]> {
    test.consent.details.length = 0;
    await work();
    return test.consent.details;
  }

  it.each([
    ['one renaming', ['Throw-away']],
    ['renamed back and forth', ['Throw-away', 'Production', 'Throw-away']],
    ['renamed again and again', ['A', 'B', 'C', 'D', 'Throw-away']],
  ])('its name before, after %s', async (_title, names) => {
    const id = await makeKey('Production');
    for (const name of names) await rename(id, name);
    const [detail] = await askedAtOnce(() => page.call('keys.allowCopy', { id }));
    expect(detail).toContain('Before, its name was:\nProduction');
    await test.vault.deletion.delete(id);
    await emptyTrash(test);
  });

  it('its name before, after a deletion was undone while another key had its name', async () => {
    const id = await makeKey('Production');
    await page.get('keys.delete', { id });
    const value = someValue('namesake').reveal();
    const { id: other } = await page.get('keys.add', { ...someFields, name: 'Production', tags: [], value });
    expect(await page.get('trash.restore', { id })).toMatchObject({ name: 'Production 2' });
    const [detail] = await askedAtOnce(() => page.call('keys.allowCopy', { id }));
    expect(detail).toContain('Production 2');
    expect(detail).toContain('Before, its name was:\nProduction');
    for (const one of [id, other]) await test.vault.deletion.delete(one);
    await emptyTrash(test);
  });

  it('its name before, behind more changes than anybody reads', async () => {
    const id = await makeKey('Production');
    await rename(id, 'Throw-away');
    for (let at = 0; at < 60; at += 1) {
      await page.get('keys.pin', { id, pinned: at % 2 === 0 });
      await page.get('keys.edit', { ...someFields, name: 'Throw-away', tags: [], id, note: `${at}` });
    }
    const [detail] = await askedAtOnce(() => page.call('keys.allowCopy', { id }));
    expect(detail).toContain('Before, its name was:\nProduction');
    // A minute later the new name is what the list shows, and the person could have seen it.
    expect((await allow(id)).map(({ detail }) => detail).join()).not.toContain('Before');
    await test.vault.deletion.delete(id);
    await emptyTrash(test);
  });

  it('before a write: the name before, and since when the key has that value', async () => {
    const id = await makeKey('Production');
    const targetId = test.vault.projects.list()[0]?.targets[0]?.id ?? '';
    const bound = test.vault.projects.list()[0]?.targets[0]?.bindings ?? [];
    for (const { envVar } of bound) await page.get('projects.unbind', { targetId, envVar });
    await page.get('projects.bind', { targetId, keyId: id, envVar: 'OPENAI_API_KEY' });
    const write = async () => {
      test.consent.writes.length = 0;
      await page.call('projects.writeFile', { targetId });
      return test.consent.writes[0]?.files[0]?.lines[0];
    };
    const made = test.vault.keys.get(id).rotatedAt;
    expect(await write()).toMatchObject({ key: 'Production', keyBefore: null, currentSince: made });
    test.clock.pass(60_000);
    test.consent.agrees = true;
    await page.get('keys.rotate', { id, value: `${someValue('swapped').reveal()}2` });
    test.consent.agrees = false;
    await rename(id, 'Throw-away');
    const line = await write();
    expect(line).toMatchObject({ key: 'Throw-away', keyBefore: 'Production', currentSince: test.clock.now() });
    // The page's value waits as the previous one, and comes back right before the question.
    await page.get('keys.undoRotation', { id });
    expect(await write()).toMatchObject({ last4: test.vault.keys.get(id).last4, currentSince: test.clock.now() });
    test.clock.pass(6 * 24 * 3_600_000);
    await page.get('keys.undoRotation', { id });
    expect(await write()).toMatchObject({ currentSince: test.clock.now() });
    await page.call('keys.copy', { id });
    test.clock.pass(10 * 60_000);
    const [question] = await askedAtOnce(() => page.call('keys.allowCopy', { id }));
    expect(question).toContain(`current since ${formatMoment(test.clock.now() - 10 * 60_000)}`);
  });
});

import { describe, expect, test } from 'vitest';
import { createOneAtATime } from '../../electron/shell/one-at-a-time.ts';
import type { QuestionFrameEvents } from '../../electron/shell/question.ts';
import { createQuestionWindow } from '../../electron/shell/question-window.ts';
import { vaultError } from '../../electron/vault/errors.ts';
import { Secret } from '../../electron/vault/secret.ts';
import type { ChosenFile, WriteFile, WriteLine, WriteQuestion } from '../../electron/vault/write-question.ts';

const line: WriteLine = {
  envVar: 'A',
  change: 'added',
  state: 'new',
  key: 'Shop',
  keyBefore: null,
  keyAt: 0,
  there: null,
  last4: '3f9A',
  currentSince: 0,
  foreign: false,
  repeated: false,
  note: null,
  couldRun: false,
  misreadBy: [],
  blocked: null,
  take: null,
};
const file: WriteFile = {
  project: 'shop',
  file: '.env',
  root: '/home/mia/shop',
  exists: true,
  git: 'ignored',
  blocked: null,
  lines: [line],
};
const write: WriteQuestion = { purpose: 'write', leaving: null, files: [file] };
const all: readonly ChosenFile[] = [{ at: 0, lines: [{ at: 0, as: 'write' }] }];

/** Main's own window as the system would show it; the clock and the desktop are the test's. */
function open() {
  const desktop = { now: 0, attended: true, opened: 0, closed: 0, toFront: 0 };
  const events: QuestionFrameEvents[] = [];
  const only = createOneAtATime(() => desktop.now);
  const question = createQuestionWindow({
    only,
    watch: () => {
      const from = desktop.now;
      return { ms: () => desktop.now - from, stop: () => {} };
    },
    openFrame: (_asked, told) => {
      events.push(told);
      desktop.opened += 1;
      return {
        contentsId: desktop.opened,
        isAttended: () => desktop.attended,
        toFront: () => {
          desktop.toFront += 1;
        },
        close: () => {
          desktop.closed += 1;
        },
      };
    },
  });
  const shown = () => {
    const asked = question.get();
    if (asked === null) throw new Error('nothing is asked');
    return asked;
  };
  const see = (): void => {
    events.at(-1)?.attended();
    desktop.now += 500;
  };
  const choose = (files: readonly ChosenFile[], questionId = shown().questionId) =>
    question.answer({ questionId, kind: 'write', files });
  const answerWith = (kind: 'no' | 'write') =>
    kind === 'write' ? choose(all) : question.answer({ questionId: shown().questionId, kind });
  const type = (text: string) =>
    question.answer({ questionId: shown().questionId, kind: 'passphrase', passphrase: new Secret(text) });
  return { desktop, events, only, question, shown, see, answerWith, choose, type };
}

describe('a question before a write', () => {
  test('is agreed to by its own yes alone, and its window closes', async () => {
    const { desktop, question, shown, see, answerWith, type } = open();
    const asked = question.askWrite(write);
    see();
    expect(shown()).toMatchObject({ kind: 'write', files: write.files, waitMs: 0 });
    expect(await type('anything')).toBe('not-shown');
    const { questionId } = shown();
    expect(await answerWith('write')).toBe('counted');
    expect(await asked).toEqual({ files: all });
    expect(desktop.closed).toBeGreaterThan(0);
    expect(question.get()).toBe(null);
    expect(await question.answer({ questionId, kind: 'write', files: all })).toBe('not-shown');
  });

  test('stays open when it is answered too early, or while nobody is at it', async () => {
    const { desktop, events, question, answerWith } = open();
    const asked = question.askWrite(write);
    events[0]?.attended();
    desktop.now += 499;
    expect(await answerWith('write')).toBe('too-early');
    expect(await answerWith('no')).toBe('too-early');
    desktop.now += 1;
    desktop.attended = false;
    expect(await answerWith('write')).toBe('not-attended');
    expect(await answerWith('no')).toBe('not-attended');
    events[0]?.unattended();
    desktop.attended = true;
    events[0]?.attended();
    expect(await answerWith('write')).toBe('too-early');
    desktop.now += 500;
    expect(await answerWith('no')).toBe('counted');
    expect(await asked).toBe(null);
  });

  test.each([
    ['its window is closed', ({ events }: ReturnType<typeof open>) => events.at(-1)?.gone()],
    ['the vault is locked', ({ only }: ReturnType<typeof open>) => only.callOff()],
    ['the app quits', ({ only }: ReturnType<typeof open>) => only.end()],
  ])('is a no when %s', async (_, happen) => {
    const opened = open();
    const asked = opened.question.askWrite(write);
    opened.see();
    happen(opened);
    expect(await asked).toBe(null);
    expect(opened.question.isOpen()).toBe(false);
    expect(opened.desktop.closed).toBeGreaterThan(0);
  });

  test('is the only one, and its page is known by its contents alone', async () => {
    const { question, see, answerWith, desktop } = open();
    const asked = question.askWrite(write);
    await expect(question.askWrite(write)).rejects.toMatchObject({ code: 'DIALOG_OPEN' });
    expect(desktop).toMatchObject({ opened: 1, toFront: 1 });
    expect([question.isPage(1), question.isPage(2)]).toEqual([true, false]);
    see();
    await answerWith('write');
    await asked;
    expect(question.isPage(1)).toBe(false);
  });

  test('shows names without characters that nobody can see', async () => {
    const { question, shown, only } = open();
    const there = { last4: '3\u2066f9', holds: 'value' } as const;
    const hidden = {
      ...line,
      envVar: 'A\u202eB',
      key: 'Shop\u0007\u200bkey',
      last4: '3\u2066f9',
      there,
      blocked: vaultError('VALUE_MISSING', { name: 'a\u202eb' }),
    };
    const named = {
      project: 'shop\nNot this',
      file: '.e\u2028nv',
      root: '/home/\u202emia/shop',
      blocked: vaultError('GIT_FAILED', { file: '.env', said: { code: 'GIT_SAID', words: 'git\u2029said' } }),
    };
    const asked = question.askWrite({
      purpose: 'write',
      leaving: {
        name: 'Shop\u202ekey',
        isInTrash: false,
        before: null,
        provider: 'Open\u2028AI',
        last4: '3f9A',
        currentSince: 0,
      },
      files: [{ ...file, ...named, lines: [hidden] }],
    });
    expect(shown()).toMatchObject({
      leaving: {
        name: 'Shop key',
        about: expect.stringMatching(/^Open AI · ends in 3f9A · current since 1 January 1970/),
      },
      files: [
        {
          project: 'shop Not this',
          file: '.e nv',
          root: '/home/ mia/shop',
          blocked: expect.stringMatching(/^Can’t be written: .* It said: git said$/),
          lines: [
            {
              envVar: 'A B',
              key: 'Shop  key',
              last4: '3 f9',
              there: { last4: '3 f9', holds: 'value' },
              blocked: expect.stringContaining('“a b”'),
            },
          ],
        },
      ],
    });
    only.callOff();
    await asked;
  });
});

test('an answer to an earlier question, or to none, answers nothing', async () => {
  const { desktop, question, shown, see, answerWith } = open();
  const first = question.askWrite(write);
  see();
  const { questionId } = shown();
  await answerWith('no');
  expect(await first).toBe(null);
  desktop.now += 1_000;
  const second = question.askWrite(write);
  see();
  for (const old of [questionId, 'none']) {
    expect(await question.answer({ questionId: old, kind: 'write', files: all })).toBe('not-shown');
    expect(await question.answer({ questionId: old, kind: 'no' })).toBe('not-shown');
  }
  await answerWith('write');
  expect(await second).toEqual({ files: all });
});

describe('a question for a passphrase', () => {
  const isRight = async (typed: Secret) => typed.reveal() === 'the right one';

  test('is asked three times, each under a number of its own, and is a no then', async () => {
    const { question, shown, see, type } = open();
    const asked = question.askPassphrase('mine.age', isRight);
    const seen: string[] = [];
    for (const triesLeft of [3, 2, 1]) {
      see();
      const { questionId, ...rest } = shown();
      expect(rest).toEqual({ kind: 'passphrase', file: 'mine.age', wrong: triesLeft < 3, triesLeft, waitMs: 0 });
      seen.push(questionId);
      expect(await type('another one')).toBe('counted');
    }
    expect(await asked).toBe(false);
    expect(new Set(seen).size).toBe(3);
  });

  test('is answered by the right one, after a wrong one too', async () => {
    const { question, see, type } = open();
    const asked = question.askPassphrase('mine.age', isRight);
    see();
    await type('another one');
    expect(await type('the right one')).toBe('too-early');
    see();
    await type('the right one');
    expect(await asked).toBe(true);
  });

  test('takes no second one while the first is tried, but a no; what is found then does not count', async () => {
    const { question, see, answerWith, type } = open();
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const asked = question.askPassphrase('mine.age', () => promise);
    see();
    const first = type('the right one');
    expect(await type('the right one')).toBe('not-shown');
    expect(await answerWith('no')).toBe('counted');
    expect(await asked).toBe(false);
    resolve(true);
    expect(await first).toBe('counted');
    expect(question.isOpen()).toBe(false);
  });

  test('fails where it can’t be tried, and leaves room for the next question', async () => {
    const { question, see, type } = open();
    const asked = question.askPassphrase('mine.age', () => Promise.reject(new Error('out of memory')));
    see();
    await Promise.all([expect(asked).rejects.toThrow('out of memory'), type('the right one')]);
    expect(question.isOpen()).toBe(false);
  });
});

describe('the passphrase that unlocks', () => {
  const words = (kind: 'unlock' | 'passphrase' | 'new-passphrase', text: string) => ({
    kind,
    passphrase: new Secret(text),
  });

  test('is asked for until it is right, with the pause after each wrong one, in which a no still counts', async () => {
    const { desktop, question, shown, see, answerWith } = open();
    let freeAt = 0;
    const vault = {
      pauseMs: () => Math.max(0, freeAt - desktop.now),
      async unlock(typed: Secret) {
        freeAt = desktop.now + 8_000;
        return typed.reveal() === 'the right one';
      },
    };
    const type = (kind: 'unlock' | 'passphrase', text: string) =>
      question.answer({ questionId: shown().questionId, ...words(kind, text) });
    const asked = question.askUnlock('unlock', vault);
    see();
    expect(shown()).toMatchObject({ kind: 'unlock', wrong: false, waitMs: 0 });
    expect(await type('passphrase', 'the right one')).toBe('not-shown');
    expect(await type('unlock', 'another one')).toBe('counted');
    see();
    expect(shown()).toMatchObject({ kind: 'unlock', wrong: true, waitMs: 7_500 });
    expect(await type('unlock', 'the right one')).toBe('too-early');
    desktop.now += 7_500;
    expect(await type('unlock', 'the right one')).toBe('counted');
    expect(await asked).toBe(true);

    desktop.now += 1_000;
    const again = question.askUnlock('unlock', vault);
    see();
    expect(await answerWith('no')).toBe('counted');
    expect(await again).toBe(false);
  });

  test('is chosen in a question of its own, which nothing else answers', async () => {
    const { question, shown, see } = open();
    const asked = question.askNewPassphrase('create');
    see();
    const { questionId } = shown();
    expect(await question.answer({ questionId, ...words('unlock', 'four words') })).toBe('not-shown');
    expect(await question.answer({ questionId, ...words('new-passphrase', 'four words') })).toBe('counted');
    expect((await asked)?.reveal()).toBe('four words');
  });
});

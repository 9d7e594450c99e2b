import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { QuestionView } from '../../electron/ipc/contract.ts';
import { openTakenOverPage, type TakenOverPage } from '../support/taken-over-page.ts';
import { openTestVault, type TestVault } from '../support/test-vault.ts';

/** A page that locks on and on, to keep the person out. */

let test: TestVault;
let page: TakenOverPage;
let asked: QuestionView | null;

beforeAll(async () => {
  test = await openTestVault();
  page = openTakenOverPage(test, { question: { get: () => asked, answer: async () => 'not-shown' } });
});
afterAll(() => test.stop());
beforeEach(async () => {
  asked = null;
  await personUnlocks();
  test.clock.pass(10 * 60_000);
});

const personUnlocks = () => test.vault.locking.unlock(async () => {});
const isLocked = () => test.vault.locking.isLocked();

async function lockOften(): Promise<string[]> {
  const answers = await Promise.all(Array.from({ length: 20 }, () => page.call('lock.lock', {})));
  return [...new Set(answers.map((answer) => (answer.ok ? 'locked' : answer.error.code)))];
}

it('a page locks what is open once a minute by itself, and what the person opened since stays open', async () => {
  expect(await lockOften()).toEqual(['locked', 'VAULT_LOCKED']);
  await personUnlocks();
  expect(await lockOften()).toEqual(['LOCKED_TOO_OFTEN']);
  expect(isLocked()).toBe(false);
  test.clock.pass(59_000);
  expect(await lockOften()).toEqual(['LOCKED_TOO_OFTEN']);
  test.clock.pass(1_000);
  expect(await lockOften()).toContain('locked');
});

it('a press in the window lets its page lock, as the person’s own does', async () => {
  await page.call('lock.lock', {});
  await personUnlocks();
  test.vault.locking.notePress();
  expect(await lockOften()).toContain('locked');
  expect(isLocked()).toBe(true);
});

it('a lock of main’s own counts at any time', async () => {
  await page.call('lock.lock', {});
  await personUnlocks();
  await test.vault.locking.lock('hand');
  expect(isLocked()).toBe(true);
});

it('a lock of the page’s closes no window in which the person types the passphrase', async () => {
  asked = { kind: 'unlock', purpose: 'change', wrong: false, questionId: 'question', waitMs: 0 };
  test.vault.locking.notePress();
  expect(await lockOften()).toEqual(['DIALOG_OPEN']);
  expect(isLocked()).toBe(false);
  asked = null;
  expect(await lockOften()).toContain('locked');
});

it('while it is locked, a page’s lock does nothing to the window that unlocks', async () => {
  await page.call('lock.lock', {});
  let locks = 0;
  const unlocking = test.vault.locking.unlock(async () => {
    for (let count = 0; count < 20; count += 1) {
      const answer = await page.call('lock.lock', {});
      if (answer.ok) locks += 1;
    }
  });
  await unlocking;
  expect(locks).toBe(0);
  expect(isLocked()).toBe(false);
});

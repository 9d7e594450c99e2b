import { EventEmitter } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { allChannels } from '../../electron/ipc/contract.ts';
import { createOneAtATime } from '../../electron/shell/one-at-a-time.ts';
import { followPresses } from '../../electron/shell/presses.ts';
import type { LockedBy } from '../../electron/vault/records.ts';
import { createUnlockRule } from '../../electron/vault/unlock-rule.ts';
import { plausibleInput } from '../support/channel-inputs.ts';
import { openTakenOverPage, type TakenOverPage } from '../support/taken-over-page.ts';
import { openTestVault, type TestVault } from '../support/test-vault.ts';

/** A page that wants the lock open while nobody, or somebody else, is at the computer. */

let test: TestVault;
let page: TakenOverPage;
/** What Electron tells of the window's input. */
const contents = new EventEmitter();
/** Touch ID, where there is one, and whether the finger is the right one. */
const finger = { isAsked: false, isRight: false, asked: 0 };

beforeAll(async () => {
  test = await openTestVault();
  followPresses(contents, () => test.vault.locking.notePress());
  const only = createOneAtATime(test.clock.now);
  const ask = createUnlockRule({
    attention: () => test.attention.isThere,
    identity: {
      checks: () => (finger.isAsked ? 'touch-id' : null),
      async ask() {
        finger.asked += 1;
        if (!finger.isRight) throw new Error('not the finger');
      },
    },
    consent: {
      ask: async (question) => (await only.ask(async () => (await test.consent.ask(question)) || null)) === true,
    },
  });
  page = openTakenOverPage(test, { unlock: { checks: () => (finger.isAsked ? 'touch-id' : null), ask } });
});
afterAll(() => test.stop());

beforeEach(async () => {
  await test.vault.locking.unlock(async () => {});
  test.clock.pass(10 * 60_000);
  test.attention.isThere = true;
  test.consent.agrees = false;
  test.consent.asked.length = 0;
  Object.assign(finger, { isAsked: false, isRight: false, asked: 0 });
});

const pressKey = (more: { type?: string; isAutoRepeat?: boolean } = {}) =>
  contents.emit('before-input-event', {}, { type: 'keyDown', isAutoRepeat: false, ...more });
const pressButton = (type = 'mouseDown') => contents.emit('before-mouse-event', {}, { type });
const touch = (type = 'touchStart') => contents.emit('input-event', {}, { type });
const lock = (by: LockedBy) => test.vault.locking.lock(by);

/** Tries again and again, some at once; gives each outcome once. */
async function tryOften(): Promise<string[]> {
  const outcomes = new Set<string>();
  for (let round = 0; round < 50; round += 1) {
    const answers = await Promise.all(Array.from({ length: 4 }, () => page.call('lock.unlock', {})));
    for (const answer of answers) outcomes.add(answer.ok ? 'open' : answer.error.code);
  }
  return [...outcomes];
}

const isLocked = () => test.vault.locking.isLocked();

describe('a page does not lift the lock by itself:', () => {
  it('not while the person works in another program', async () => {
    await lock('hand');
    pressKey();
    test.attention.isThere = false;
    expect(await tryOften()).toEqual(['UNLOCK_NOT_ATTENDED']);
    expect(isLocked()).toBe(true);
  });

  it('not in a window that is in front, where nobody presses anything', async () => {
    await lock('hand');
    expect(await tryOften()).toEqual(['UNLOCK_NOT_PRESSED']);
    expect(isLocked()).toBe(true);
  });

  it('not with what was pressed before the lock', async () => {
    pressKey();
    pressButton();
    await lock('hand');
    expect(await tryOften()).toEqual(['UNLOCK_NOT_PRESSED']);
    // Nor between two locks.
    pressKey();
    await lock('screen');
    expect(await tryOften()).toEqual(['UNLOCK_NOT_PRESSED']);
    expect(isLocked()).toBe(true);
  });

  it('not with the end of a press that began before the lock, nor with a pointer that only moves', async () => {
    await lock('hand');
    pressKey({ type: 'keyUp' });
    pressKey({ isAutoRepeat: true });
    for (const type of ['mouseUp', 'mouseMove', 'mouseEnter', 'contextMenu']) pressButton(type);
    for (const type of ['touchEnd', 'mouseMove', 'gestureScrollBegin']) touch(type);
    expect(await tryOften()).toEqual(['UNLOCK_NOT_PRESSED']);
    expect(isLocked()).toBe(true);
  });

  it('not by any other channel, and not from the palette', async () => {
    await lock('hand');
    pressKey();
    for (const channel of allChannels.filter((name) => name !== 'lock.unlock')) {
      // Each channel's input is checked by its own schema within.
      await page.call(channel, plausibleInput(channel, { keyId: 'none' }) as never);
    }
    expect(isLocked()).toBe(true);
    expect(await page.callAsPalette('lock.unlock', {})).toMatchObject({ error: { code: 'NOT_ALLOWED' } });
    expect(isLocked()).toBe(true);
  });
});

describe('a lock that did not fall by hand', () => {
  it.each(['screen', 'suspend', 'idle'] as const)('(%s) stays where the person closes the question', async (by) => {
    await lock(by);
    pressKey();
    expect(await tryOften()).toEqual(['UNLOCK_NOT_CONFIRMED', 'UNLOCK_NOT_PRESSED']);
    expect(test.consent.asked).toEqual(['Unlock Clavis?']);
    expect(isLocked()).toBe(true);
  });

  it('asks also where the page had locked by hand before', async () => {
    await page.call('lock.lock', {});
    await lock('screen');
    pressKey();
    expect(await tryOften()).toContain('UNLOCK_NOT_CONFIRMED');
    expect(isLocked()).toBe(true);
  });

  it('asks once for each press, and not without an end', async () => {
    await lock('idle');
    const outcomes = new Set<string>();
    for (let presses = 0; presses < 20; presses += 1) {
      pressButton();
      for (const outcome of await tryOften()) outcomes.add(outcome);
      test.clock.pass(1_500);
    }
    expect(test.consent.asked).toHaveLength(4);
    expect([...outcomes].sort()).toEqual(['ASKED_TOO_OFTEN', 'UNLOCK_NOT_CONFIRMED', 'UNLOCK_NOT_PRESSED']);
    expect(isLocked()).toBe(true);
  });

  it('counts no answer that another lock fell before', async () => {
    await lock('screen');
    pressKey();
    test.consent.agrees = true;
    const { ask } = test.consent;
    Object.assign(test.consent, {
      ask: async (question: Parameters<typeof ask>[0]) => {
        await lock('screen');
        return ask(question);
      },
    });
    const answer = await page.call('lock.unlock', {}).finally(() => Object.assign(test.consent, { ask }));
    expect(answer).toMatchObject({ error: { code: 'UNLOCK_REFUSED' } });
    expect(isLocked()).toBe(true);
  });

  it('asks the system instead, where that knows who is there', async () => {
    Object.assign(finger, { isAsked: true });
    await lock('screen');
    pressKey();
    await tryOften();
    expect([finger.asked, test.consent.asked.length, isLocked()]).toEqual([1, 0, true]);
  });
});

describe('a person lifts it', () => {
  it.each([
    ['a key', () => pressKey()],
    ['a mouse button', () => pressButton()],
    ['a touch', () => touch()],
  ])('that fell by hand with %s, and no question', async (_what, press) => {
    await lock('hand');
    await tryOften();
    press();
    expect(await page.get('lock.unlock', {})).toMatchObject({ locked: false });
    expect(test.consent.asked).toEqual([]);
  });

  it('that fell with the screen by a key and a yes', async () => {
    await lock('screen');
    pressKey();
    test.consent.agrees = true;
    expect(await page.get('lock.unlock', {})).toMatchObject({ locked: false });
    expect(test.consent.asked).toEqual(['Unlock Clavis?']);
    // The next one by hand is one by hand again.
    await lock('hand');
    pressKey();
    expect(await page.get('lock.unlock', {})).toMatchObject({ locked: false });
    expect(test.consent.asked).toHaveLength(1);
  });

  it('with a finger, where the system asks for one', async () => {
    Object.assign(finger, { isAsked: true, isRight: true });
    await lock('hand');
    pressKey();
    expect(await page.get('lock.unlock', {})).toMatchObject({ locked: false });
    expect(finger.asked).toBe(1);
  });
});

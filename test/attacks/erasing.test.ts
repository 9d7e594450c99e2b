import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTakenOverPage, type TakenOverPage } from '../support/taken-over-page.ts';
import { openTestVault, someFields, someValue, type TestVault } from '../support/test-vault.ts';

/** A page that wants a value gone, so that the person can't get back to it. */

let test: TestVault;
let page: TakenOverPage;
let count = 0;
beforeAll(async () => {
  test = await openTestVault();
  page = openTakenOverPage(test);
});
beforeEach(() => {
  test.consent.agrees = false;
  test.consent.asked.length = 0;
});
afterAll(() => test.stop());

/** A key with two values, the settings such that no rotation from now on keeps the one before. */
async function rotatedKey(): Promise<string> {
  count += 1;
  test.consent.agrees = true;
  await page.get('settings.set', { graceDays: 7 });
  const value = (seed: string): string => someValue(`${seed}${count}`).reveal();
  const { id } = await page.get('keys.add', { ...someFields, name: `Key ${count}`, tags: [], value: value('a') });
  await page.get('keys.rotate', { id, value: value('b') });
  await page.get('settings.set', { graceDays: 0 });
  test.consent.agrees = false;
  test.consent.asked.length = 0;
  return id;
}

async function heldOf(id: string): Promise<boolean[]> {
  const values = await Promise.all([1, 2].map((number) => test.lookup(`${id}/${number}`)));
  return values.map((value) => value !== null);
}

describe('a page alone erases no value that could be returned to', () => {
  it.each([
    ['an undo that would keep no other value', (id: string) => page.call('keys.undoRotation', { id })],
    ['the end of a grace', (id: string) => page.call('keys.finishRotation', { id })],
    ['a further rotation', (id: string) => page.call('keys.rotate', { id, value: someValue('c').reveal() })],
  ])('by %s', async (_title, erase) => {
    const id = await rotatedKey();
    expect(await erase(id)).toMatchObject({ ok: false, error: { code: 'NOT_CONFIRMED' } });
    expect(test.consent.asked).toHaveLength(1);
    expect(await heldOf(id)).toEqual([true, true]);
    expect(test.vault.keys.get(id).version).toBe(2);
  });

  it('by an undo, unless the person agrees to that very value', async () => {
    const id = await rotatedKey();
    test.consent.agrees = true;
    expect(await page.get('keys.undoRotation', { id })).toMatchObject({ version: 1, undoRotationUntil: null });
    expect(test.consent.asked).toEqual(['Erase the newer value of this key and go back to the previous one?']);
    expect(await heldOf(id)).toEqual([true, false]);
  });

  it('and an undo that keeps both is not asked about', async () => {
    const id = await rotatedKey();
    test.consent.agrees = true;
    await page.get('settings.set', { graceDays: 7 });
    test.consent.agrees = false;
    test.consent.asked.length = 0;
    expect(await page.get('keys.undoRotation', { id })).toMatchObject({ version: 1 });
    expect(test.consent.asked).toEqual([]);
    expect(await heldOf(id)).toEqual([true, true]);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestVault, someFields, someValue, spendADay, type TestVault } from '../support/test-vault.ts';
import { emptyTrash } from '../support/trash.ts';

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
const yearMs = 365 * dayMs;
let test: TestVault;
let count = 0;
let [trashed, rotated] = ['', ''];

/** Whether the value in Trash and the value before a rotation are still there. */
async function areKept(): Promise<{ trashed: boolean; previous: boolean }> {
  const values = await Promise.all([test.lookup(`${trashed}/1`), test.lookup(`${rotated}/1`)]);
  return { trashed: values[0] !== null, previous: values[1] !== null };
}

const both = { trashed: true, previous: true };
const none = { trashed: false, previous: false };

async function add(): Promise<string> {
  count += 1;
  return (await test.vault.keys.add({ ...someFields, name: `Key ${count}` }, someValue(`a${count}`))).id;
}

/** Hours in which Clavis runs, with its maintenance in each. */
async function run(hours: number): Promise<void> {
  for (let hour = 0; hour < hours; hour += 1) {
    test.clock.pass(hourMs);
    expect(await test.vault.reconcile()).toEqual([]);
  }
}

async function deleteAndRotate(): Promise<void> {
  [trashed, rotated] = [await add(), await add()];
  await test.vault.deletion.delete(trashed);
  await test.vault.rotation.rotate(rotated, someValue(`b${count}`));
}

beforeAll(async () => {
  test = await openTestVault();
});
afterAll(() => test.stop());
beforeEach(async () => {
  test.consent.agrees = false;
  await emptyTrash(test);
  expect(await spendADay(test)).toEqual([]);
  await deleteAndRotate();
});

describe('nothing is erased by a clock', () => {
  it('that is a year ahead for some hours and then right again, also over a restart meanwhile', async () => {
    test.clock.jump(yearMs);
    expect(await test.vault.reconcile()).toEqual([]);
    await run(6);
    expect(await (await test.restart()).reconcile()).toEqual([]);
    await run(4);
    expect(await areKept()).toEqual(both);
    test.clock.jump(-yearMs);
    await run(30);
    expect(await areKept()).toEqual(both);
    expect(test.vault.trash.count()).toBe(1);
  });

  it('that is set ahead again and again, a moment each time', async () => {
    for (let time = 0; time < 30; time += 1) {
      test.clock.jump(yearMs);
      await test.vault.reconcile();
      test.clock.jump(-yearMs);
      await run(1);
    }
    expect(await areKept()).toEqual(both);
  });

  it('that runs away within an hour, however often it is looked at', async () => {
    for (let time = 0; time < 50; time += 1) {
      test.clock.jump(yearMs);
      await test.vault.reconcile();
    }
    expect(await areKept()).toEqual(both);
    test.clock.jump(-50 * yearMs);
  });

  it('that was years behind when it was deleted, and something else was done then, before it is right', async () => {
    test.clock.jump(-50 * yearMs);
    await test.vault.reconcile();
    await deleteAndRotate();
    await add();
    await deleteAndRotate();
    test.clock.jump(50 * yearMs);
    await run(30);
    expect(await areKept()).toEqual(both);
    await spendADay(test);
    test.clock.pass(30 * dayMs);
    await spendADay(test);
    expect(await areKept()).toEqual(none);
  });

  it('of a first start, however far it is from the times in the database', async () => {
    test.ports.store.trustedTime.set({
      at: 0,
      used: 0,
      period: { earliest: 0, latest: 0 },
      before: null,
      trusted: null,
    });
    test.clock.jump(yearMs);
    await (await test.restart()).reconcile();
    await run(2);
    expect(await areKept()).toEqual(both);
    test.clock.jump(-yearMs);
  });
});

describe('what is due is erased', () => {
  it('within a day of use after 60 days in which the computer was off', async () => {
    await test.restart({
      between: async () => {
        test.clock.pass(60 * dayMs);
      },
    });
    await test.vault.reconcile();
    expect(await areKept()).toEqual(both);
    await run(24);
    expect(await areKept()).toEqual(none);
  });

  it('within a few days where Clavis runs for some minutes a day', async () => {
    test.clock.pass(60 * dayMs);
    for (let day = 0; day < 5; day += 1) {
      await (await test.restart()).reconcile();
      test.clock.pass(dayMs);
    }
    expect(await areKept()).toEqual(none);
  });

  it('after all of its days where it was deleted by a clock that was years ahead', async () => {
    test.clock.jump(40 * yearMs);
    await test.vault.reconcile();
    await deleteAndRotate();
    test.clock.jump(-40 * yearMs);
    await run(30);
    expect(test.vault.trash.list(null, 10)[0]?.deletedAt).toBeLessThanOrEqual(test.clock.now());
    await spendADay(test);
    test.clock.pass(28 * dayMs);
    await spendADay(test);
    expect((await areKept()).trashed).toBe(true);
    test.clock.pass(2 * dayMs);
    await spendADay(test);
    expect((await areKept()).trashed).toBe(false);
  });
});

describe('while the clock is ahead', () => {
  it('the previous value goes only if the person agrees', async () => {
    test.clock.jump(yearMs);
    await test.vault.reconcile();
    const id = rotated;
    await expect(test.vault.rotation.finish(id)).rejects.toMatchObject({ code: 'NOT_CONFIRMED' });
    await expect(test.vault.rotation.rotate(id, someValue(`c${count}`))).rejects.toMatchObject({
      code: 'NOT_CONFIRMED',
    });
    expect(await areKept()).toEqual(both);
    test.clock.jump(-yearMs);
  });
});

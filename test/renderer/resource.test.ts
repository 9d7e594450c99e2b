import { expect, it, vi } from 'vitest';
import { forgetAllBut, type Resource, resource } from '../../renderer/resource.ts';
import type { Answer } from '../../renderer/vault-client.ts';

type Reading = { show: (part: string[]) => void; end: (answer: Answer<string[]>) => void };

/** A list, each reading of which the test answers by hand. */
function byHand() {
  const readings: Reading[] = [];
  const list: Resource<string[]> = resource<string[]>(
    (show) => new Promise((end) => readings.push({ show, end })),
    () => undefined,
  );
  const reading = async (at: number): Promise<Reading> => vi.waitUntil(() => readings[at]);
  return { list, reading, count: () => readings.length };
}

const ok = (value: string[]): Answer<string[]> => ({ ok: true, value });
const plus = (more: string) => (list: string[]) => [...list.filter((one) => one !== more), more];

it('shows the first part of a long reading at once, and is started with it', async () => {
  const { list, reading } = byHand();
  const started = list.start();
  const first = await reading(0);
  first.show(['a']);
  await started;
  expect(list.get()).toEqual({ value: ['a'], error: null, isPart: true });
  first.show(['a', 'b']);
  expect(list.get().value).toEqual(['a']);
  first.end(ok(['a', 'b', 'c']));
  await expect.poll(() => list.get()).toEqual({ value: ['a', 'b', 'c'], error: null });
});

it('never shows less than it did while it is read again', async () => {
  const { list, reading } = byHand();
  void list.start();
  (await reading(0)).end(ok(['a', 'b']));
  await expect.poll(() => list.get().value).toEqual(['a', 'b']);
  list.reload();
  (await reading(1)).show(['a']);
  expect(list.get().value).toEqual(['a', 'b']);
});

it('keeps what it was told while a reading was under way, which may be older', async () => {
  const { list, reading, count } = byHand();
  void list.start();
  const first = await reading(0);
  list.patch(plus('early'));
  first.show(['a']);
  expect(list.get().value).toEqual(['a', 'early']);
  list.patch(plus('late'));
  expect(list.get().value).toEqual(['a', 'early', 'late']);
  first.end(ok(['a', 'b']));
  await expect.poll(() => list.get().value).toEqual(['a', 'b', 'early', 'late']);
  // What it was told is in the next reading by itself, or is no more.
  list.reload();
  (await reading(1)).end(ok(['b']));
  await expect.poll(() => list.get().value).toEqual(['b']);
  expect(count()).toBe(2);
});

it('keeps its value next to the error of a reading that failed, and a part is still one', async () => {
  const { list, reading } = byHand();
  void list.start();
  const first = await reading(0);
  first.show(['a']);
  const error = { code: 'DATABASE_FAILED', message: 'No.', details: {} } as const;
  first.end({ ok: false, error });
  await expect.poll(() => list.get()).toEqual({ value: ['a'], error, isPart: true });
});

it('is read again when something of it changes after a reading that failed', async () => {
  const { list, reading } = byHand();
  void list.start();
  const error = { code: 'DATABASE_FAILED', message: 'No.', details: {} } as const;
  const first = await reading(0);
  first.show(['a']);
  first.end({ ok: false, error });
  await expect.poll(() => list.get().error).toEqual(error);
  list.patch(plus('b'));
  expect(list.get()).toEqual({ value: ['a', 'b'], error, isPart: true });
  (await reading(1)).end(ok(['a', 'b', 'c']));
  await expect.poll(() => list.get()).toEqual({ value: ['a', 'b', 'c'], error: null });
});

it('lets go of all that it was told when it is to forget', async () => {
  const { list, reading } = byHand();
  void list.start();
  const first = await reading(0);
  list.patch(plus('told before'));
  forgetAllBut({});
  expect(list.get()).toEqual({ value: null, error: null });
  first.end(ok(['old']));
  void list.start();
  (await reading(1)).end(ok(['new']));
  await expect.poll(() => list.get().value).toEqual(['new']);
});

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CallQueue } from '../../../../electron/adapters/keychain/call-queue.ts';
import { type ChangePace, WritePace } from '../../../../electron/adapters/keychain/secret-service/write-pace.ts';
import { KeychainTrouble } from '../../../../electron/adapters/keychain/trouble.ts';

/** A change of a service that answers after so many ms; `savesLater`: it is of KeePassXC's kind. */
const changeAt =
  (service: { savesLater: boolean; answerMs: number }, began: number[]) =>
  (pace: ChangePace): Promise<void> =>
    pace.inTurn(async () => {
      began.push(performance.now());
      await new Promise((resolve) => setTimeout(resolve, service.answerMs));
      if (service.savesLater) pace.keepApart();
    });

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => vi.useRealTimers());
vi.mock('node:timers/promises', () => ({
  setTimeout: (ms: number) => new Promise((resolve) => setTimeout(resolve, ms)),
}));

const here = { savesLater: true, answerMs: 10 };
const alone = (pace: WritePace): ChangePace => pace.of((wait) => wait());
const gaps = (began: readonly number[]): number[] => began.slice(1).map((at, before) => at - (began[before] ?? 0));

describe('changes at a service that saves a moment later', () => {
  test('that are asked for at once are a second apart, the first ones too', async () => {
    const began: number[] = [];
    const pace = new WritePace();
    const change = changeAt(here, began);
    const all = Promise.all([1, 2, 3].map(() => change(alone(pace))));
    await vi.advanceTimersByTimeAsync(10_000);
    await all;
    expect(gaps(began)).toEqual([1_010, 1_010]);
  });

  test('are longer apart where it answers slowly, and four seconds at most', async () => {
    const began: number[] = [];
    const pace = new WritePace();
    const slow = { savesLater: true, answerMs: 500 };
    const all = Promise.all([1, 2].map(() => changeAt(slow, began)(alone(pace))));
    await vi.advanceTimersByTimeAsync(10_000);
    await all;
    const slower = Promise.all([1, 2].map(() => changeAt({ ...slow, answerMs: 3_000 }, began)(alone(pace))));
    await vi.advanceTimersByTimeAsync(30_000);
    await slower;
    expect(gaps(began)).toEqual([2_500, expect.any(Number), 7_000]);
  });

  test('go on behind one that failed', async () => {
    const began: number[] = [];
    const pace = new WritePace();
    const failing = alone(pace).inTurn(() => Promise.reject(new Error('refused')));
    const next = changeAt(here, began)(alone(pace));
    const refused = expect(failing).rejects.toThrow('refused');
    await vi.advanceTimersByTimeAsync(100);
    await refused;
    await next;
    expect(began).toHaveLength(1);
  });
});

test('changes at a service that saves at once do not wait for one another, until another service comes', async () => {
  const began: number[] = [];
  const pace = new WritePace();
  const service = { savesLater: false, answerMs: 10 };
  const change = changeAt(service, began);
  const first = change(alone(pace));
  await vi.advanceTimersByTimeAsync(10);
  await first;
  const both = Promise.all([change(alone(pace)), change(alone(pace))]);
  await vi.advanceTimersByTimeAsync(10);
  await both;
  expect(gaps(began)).toEqual([10, 0]);
  pace.forgetKind();
  service.savesLater = true;
  const later = Promise.all([change(alone(pace)), change(alone(pace))]);
  await vi.advanceTimersByTimeAsync(5_000);
  await later;
  expect(gaps(began).at(-1)).toBe(1_010);
});

test('a read of another account waits for no change that waits for its turn, however many there are', async () => {
  const began: number[] = [];
  const pace = new WritePace();
  const queue = new CallQueue(4);
  const onTimeout = (): KeychainTrouble => new KeychainTrouble('timeout');
  const change = changeAt(here, began);
  const changes = Array.from({ length: 8 }, (_, at) =>
    queue.run({
      accounts: [`a/${at}`],
      waitsFrom: () => pace.freeAt(),
      work: (_unwanted, aside) => change(pace.of(aside)),
      onTimeout,
    }),
  );
  await vi.advanceTimersByTimeAsync(100);
  expect(began).toHaveLength(1);
  expect(queue.isIdle).toBe(false);
  expect(await queue.run({ accounts: ['b/1'], work: async () => 'read', onTimeout })).toBe('read');
  await vi.advanceTimersByTimeAsync(20_000);
  await Promise.all(changes);
  expect(began).toHaveLength(8);
  expect(queue.isIdle).toBe(true);
});

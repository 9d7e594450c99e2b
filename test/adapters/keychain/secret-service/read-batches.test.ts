import { expect, test } from 'vitest';
import { ReadBatches } from '../../../../electron/adapters/keychain/secret-service/read-batches.ts';
import type { ReadOutcome } from '../../../../electron/vault/ports.ts';

function open(kindNow: () => unknown = () => null) {
  const asked: string[][] = [];
  const batches = new ReadBatches(async (accounts) => {
    asked.push([...accounts]);
    const outcomes = accounts.map((account): [string, ReadOutcome] => [account, { ok: true, value: null }]);
    return new Map(outcomes.filter(([account]) => account !== 'lost/1'));
  }, kindNow);
  return { batches, asked };
}

test('what is asked for in the same moment is one batch, each account once', async () => {
  const { batches, asked } = open();
  await Promise.all(['a/1', 'b/1', 'a/1'].map((account) => batches.read(account)));
  await batches.read('c/1');
  expect(asked).toEqual([['a/1', 'b/1'], ['c/1']]);
});

test('a batch is as long as one message may be, and is sent before whatever is to come after it', async () => {
  const { batches, asked } = open();
  const reads = Array.from({ length: 129 }, (_, at) => batches.read(`${at}/1`));
  batches.flush();
  expect(asked.map(({ length }) => length)).toEqual([128, 1]);
  await Promise.all(reads);
});

test('calls that may open a prompt share no batch with calls that may not', async () => {
  let kind = 'quiet';
  const { batches, asked } = open(() => kind);
  const first = batches.read('a/1');
  kind = 'asking';
  await Promise.all([first, batches.read('b/1')]);
  expect(asked).toEqual([['a/1'], ['b/1']]);
});

test('an account that the answer leaves out is not absent', async () => {
  const { batches } = open();
  expect(await batches.read('lost/1')).toMatchObject({ ok: false, error: { code: 'KEYCHAIN_FAILED' } });
});

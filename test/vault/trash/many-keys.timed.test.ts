import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Ports } from '../../../electron/vault/ports.ts';
import { keyRecord, versionRecord } from '../../support/records.ts';
import { leastStall } from '../../support/stalls.ts';
import { openTestVault, type TestVault } from '../../support/test-vault.ts';
import { ownClock } from '../../support/waited-time.ts';

/** No longer than this may main stand still, ms. */
const stillMs = 50;
const many = 1_000;
let test: TestVault;
let removed = 0;

/** A thousand values that are not there: what the database takes for them is what is measured. */
function wrap(ports: Ports): Ports {
  const remove = async (): Promise<void> => {
    // As an answer of the keychain's worker comes.
    await turn();
    removed += 1;
  };
  return { ...ports, keychain: { ...ports.keychain, remove } };
}

beforeAll(async () => {
  test = await openTestVault({ wrap });
});
afterAll(() => test.stop());

function fillTrash(): void {
  const { store } = test.ports;
  store.commit(() => {
    for (let at = 0; at < many; at += 1) {
      const key = keyRecord(`key-${at}`, { deletedAt: test.clock.now() + at });
      store.keys.insert(key, `key-${at}`);
      store.versions.insert(versionRecord(key.id, 1));
      store.versions.insert(versionRecord(key.id, 2, { state: 'previous', graceEndsAt: test.clock.now() + 1 }));
    }
  });
}

it('a thousand keys in Trash are listed quickly, and emptied without main standing still', async () => {
  const { store } = test.ports;
  fillTrash();
  const times = [1, 2, 3].map(() => {
    const began = ownClock();
    expect(test.vault.trash.list(null, 500)).toHaveLength(500);
    return ownClock() - began;
  });
  // Takes about 5 ms on two cores; the bound leaves room for a busy machine.
  expect(Math.min(...times)).toBeLessThan(stillMs);

  test.consent.agrees = true;
  const empty = async (): Promise<void> => {
    removed = 0;
    expect(await test.vault.trash.empty()).toEqual({ keys: many, waiting: 0 });
    expect(removed).toBe(2 * many);
  };
  const { ms } = await leastStall(stillMs, empty, () => {
    if (test.vault.trash.count() === 0) fillTrash();
  });
  expect(ms).toBeLessThan(stillMs);
  expect(store.tombstones.all()).toEqual([]);
  expect(test.vault.trash.count()).toBe(0);
});

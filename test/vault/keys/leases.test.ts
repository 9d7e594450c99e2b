import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestVault, someFields, someValue, type TestVault } from '../../support/test-vault.ts';

let test: TestVault;
let told: unknown[] = [];
let count = 0;
beforeAll(async () => {
  test = await openTestVault({
    wrap: (ports) => ({ ...ports, changes: { ...ports.changes, failed: (error) => void told.push(error) } }),
  });
});
afterAll(() => test.stop());
beforeEach(async () => {
  await settleClipboard();
  Object.assign(test.clipboard.held, { clipboard: null, primary: null });
  told = [];
});

/** Until nothing of an earlier test is looked for any more. */
async function settleClipboard(): Promise<void> {
  await test.vault.leases.end();
  for (let second = 0; second < 10; second += 1) await pass(1_000);
}

/** Time passes, and what falls due is done with the clipboard. */
async function pass(ms: number): Promise<void> {
  test.clock.pass(ms);
  await test.vault.leases.endThis({ keyId: '', fingerprint: '', startedAt: 0, endsAt: 0 });
}

async function copyKey(): Promise<{ id: string; name: string; value: string }> {
  count += 1;
  const value = someValue(String.fromCharCode(97 + count));
  const { id, name } = await test.vault.keys.add({ ...someFields, name: `Key ${count}` }, value);
  await test.vault.copying.copy(id);
  return { id, name, value: value.reveal() };
}

describe('a value that a clipboard manager puts back after the clear', () => {
  it('is cleared again', async () => {
    const { value } = await copyKey();
    await test.vault.leases.end();
    test.clipboard.held.clipboard = value;
    await pass(1_000);
    expect(test.clipboard.held.clipboard).toBeNull();
    for (let second = 0; second < 10; second += 1) await pass(1_000);
    expect(told).toEqual([]);
  });

  it('is seen also where the manager takes its time, and in PRIMARY', async () => {
    const { value } = await copyKey();
    await test.vault.leases.end();
    await pass(1_000);
    test.clipboard.held.primary = value;
    await pass(2_000);
    expect(test.clipboard.held.primary).toBeNull();
  });

  it('again and again is left to the person, who is told of it once, by the key’s name', async () => {
    const { name, value } = await copyKey();
    await test.vault.leases.end();
    for (let second = 0; second < 20; second += 1) {
      test.clipboard.held.clipboard = value;
      await pass(1_000);
    }
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ code: 'CLIPBOARD_KEPT', details: { name } });
    expect(JSON.stringify(told)).not.toContain(value);
  });

  it('is told apart from what somebody else copied meanwhile, which stays', async () => {
    await copyKey();
    await test.vault.leases.end();
    test.clipboard.held.clipboard = 'mine, newer';
    for (let second = 0; second < 10; second += 1) await pass(1_000);
    expect(test.clipboard.held.clipboard).toBe('mine, newer');
    expect(told).toEqual([]);
  });

  it('is told apart from the same value copied again, which has a lease of its own', async () => {
    const { id, value } = await copyKey();
    test.consent.agrees = true;
    await test.vault.copying.allowOneMore(id);
    await test.vault.leases.end();
    await test.vault.copying.copy(id);
    await pass(1_000);
    await pass(2_000);
    expect(test.vault.leases.current()?.keyId).toBe(id);
    expect(test.clipboard.held.clipboard).toBe(value);
  });

  it('is not looked for where there was nothing of ours to clear', async () => {
    const { value } = await copyKey();
    test.clipboard.held.clipboard = 'mine, newer';
    await test.vault.leases.end();
    test.clipboard.held.clipboard = value;
    for (let second = 0; second < 10; second += 1) await pass(1_000);
    expect(test.clipboard.held.clipboard).toBe(value);
  });
});

describe('a lease that ends', () => {
  it('while another program holds the clipboard is tried again until the value is gone', async () => {
    await copyKey();
    test.clipboard.failRead = true;
    test.clock.pass(30_000);
    await expect.poll(() => test.clipboard.failRead).toBe(false);
    test.clock.pass(1_000);
    await expect.poll(() => test.clipboard.held.clipboard).toBeNull();
  });

  it('is in the activity with the key’s name only where something was cleared', async () => {
    const first = await copyKey();
    await test.vault.leases.end();
    expect(test.vault.activity.latest(1)).toMatchObject([{ kind: 'clipboard-cleared', subject: first.name }]);
    await copyKey();
    test.clipboard.held.clipboard = 'mine, newer';
    await test.vault.leases.end();
    expect(test.vault.activity.latest(1)).toMatchObject([{ kind: 'copied' }]);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Secret } from '../../../electron/vault/secret.ts';
import { openTestVault, someFields, someValue, type TestVault } from '../../support/test-vault.ts';

let test: TestVault;
let count = 0;
beforeAll(async () => {
  test = await openTestVault();
});
afterAll(() => test.stop());
beforeEach(() => {
  test.consent.agrees = false;
  test.clipboard.refuse = false;
});

/** A key of its own for each test. */
async function addKey(): Promise<{ id: string; value: string }> {
  count += 1;
  const value = someValue(String.fromCharCode(97 + count));
  const { id } = await test.vault.keys.add({ ...someFields, name: `Key ${count}` }, value);
  return { id, value: value.reveal() };
}

const emptied = (): Promise<void> => expect.poll(() => test.clipboard.held.clipboard).toBeNull();

describe('a copy', () => {
  it('needs a grant: the second one of a once key is refused and changes nothing', async () => {
    const { id, value } = await addKey();
    await test.vault.copying.copy(id);
    expect(test.clipboard.held.clipboard).toBe(value);
    test.clipboard.held.clipboard = 'something else';
    await expect(test.vault.copying.copy(id)).rejects.toMatchObject({ code: 'COPY_SPENT' });
    expect(test.clipboard.held.clipboard).toBe('something else');
  });

  it('of a once key succeeds exactly once of 20 at the same time', async () => {
    const { id } = await addKey();
    const ends = await Promise.allSettled(Array.from({ length: 20 }, () => test.vault.copying.copy(id)));
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is allowed one more time only by the person, in main’s own dialog', async () => {
    const { id } = await addKey();
    await test.vault.copying.copy(id);
    await expect(test.vault.copying.allowOneMore(id)).rejects.toMatchObject({ code: 'NOT_CONFIRMED' });
    expect(test.vault.keys.get(id).grant).toBe('spent');
    test.consent.agrees = true;
    expect((await test.vault.copying.allowOneMore(id)).grant).toBe('ready');
    await test.vault.copying.copy(id);
    await expect(test.vault.copying.copy(id)).rejects.toMatchObject({ code: 'COPY_SPENT' });
  });

  it('gives its grant back when the system takes no text', async () => {
    const { id } = await addKey();
    test.clipboard.refuse = true;
    test.clipboard.held.clipboard = null;
    await expect(test.vault.copying.copy(id)).rejects.toMatchObject({ code: 'CLIPBOARD_REFUSED' });
    expect(test.vault.keys.get(id).grant).toBe('ready');
  });

  it('that another program overwrote at once was a copy all the same, and its grant is spent', async () => {
    const { id } = await addKey();
    test.clipboard.overwrittenBy = 'newer, and not ours';
    await test.vault.copying.copy(id);
    expect(test.vault.keys.get(id).grant).toBe('spent');
    test.clock.pass(30_000);
    await test.vault.reconcile();
    expect(test.clipboard.held.clipboard).toBe('newer, and not ours');
  });

  it('whose read-back failed still leaves the clipboard when its time is over', async () => {
    const { id, value } = await addKey();
    const write = test.ports.clipboard.write;
    Object.assign(test.clipboard, {
      write: async (secret: Secret) => {
        await write(secret);
        test.clipboard.failRead = true;
      },
    });
    await test.vault.copying.copy(id);
    Object.assign(test.clipboard, { write });
    expect(test.clipboard.held.clipboard).toBe(value);
    expect(test.vault.keys.get(id).grant).toBe('spent');
    test.clock.pass(30_000);
    await emptied();
  });

  it('cannot be repeated by offering Clavis its own clipboard', async () => {
    const { id, value } = await addKey();
    await test.vault.copying.copy(id);
    expect(await test.vault.offers.look()).toBeNull();
    const again = await test.vault.keys.add({ ...someFields, name: `Again ${count}` }, new Secret(value));
    expect(again.grant).toBe('spent');
    await expect(test.vault.copying.copy(again.id)).rejects.toMatchObject({ code: 'COPY_SPENT' });
    const other = await addKey();
    expect((await test.vault.rotation.rotate(other.id, new Secret(value))).grant).toBe('spent');
  });

  it('of a value that is gone from the keychain says so, spends nothing, and works once the value is back', async () => {
    const { id, value } = await addKey();
    await test.ports.keychain.remove(`${id}/1`);
    await expect(test.vault.copying.copy(id)).rejects.toMatchObject({ code: 'VALUE_MISSING' });
    expect(test.vault.keys.get(id)).toMatchObject({ grant: 'ready', lastUsedAt: null, valueMissing: true });
    expect(test.vault.activity.latest(10, id).map(({ kind }) => kind)).toEqual(['added']);
    await test.keyring.store('Clavis Test', `${id}/1`, value);
    await test.vault.copying.copy(id);
    expect(test.vault.keys.get(id)).toMatchObject({ grant: 'spent', valueMissing: false });
  });

  it('out of a locked keychain spends nothing and leaves no trace; unlocked, it works', async () => {
    const { id, value } = await addKey();
    await test.vault.leases.end();
    const before = test.vault.keys.get(id);
    test.clipboard.held.clipboard = 'mine';
    await test.keyring.lock();
    await expect(test.vault.copying.copy(id)).rejects.toMatchObject({ code: 'KEYCHAIN_LOCKED' });
    expect(test.vault.keys.get(id)).toEqual(before);
    expect(test.vault.leases.current()).toBeNull();
    expect(test.clipboard.held.clipboard).toBe('mine');
    await test.keyring.unlock();
    await test.vault.copying.copy(id);
    expect(test.clipboard.held.clipboard).toBe(value);
  });

  it('of a value that another program changed takes that one, and its lease knows it', async () => {
    const { id } = await addKey();
    const changed = someValue('X').reveal().replace('3f9A', 'Zz99');
    await test.keyring.store('Clavis Test', `${id}/1`, changed);
    await test.vault.copying.copy(id);
    expect(test.clipboard.held.clipboard).toBe(changed);
    expect(test.vault.keys.get(id).last4).toBe('Zz99');
    test.clock.pass(30_000);
    await emptied();
  });
});

describe('a lease', () => {
  it('takes the value off the clipboard when its time is over', async () => {
    const { id } = await addKey();
    await test.vault.copying.copy(id);
    test.clock.pass(29_999);
    expect(test.clipboard.held.clipboard).not.toBeNull();
    test.clock.pass(1);
    await emptied();
    await expect.poll(() => test.vault.leases.current()).toBeNull();
  });

  it('leaves what somebody else copied meanwhile, each selection judged for itself', async () => {
    const { id, value } = await addKey();
    await test.vault.copying.copy(id);
    test.clipboard.held.primary = value;
    test.clipboard.held.clipboard = 'mine, newer';
    test.clock.pass(30_000);
    await expect.poll(() => test.clipboard.held.primary).toBeNull();
    expect(test.clipboard.held.clipboard).toBe('mine, newer');
  });

  it('of a second copy replaces the first, whose end does not shorten it', async () => {
    const first = await addKey();
    const second = await addKey();
    await test.vault.copying.copy(first.id);
    test.clock.pass(20_000);
    await test.vault.copying.copy(second.id);
    test.clock.pass(10_000);
    await test.vault.reconcile();
    expect(test.clipboard.held.clipboard).toBe(second.value);
    test.clock.pass(20_000);
    await emptied();
  });

  it('of a second copy is not cut short by the first one’s end, when both come at once', async () => {
    const first = await addKey();
    const second = await addKey();
    await test.vault.copying.copy(first.id);
    const copying = test.vault.copying.copy(second.id);
    test.clock.pass(30_000);
    await copying;
    await test.vault.reconcile();
    expect(test.clipboard.held.clipboard).toBe(second.value);
  });

  it('of a second copy takes the first value out of PRIMARY', async () => {
    const first = await addKey();
    const second = await addKey();
    await test.vault.copying.copy(first.id);
    test.clipboard.held.primary = first.value;
    await test.vault.copying.copy(second.id);
    await expect.poll(() => test.clipboard.held.primary).toBeNull();
    expect(test.clipboard.held.clipboard).toBe(second.value);
  });

  it('still runs for the first value when a second copy fails', async () => {
    const first = await addKey();
    const second = await addKey();
    await test.ports.keychain.remove(`${second.id}/1`);
    await test.vault.copying.copy(first.id);
    await expect(test.vault.copying.copy(second.id)).rejects.toMatchObject({ code: 'VALUE_MISSING' });
    test.clock.pass(30_000);
    await emptied();
  });

  it('left by a crash is ended at the next start, if the value is still there', async () => {
    const { id } = await addKey();
    await test.vault.copying.copy(id);
    const vault = await test.restart();
    expect(test.clipboard.held.clipboard).not.toBeNull();
    await vault.reconcile();
    expect(test.clipboard.held.clipboard).toBeNull();
  });

  it('counts from when the value is there, however long keychain and clipboard took', async () => {
    const { id } = await addKey();
    const { read } = test.ports.keychain;
    const { write } = test.clipboard;
    Object.assign(test.ports.keychain, {
      read: async (account: string) => {
        const value = await read(account);
        test.clock.pass(29_000);
        return value;
      },
    });
    Object.assign(test.clipboard, {
      write: async (value: Secret) => {
        await write(value);
        test.clock.pass(29_000);
      },
    });
    const lease = await test.vault.copying.copy(id);
    Object.assign(test.ports.keychain, { read });
    Object.assign(test.clipboard, { write });
    expect(lease.endsAt - test.clock.now()).toBe(30_000);
    await test.vault.leases.end();
  });

  it('gets longer only when the person agrees', async () => {
    await expect(test.vault.settings.set({ leaseSeconds: 31 })).rejects.toMatchObject({ code: 'NOT_CONFIRMED' });
    expect(await test.vault.settings.set({ leaseSeconds: 5 })).toMatchObject({ leaseSeconds: 5 });
    await expect(test.vault.settings.set({ leaseSeconds: 30 })).rejects.toMatchObject({ code: 'NOT_CONFIRMED' });
  });
});

describe('closing', () => {
  it('clears the clipboard, and nothing is copied any more', async () => {
    const { id, value } = await addKey();
    const other = await addKey();
    await test.vault.copying.copy(id);
    expect(test.clipboard.held.clipboard).toBe(value);
    const closing = test.vault.close();
    const late = test.vault.copying.copy(other.id);
    await expect(late).rejects.toMatchObject({ code: 'CLOSING' });
    await closing;
    expect(test.clipboard.held.clipboard).toBeNull();
  });
});

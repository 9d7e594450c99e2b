import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CountedBus, openCountedBus } from '../../support/counted-bus.ts';
import { startKeyring, type TestKeyring } from '../../support/keyring.ts';
import { copyKeyring, openPasswordless, seenItems } from '../../support/seen-items.ts';
import { openTestVault, someFields, someValue, type TestVault } from '../../support/test-vault.ts';

const service = 'Clavis Test';
let keyring: TestKeyring;
let bus: CountedBus;
let test: TestVault;

beforeAll(async () => {
  keyring = await startKeyring({ passwordless: true });
  bus = await openCountedBus(keyring.env['DBUS_SESSION_BUS_ADDRESS'] ?? '');
  // The vault speaks to the bus by way of what counts.
  test = await openTestVault({ keyring: { ...keyring, env: { ...keyring.env, ...bus.env } }, service });
});
afterAll(async () => {
  await test.stop();
  await bus.stop();
  await keyring.stop();
});

const keyrings = ['login'];

/** Another keyring with what is there now, all of them open. */
async function leaveOlder(name: string): Promise<void> {
  keyrings.push(name);
  await copyKeyring(keyring, name);
  await openPasswordless(keyring, ...keyrings);
}

const items = (account: string) => seenItems(keyring.env, service, account);

describe('looking for lost keys', () => {
  it('reads no value, of lost keys as well as of known ones', async () => {
    for (const seed of ['a', 'b', 'c']) await test.vault.keys.add({ ...someFields, name: seed }, someValue(seed));
    for (const seed of ['d', 'e']) await keyring.store(service, `lost${seed}/1`, someValue(seed).reveal());
    bus.reset();
    const view = await test.vault.keyRecovery.scan();
    expect(view.found).toHaveLength(2);
    expect(bus.called.length).toBeGreaterThan(5);
    expect(bus.called.filter((member) => /^GetSecret|^CreateItem$|^Prompt$|^Delete$/.test(member))).toEqual([]);
  });

  it('names older items by their keyring and date, and removes those that the person chose, after a question', async () => {
    const { id } = await test.vault.keys.add({ ...someFields, name: 'Shop' }, someValue('shop'));
    await leaveOlder('work');
    bus.reset();
    const view = await test.vault.keyRecovery.scan();
    expect(bus.called).not.toContain('GetSecrets');
    const spare = view.spare.filter(({ name }) => name === 'Shop');
    expect(spare).toEqual([
      {
        itemId: expect.any(String),
        name: 'Shop',
        isPrevious: false,
        collection: expect.stringMatching(/^Login$/),
        changedAt: expect.any(Number),
      },
    ]);
    expect(JSON.stringify(view)).not.toMatch(/\/org\/|sk-proj/);
    const itemId = spare[0]?.itemId ?? '';

    test.consent.agrees = false;
    const remove = () => test.vault.keyRecovery.removeSpare(view.recoveryId, [itemId]);
    await expect(remove()).rejects.toMatchObject({ code: 'NOT_CONFIRMED' });
    expect(await items(`${id}/1`)).toHaveLength(2);
    test.consent.agrees = true;
    expect(await remove()).toEqual({ removed: 1 });
    expect(test.consent.details.at(-1)).toMatch(/• Shop, in “Login”, of \d+ \w+ \d{4}\n/);
    expect(await items(`${id}/1`)).toMatchObject([{ secret: someValue('shop').reveal() }]);
    expect((await test.vault.keyRecovery.scan()).spare.filter(({ name }) => name === 'Shop')).toEqual([]);
    // Of another list, or gone.
    await expect(remove()).rejects.toMatchObject({ code: 'RECOVERY_UNKNOWN' });
  });

  it('removes none while the item that is read does not hold what was kept: it may be the only one that does', async () => {
    const { id } = await test.vault.keys.add({ ...someFields, name: 'Changed' }, someValue('right'));
    await leaveOlder('third');
    const view = await test.vault.keyRecovery.scan();
    const [item] = view.spare.filter(({ name }) => name === 'Changed');
    // Somebody writes another value into the one that is read; a keyring tells times in whole seconds.
    const second = () => Math.floor(Date.now() / 1_000);
    const before = second();
    await expect.poll(second).toBeGreaterThan(before);
    await keyring.store(service, `${id}/1`, 'sk-somebody-else');
    test.consent.agrees = true;
    const removing = test.vault.keyRecovery.removeSpare(view.recoveryId, [item?.itemId ?? '']);
    await expect(removing).rejects.toMatchObject({ code: 'SPARE_NEEDED' });
    expect((await items(`${id}/1`)).map(({ secret }) => secret)).toContain(someValue('right').reveal());
  });
});

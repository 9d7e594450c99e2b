import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestVault, someFields, someValue, type TestVault } from '../../support/test-vault.ts';

const dayMs = 24 * 60 * 60 * 1000;
let test: TestVault;
let count = 0;

beforeAll(async () => {
  test = await openTestVault();
});
afterAll(() => test.stop());

async function addKey(name = `Key ${count++}`): Promise<string> {
  return (await test.vault.keys.add({ ...someFields, name }, someValue('a'))).id;
}

const names = (): string[] => test.vault.keys.page('', 1_000).map(({ name }) => name);

describe('a deletion', () => {
  it('takes the key off every list at once, and keeps its value, also over a quit and a start', async () => {
    const id = await addKey('Gone');
    test.vault.keys.pin(id, true);
    await test.vault.deletion.delete(id);
    await test.vault.close();
    await test.restart();
    await test.vault.reconcile();
    test.clock.pass(dayMs);
    await test.vault.reconcile();
    expect(names()).not.toContain('Gone');
    expect(test.vault.keys.recent(5).map((key) => key.id)).not.toContain(id);
    expect(test.vault.palette.list().map((key) => key.id)).not.toContain(id);
    expect(test.vault.trash.list(null, 10).map((key) => key.id)).toContain(id);
    expect(await test.lookup(`${id}/1`)).toBe(someValue('a').reveal());
    expect(test.vault.activity.latest(1, id)).toMatchObject([{ kind: 'deleted', subject: 'Gone' }]);
  });

  it.each<[string, (id: string) => unknown]>([
    ['copied', (id) => test.vault.copying.copy(id)],
    ['copied again', (id) => test.vault.copying.allowOneMore(id)],
    ['rotated', (id) => test.vault.rotation.rotate(id, someValue('b'))],
    ['edited', (id) => test.vault.keys.edit(id, { ...someFields, name: 'Edited' })],
    ['pinned', (id) => test.vault.keys.pin(id, true)],
    ['read', (id) => test.vault.keys.get(id)],
    ['looked up in the palette', (id) => test.vault.palette.targetsOf(id)],
    ['deleted again', (id) => test.vault.deletion.delete(id)],
    ['deleted again with its lines', (id) => test.vault.deletion.deleteWithLines(id)],
  ])('leaves no key that could be %s', async (_what, act) => {
    const id = await addKey();
    await test.vault.deletion.delete(id);
    await expect((async () => act(id))()).rejects.toMatchObject({ code: 'KEY_UNKNOWN' });
  });

  it('that comes while main asks about an edit wins, and the edit changes nothing', async () => {
    const id = await addKey('Asked');
    const ask = test.consent.ask;
    Object.assign(test.consent, {
      ask: async () => {
        await test.vault.deletion.delete(id);
        return true;
      },
    });
    const editing = test.vault.keys.edit(id, { ...someFields, name: 'Asked again', copyPolicy: 'always' });
    await expect(editing).rejects.toMatchObject({ code: 'KEY_UNKNOWN' });
    Object.assign(test.consent, { ask });
    expect(test.vault.trash.restore(id)).toMatchObject({ name: 'Asked', copyPolicy: 'once' });
  });

  it('gives the key’s name away at once', async () => {
    const id = await addKey('Mine');
    const other = await addKey('Other');
    await test.vault.deletion.delete(id);
    expect((await test.vault.keys.edit(other, { ...someFields, name: 'Mine' })).name).toBe('Mine');
    await addKey('Other');
    expect(names()).toEqual(expect.arrayContaining(['Mine', 'Other']));
  });

  it('leaves its value without a key: an offer names none that holds it, and keeping it again brings no copy', async () => {
    const value = someValue('copied-once');
    const { id } = await test.vault.keys.add({ ...someFields, name: 'Copied' }, value);
    await test.vault.copying.copy(id);
    await test.vault.leases.end();
    await test.vault.deletion.delete(id);
    test.clipboard.held.clipboard = value.reveal();
    test.clock.pass(1_000);
    expect(await test.vault.offers.look()).toMatchObject({ offers: [{ heldBy: null }] });
    const again = await test.vault.keys.add({ ...someFields, name: 'Copied' }, value);
    expect(again.grant).toBe('spent');
    await expect(test.vault.copying.copy(again.id)).rejects.toMatchObject({ code: 'COPY_SPENT' });
    const fresh = await test.vault.keys.add({ ...someFields, name: 'Fresh' }, someValue('never-copied'));
    expect(fresh.grant).toBe('ready');
  });
});

import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTakenOverPage, type TakenOverPage } from '../support/taken-over-page.ts';
import { openTestVault, someFields, someValue, spendADay, type TestVault } from '../support/test-vault.ts';

/** A page that wants keys gone for all time, or lines out of files, without the person. */

const dayMs = 24 * 60 * 60 * 1000;
const refused = { ok: false, error: { code: 'NOT_CONFIRMED' } };
let test: TestVault;
let page: TakenOverPage;
let count = 0;
let id: string;
let root: string;

beforeAll(async () => {
  test = await openTestVault();
  page = openTakenOverPage(test);
});
afterAll(() => test.stop());
beforeEach(async () => {
  count += 1;
  const value = someValue(`value-${count}`).reveal();
  ({ id } = await page.get('keys.add', { ...someFields, name: `Key ${count}`, tags: [], value }));
  root = path.join(test.folder, `project-${count}`);
  await mkdir(root);
  const targetId = (await test.vault.projects.link(root)).targets[0]?.id ?? '';
  await page.get('projects.bind', { targetId, keyId: id, envVar: 'OPENAI_API_KEY' });
  test.consent.agrees = true;
  await page.get('projects.writeFile', { targetId });
  test.consent.agrees = false;
  test.consent.asked.length = 0;
});

const held = (): Promise<string | null> => test.lookup(`${id}/1`);
const env = (): Promise<string> => readFile(path.join(root, '.env'), 'utf8');
const inTrash = async (): Promise<string[]> =>
  (await page.get('trash.list', { after: null, count: 1_000 })).map((key) => key.id);

describe('a page alone', () => {
  it('deletes no key permanently, and does not empty Trash', async () => {
    await page.get('keys.delete', { id });
    expect(await page.call('trash.deletePermanently', { id })).toMatchObject(refused);
    expect(await page.call('trash.empty', {})).toMatchObject(refused);
    expect(test.consent.asked).toHaveLength(2);
    expect(await inTrash()).toContain(id);
    expect(await held()).not.toBeNull();
    expect(await page.get('trash.restore', { id })).toMatchObject({ name: `Key ${count}` });
  });

  it.each([1, 7] as const)(
    'does not shorten the time in Trash to %i days, and so makes nothing run out',
    async (trashDays) => {
      await page.get('keys.delete', { id });
      expect(await page.call('settings.set', { trashDays })).toMatchObject(refused);
      expect(await page.get('settings.get', {})).toMatchObject({ trashDays: 30 });
      test.clock.pass(28 * dayMs);
      await spendADay(test);
      expect(await held()).not.toBeNull();
    },
  );

  it('does not shorten it by a longer one first, nor hidden among harmless settings', async () => {
    expect(await page.call('settings.set', { trashDays: 90 })).toMatchObject({ ok: true });
    expect(await page.call('settings.set', { theme: 'dark', trashDays: 30 })).toMatchObject(refused);
    expect(await page.get('settings.get', {})).toMatchObject({ trashDays: 90, theme: 'system' });
    test.consent.agrees = true;
    await page.get('settings.set', { trashDays: 30 });
  });

  it('gets no agreed deletion to take more: what it sends to Trash meanwhile stays', async () => {
    const value = someValue(`other-${count}`).reveal();
    const other = await page.get('keys.add', { ...someFields, name: `Other ${count}`, tags: [], value });
    await page.get('keys.delete', { id: other.id });
    const { ask } = test.consent;
    test.consent.ask = async () => {
      test.consent.ask = ask;
      await page.get('keys.delete', { id });
      return true;
    };
    await page.get('trash.empty', {});
    expect(await inTrash()).toEqual([id]);
    expect(await held()).not.toBeNull();
  });

  it('gets no agreed deletion to take another value than the one that was asked about', async () => {
    await page.get('keys.delete', { id });
    const { ask } = test.consent;
    test.consent.ask = async () => {
      test.consent.ask = ask;
      await page.get('trash.restore', { id });
      await page.get('keys.rotate', { id, value: someValue(`new-${count}`).reveal() });
      await page.get('keys.delete', { id });
      return true;
    };
    expect(await page.call('trash.deletePermanently', { id })).toMatchObject(refused);
    expect(await held()).not.toBeNull();
    expect(await test.lookup(`${id}/2`)).not.toBeNull();
  });

  it('removes no line by deleting its key', async () => {
    const before = await env();
    expect(before).toContain('OPENAI_API_KEY=');
    expect(await page.call('keys.deleteWithLines', { id })).toMatchObject(refused);
    expect(await page.get('keys.list', { after: '', count: 1_000 })).toContainEqual(expect.objectContaining({ id }));
    await page.get('keys.delete', { id });
    expect(await page.call('trash.removeLines', { id })).toMatchObject(refused);
    test.consent.agrees = true;
    await page.get('projects.writeAll', {});
    expect(await env()).toBe(before);
  });

  it('hears no value, nor four characters of a short one, of the keys in Trash', async () => {
    const short = 'pin-4711';
    const { id: shortId } = await page.get('keys.add', { ...someFields, name: 'Short', tags: [], value: short });
    await page.get('keys.delete', { id: shortId });
    await page.get('keys.delete', { id });
    expect((await page.get('trash.list', { after: null, count: 10 })).find((key) => key.id === shortId)).toMatchObject({
      last4: null,
    });
    const said = page.heard.join('\n');
    for (const secret of [short, '4711', someValue(`value-${count}`).reveal()]) expect(said).not.toContain(secret);
  });

  it('of the palette, or a locked vault, sees and changes nothing of Trash', async () => {
    await page.get('keys.delete', { id });
    const fromPalette = [
      page.callAsPalette('trash.list', { after: null, count: 1 }),
      page.callAsPalette('trash.count', {}),
      page.callAsPalette('trash.restore', { id }),
      page.callAsPalette('trash.deletePermanently', { id }),
      page.callAsPalette('trash.empty', {}),
      page.callAsPalette('trash.removeLines', { id }),
      page.callAsPalette('keys.deleteWithLines', { id }),
    ];
    for (const call of fromPalette) expect(await call).toMatchObject({ error: { code: 'NOT_ALLOWED' } });
    await test.vault.locking.lock('screen');
    expect(await page.call('trash.restore', { id })).toMatchObject({ error: { code: 'VAULT_LOCKED' } });
    expect(await page.call('trash.list', { after: null, count: 1 })).toMatchObject({ error: { code: 'VAULT_LOCKED' } });
    await test.vault.locking.unlock(async () => {});
    expect(await inTrash()).toContain(id);
  });
});

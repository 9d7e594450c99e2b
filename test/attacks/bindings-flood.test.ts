import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { pageWithKey } from './page-with-key.ts';

/** A page that binds without end: nobody is asked about it, and each binding is a row that stays. */

const { test, page, keyId } = await pageWithKey();
let folders = 0;
afterEach(() => {
  for (const { id } of test.vault.projects.list()) test.vault.projects.unlink(id);
});

/** A linked folder with one env file, in which so many variables are bound already. Returns the target's id. */
async function link(bound: number, text = ''): Promise<string> {
  folders += 1;
  const root = path.join(test.folder, `flood-${folders}`);
  await mkdir(root);
  await writeFile(path.join(root, '.env'), text);
  const targetId = (await test.vault.projects.link(root)).targets[0]?.id ?? '';
  const unwritten = { exported: null, exportedAt: null, exportedFor: null, writing: null, adoptedFor: null };
  const { store } = test.ports;
  store.commit(() => {
    for (let at = 0; at < bound; at += 1) {
      store.bindings.put({ targetId, envVar: `A${at}_SECRET`, keyId, ...unwritten });
    }
  });
  return targetId;
}

const bind = (targetId: string, envVar: string) => page.call('projects.bind', { targetId, keyId, envVar });

describe('a page can’t fill the database with bindings', () => {
  it('of one file: the thousandth is the last', async () => {
    const targetId = await link(999);
    expect(await bind(targetId, 'LAST_SECRET')).toMatchObject({ ok: true });
    expect(await bind(targetId, 'MORE_SECRET')).toMatchObject({
      ok: false,
      error: { code: 'TARGET_FULL', details: { file: '.env', limit: 1_000 } },
    });
    expect(test.ports.store.bindings.count(targetId)).toBe(1_000);
    // What is bound stays as it was, and room is made by unbinding.
    expect(await bind(targetId, 'LAST_SECRET')).toMatchObject({ ok: true });
    await page.get('projects.unbind', { targetId, envVar: 'A0_SECRET' });
    expect(await bind(targetId, 'MORE_SECRET')).toMatchObject({ ok: true });
  });

  it('of many files: the ten thousandth is the last', async () => {
    for (let at = 0; at < 10; at += 1) await link(1_000);
    const targetId = await link(0);
    expect(await bind(targetId, 'MORE_SECRET')).toMatchObject({
      ok: false,
      error: { code: 'BINDINGS_FULL', details: { limit: 10_000 } },
    });
    expect(test.ports.store.bindings.count()).toBe(10_000);
  });

  it('by taking the variables of a file', async () => {
    const targetId = await link(1_000, 'MORE_SECRET=a value that has more than sixteen characters\n');
    const { importId } = await page.get('projects.scanImport', { targetId });
    const taken = await page.call('projects.takeImport', { importId, names: ['MORE_SECRET'] });
    expect(taken).toMatchObject({ ok: false, error: { code: 'TARGET_FULL' } });
    expect(test.ports.store.bindings.count(targetId)).toBe(1_000);
    expect(test.vault.keys.page('', 10)).toHaveLength(1);
  });
});

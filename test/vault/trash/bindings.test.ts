import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestVault, someFields, someValue, spendADay, type TestVault } from '../../support/test-vault.ts';
import { emptyTrash } from '../../support/trash.ts';

let test: TestVault;
let count = 0;
let root: string;
let keyId: string;
let targetId: string;
const its = (seed: string) => someValue(`${seed}-${count}-`);

beforeAll(async () => {
  test = await openTestVault();
});
afterAll(() => test.stop());
beforeEach(async () => {
  for (const { id } of test.vault.projects.list()) test.vault.projects.unlink(id);
  await emptyTrash(test);
  count += 1;
  root = path.join(test.folder, `project-${count}`);
  await mkdir(root);
  await writeFile(path.join(root, '.env'), 'PORT=3000\n');
  keyId = (await test.vault.keys.add({ ...someFields, name: `Key ${count}` }, its('a'))).id;
  targetId = (await test.vault.projects.link(root)).targets[0]?.id ?? '';
  test.vault.projects.bind(targetId, keyId, 'OPENAI_API_KEY');
  await exportNow();
  test.consent.agrees = false;
  test.consent.asked.length = 0;
});

/** Writes all lines of the file, the person agreeing to each. */
async function exportNow() {
  test.consent.agrees = true;
  return test.vault.writing.file(targetId);
}

const content = (): Promise<string> => readFile(path.join(root, '.env'), 'utf8');
const line = (seed: string): string => `OPENAI_API_KEY=${its(seed).reveal()}\n`;
const target = () => test.vault.projects.list()[0]?.targets[0];

describe('a line whose key is in Trash', () => {
  it('stays as it is at every export, and previews show it as left', async () => {
    await test.vault.rotation.rotate(keyId, its('b'));
    await test.vault.deletion.delete(keyId);
    expect(await test.vault.exporting.preview(targetId)).toMatchObject({
      changes: [],
      left: ['OPENAI_API_KEY'],
      notOurs: ['PORT'],
    });
    expect(await exportNow()).toMatchObject({ written: 0, removed: 0 });
    expect(await test.vault.palette.export(targetId)).toMatchObject({ written: 0, removed: 0 });
    expect(await test.vault.writing.all()).toMatchObject([{ written: 0, removed: 0, error: null }]);
    expect(await content()).toBe(`PORT=3000\n# From Clavis\n${line('a')}`);
    expect((await test.vault.drift.all())[0]).toMatchObject({ variables: [] });
    expect(target()).toMatchObject({ pending: 0, bindings: [{ envVar: 'OPENAI_API_KEY', keyId }] });
  });

  it('is not given away by an export that reads the value while the key is deleted', async () => {
    await test.vault.rotation.rotate(keyId, its('b'));
    const { askWrite } = test.consent;
    const { readMany } = test.ports.keychain;
    test.consent.askWrite = async (question) => {
      test.consent.askWrite = askWrite;
      Object.assign(test.ports.keychain, {
        readMany: async (accounts: readonly string[]) => {
          Object.assign(test.ports.keychain, { readMany });
          const values = await readMany(accounts);
          await test.vault.deletion.delete(keyId);
          return values;
        },
      });
      return askWrite(question);
    };
    await expect(exportNow()).rejects.toMatchObject({ code: 'PREVIEW_UNKNOWN' });
    expect(await content()).toBe(`PORT=3000\n# From Clavis\n${line('a')}`);
  });

  it('is managed again once the key is restored', async () => {
    await test.vault.rotation.rotate(keyId, its('b'));
    await test.vault.deletion.delete(keyId);
    await exportNow();
    test.vault.trash.restore(keyId);
    expect(await test.vault.exporting.preview(targetId)).toMatchObject({
      changes: [{ envVar: 'OPENAI_API_KEY', kind: 'changed', keyId, review: null }],
      left: [],
    });
    expect(await exportNow()).toMatchObject({ written: 1 });
    expect(await content()).toBe(`PORT=3000\n# From Clavis\n${line('b')}`);
  });

  it.each(['deleted permanently', 'expired'])('is no longer managed once the key is %s, and stays', async (how) => {
    await test.vault.deletion.delete(keyId);
    if (how === 'expired') {
      test.clock.pass(31 * 24 * 60 * 60 * 1000);
      await spendADay(test);
    } else await emptyTrash(test);
    expect(target()?.bindings).toEqual([]);
    expect(await test.vault.exporting.preview(targetId)).toMatchObject({
      changes: [],
      left: [],
      notOurs: ['PORT', 'OPENAI_API_KEY'],
    });
    expect(await exportNow()).toMatchObject({ written: 0, removed: 0 });
    expect(await content()).toBe(`PORT=3000\n# From Clavis\n${line('a')}`);
  });

  it('goes with an export only after the person or the page unbound it, which the preview shows', async () => {
    await test.vault.deletion.delete(keyId);
    test.vault.projects.unbind(targetId, 'OPENAI_API_KEY');
    expect(await test.vault.exporting.preview(targetId)).toMatchObject({
      changes: [{ envVar: 'OPENAI_API_KEY', kind: 'removed' }],
      left: [],
    });
  });

  it('can be given to another key, and then is that one’s', async () => {
    await test.vault.deletion.delete(keyId);
    const other = await test.vault.keys.add({ ...someFields, name: `Other ${count}` }, its('c'));
    test.vault.projects.bind(targetId, other.id, 'OPENAI_API_KEY');
    expect(await exportNow()).toMatchObject({ written: 1 });
    expect(await content()).toBe(`PORT=3000\n# From Clavis\n${line('c')}`);
    expect(test.vault.trash.restore(keyId).lost).toEqual([
      `OPENAI_API_KEY in project-${count}/.env, now of Other ${count}`,
    ]);
    expect(target()?.bindings).toMatchObject([{ keyId: other.id }]);
  });

  it.each([
    ['its project was unlinked', () => test.vault.projects.unlink(test.vault.projects.list()[0]?.id ?? '')],
    ['its file was removed from the project', () => void test.vault.targets.remove(targetId)],
  ])('is told as lost at the restore where %s, once', async (_what, take) => {
    await test.vault.deletion.delete(keyId);
    take();
    expect(test.vault.trash.restore(keyId).lost).toEqual([`OPENAI_API_KEY in project-${count}/.env, unlinked`]);
    test.clock.pass(60 * 60 * 1000);
    await test.vault.deletion.delete(keyId);
    expect(test.vault.trash.restore(keyId).lost).toEqual([]);
  });

  it('is told as lost at the restore where an import made a key of it', async () => {
    await test.vault.deletion.delete(keyId);
    const { importId } = await test.vault.envImport.scan(targetId);
    await test.vault.envImport.take(importId, ['OPENAI_API_KEY']);
    expect(test.vault.trash.restore(keyId).lost).toMatchObject([
      expect.stringMatching(/^OPENAI_API_KEY in project-\d+\/\.env, now of /),
    ]);
  });

  it('is no line of a deleted key to an import: what is there becomes a key of its own, which brings no copy', async () => {
    await test.vault.deletion.delete(keyId);
    const { importId, variables } = await test.vault.envImport.scan(targetId);
    expect(variables.find(({ name }) => name === 'OPENAI_API_KEY')).toMatchObject({ bound: false, heldBy: null });
    expect(await test.vault.envImport.take(importId, ['OPENAI_API_KEY'])).toMatchObject({ kept: 1, bound: 1 });
    const bound = target()?.bindings[0]?.keyId ?? '';
    expect(bound).not.toBe(keyId);
    expect(test.vault.keys.get(bound)).toMatchObject({ grant: 'spent' });
  });
});

describe('a key in Trash', () => {
  it('can’t be bound', async () => {
    await test.vault.deletion.delete(keyId);
    const bind = () => test.vault.projects.bind(targetId, keyId, 'ANOTHER_KEY');
    expect(bind).toThrow(expect.objectContaining({ code: 'KEY_UNKNOWN' }));
  });

  it('adds no name to an example file', async () => {
    test.vault.projects.bind(targetId, keyId, 'SHOP_API_TOKEN');
    expect(await test.vault.example.preview(targetId)).toMatchObject({
      added: expect.arrayContaining(['SHOP_API_TOKEN']),
    });
    await test.vault.deletion.delete(keyId);
    expect((await test.vault.example.preview(targetId)).added).not.toContain('SHOP_API_TOKEN');
  });
});

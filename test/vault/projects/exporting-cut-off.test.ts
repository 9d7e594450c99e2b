import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { vaultError } from '../../../electron/vault/errors.ts';
import type { Ports } from '../../../electron/vault/ports.ts';
import { openTestVault, someFields, someValue, type TestVault } from '../../support/test-vault.ts';
import { emptyTrash } from '../../support/trash.ts';

/** Where the next export ends: killed before or after its file is replaced, or failing there. */
type CutOff = 'killed-before' | 'killed-after' | 'failed-after' | 'commit-failed' | null;

let cutOff: CutOff = null;
let failsCommits = false;
/** Done by somebody else right before the file would be replaced. */
let meanwhile = async (): Promise<void> => {};
/** Done by somebody else while the file's new bytes are made. */
let whileEdited: (() => Promise<unknown>) | null = null;

function wrap(ports: Ports): Ports {
  const { files, store, envDocuments } = ports;
  const killed = (): Promise<never> => new Promise(() => {});
  return {
    ...ports,
    envDocuments: {
      ...envDocuments,
      async edit(...given) {
        await whileEdited?.();
        return envDocuments.edit(...given);
      },
    },
    files: {
      ...files,
      async write(...args) {
        // As it was when this write began: the file is seen to be there before the write is over.
        const how = cutOff;
        await meanwhile();
        if (how === 'killed-before') await killed();
        await files.write(...args);
        if (how === 'killed-after') await killed();
        if (how === 'failed-after')
          throw vaultError('TARGET_UNWRITABLE', { file: '.env', reason: { code: 'SYSTEM', errno: 'EIO' } });
        failsCommits = how === 'commit-failed';
      },
    },
    store: {
      ...store,
      commit(work) {
        if (failsCommits) throw vaultError('DATABASE_FAILED', { reason: { code: 'SYSTEM', errno: 'ENOSPC' } });
        return store.commit(work);
      },
    },
  };
}

let test: TestVault;
let count = 0;
let root: string;
let keyId: string;
let targetId: string;
const its = (seed: string): string => someValue(`${seed}${count}`).reveal();
const line = (seed: string): string => `A_KEY=${its(seed)}\n`;
const file = (): string => path.join(root, '.env');
const content = (): Promise<string> => readFile(file(), 'utf8');
const unbind = () => test.vault.projects.unbind(targetId, 'A_KEY');
const bindingNow = () => test.ports.store.bindings.ofTarget(targetId)[0];
const driftNow = async () => (await test.vault.drift.all()).find((one) => one.targetId === targetId)?.variables;

beforeAll(async () => {
  test = await openTestVault({ wrap });
  // These tests are of writes that the person agreed to.
  test.consent.agrees = true;
});
afterAll(() => test.stop());
beforeEach(async () => {
  count += 1;
  root = path.join(test.folder, `project-${count}`);
  await mkdir(root);
  keyId = (await test.vault.keys.add({ ...someFields, name: `Key ${count}` }, someValue(`a${count}`))).id;
  targetId = (await test.vault.projects.link(root)).targets[0]?.id ?? '';
  test.vault.projects.bind(targetId, keyId, 'A_KEY');
});

const exportNow = () => test.vault.writing.file(targetId);

const rotate = (seed: string) => test.vault.rotation.rotate(keyId, someValue(`${seed}${count}`));

/** An export that ends as `how` says; then, where it was killed, the next start. */
async function exportCutOff(how: Exclude<CutOff, null>): Promise<void> {
  cutOff = how;
  const ending = exportNow();
  if (how === 'failed-after') await expect(ending).rejects.toMatchObject({ code: 'TARGET_UNWRITABLE' });
  else if (how === 'commit-failed') await expect(ending).rejects.toMatchObject({ code: 'DATABASE_FAILED' });
  else {
    const isOver =
      how === 'killed-after'
        ? async () => (await content()).includes('sk-proj')
        : async () => bindingNow()?.writing !== null;
    await expect.poll(async () => isOver().catch(() => false)).toBe(true);
    await test.restart();
  }
  cutOff = null;
  failsCommits = false;
}

it('a key that is deleted right before its file is written is not written', async () => {
  const { askWrite } = test.consent;
  test.consent.askWrite = (question) => {
    whileEdited = () => test.vault.deletion.delete(keyId);
    return askWrite(question);
  };
  try {
    await expect(exportNow()).rejects.toMatchObject({ code: 'PREVIEW_UNKNOWN' });
  } finally {
    whileEdited = null;
    test.consent.askWrite = askWrite;
  }
  await expect(content()).rejects.toMatchObject({ code: 'ENOENT' });
  expect(bindingNow()?.writing).toBeNull();
});

describe('an export that wrote its file and was cut off before it could say so', () => {
  it.each(['killed-after', 'failed-after', 'commit-failed'] as const)(
    '(%s) takes its line back all the same, once it is unbound',
    async (how) => {
      await exportCutOff(how);
      expect(await content()).toContain(line('a'));
      unbind();
      expect(await driftNow()).toEqual([{ envVar: 'A_KEY', state: 'leaving' }]);
      expect(await exportNow()).toMatchObject({ removed: 1 });
      expect(await content()).not.toContain('A_KEY');
      expect(bindingNow()).toBeUndefined();
    },
  );

  it('is put right at the next start: the line is known, and who wrote it', async () => {
    await exportCutOff('killed-after');
    expect(await test.vault.reconcile()).toEqual([]);
    expect(bindingNow()).toMatchObject({ exportedAt: test.clock.now(), writing: null });
    expect(test.vault.projects.list().find((project) => project.root === root)?.targets[0]?.pending).toBe(0);
    expect(test.vault.activity.latest(1, keyId)).toMatchObject([{ kind: 'exported', subject: `Key ${count}` }]);
    await rotate('b');
    expect(await driftNow()).toEqual([{ envVar: 'A_KEY', state: 'rotated' }]);
    expect((await test.vault.writing.all()).find((one) => one.targetId === targetId)).toMatchObject({
      written: 1,
    });
    expect(await content()).toContain(line('b'));
  });

  it('says so with the next export, which finds its line there', async () => {
    await exportCutOff('commit-failed');
    expect(await exportNow()).toMatchObject({ written: 0, removed: 0 });
    expect(bindingNow()).toMatchObject({ exportedAt: test.clock.now(), writing: null });
    expect(test.vault.activity.latest(1, keyId)).toMatchObject([{ kind: 'exported' }]);
  });

  it('leaves its line in the file when its key is deleted, and when that is permanent', async () => {
    await exportCutOff('commit-failed');
    await test.vault.deletion.delete(keyId);
    expect(await exportNow()).toMatchObject({ written: 0, removed: 0 });
    await emptyTrash(test);
    expect(bindingNow()).toBeUndefined();
    expect(await exportNow()).toMatchObject({ written: 0, removed: 0 });
    expect(await content()).toContain('A_KEY');
  });

  it('is still the owner of its line when the one after it is killed before it wrote', async () => {
    await exportCutOff('commit-failed');
    await rotate('b');
    cutOff = 'killed-before';
    void exportNow();
    const written = bindingNow()?.writing;
    await expect.poll(() => bindingNow()?.writing !== written).toBe(true);
    await test.restart();
    cutOff = null;
    expect(await content()).toContain(line('a'));
    await test.vault.reconcile();
    unbind();
    expect(await exportNow()).toMatchObject({ removed: 1 });
  });

  it.each([
    ['before the next start', true],
    ['after it', false],
  ])('owns nothing of a line that somebody changed by hand %s', async (_when, before) => {
    await exportCutOff('killed-after');
    if (!before) await test.vault.reconcile();
    const byHand = '# From Clavis\nA_KEY=by-hand\n';
    await writeFile(file(), byHand);
    if (before) await test.vault.reconcile();
    expect(await driftNow()).toEqual([{ envVar: 'A_KEY', state: before ? 'new' : 'edited' }]);
    test.consent.agrees = false;
    await expect(test.vault.exporting.exportWithoutReview(targetId)).rejects.toMatchObject({
      code: 'EXPORT_NEEDS_REVIEW',
    });
    await expect(test.vault.writing.all()).rejects.toMatchObject({ code: 'NOT_CONFIRMED' });
    test.consent.agrees = true;
    unbind();
    expect(await exportNow()).toMatchObject({ written: 0, removed: 0 });
    expect(await content()).toBe(byHand);
  });
});

describe('an export that was cut off before it wrote its file', () => {
  it('owns nothing there: neither the line that was, nor one that somebody writes later with the very value', async () => {
    await writeFile(file(), 'A_KEY=by-hand\n');
    await exportCutOff('killed-before');
    expect(await content()).toBe('A_KEY=by-hand\n');
    expect(await test.vault.reconcile()).toEqual([]);
    expect(bindingNow()).toMatchObject({ exported: null, writing: null });
    await writeFile(file(), line('a'));
    unbind();
    expect(await exportNow()).toMatchObject({ removed: 0 });
    expect(await content()).toBe(line('a'));
  });

  it('does not own a line that somebody wrote at that moment, even with the very value', async () => {
    meanwhile = () => writeFile(file(), line('a'));
    await expect(exportNow()).rejects.toMatchObject({ code: 'TARGET_CHANGED' });
    meanwhile = async () => {};
    unbind();
    expect(await exportNow()).toMatchObject({ removed: 0 });
    expect(await content()).toBe(line('a'));
    expect(bindingNow()).toBeUndefined();
  });

  it('keeps what the one before it wrote', async () => {
    await exportNow();
    await rotate('b');
    await exportCutOff('killed-before');
    await test.vault.reconcile();
    expect(await driftNow()).toEqual([{ envVar: 'A_KEY', state: 'rotated' }]);
    unbind();
    expect(await exportNow()).toMatchObject({ removed: 1 });
  });

  it('waits to be put right while its folder is away', async () => {
    await exportCutOff('killed-after');
    await rename(root, `${root}-away`);
    expect(await test.vault.reconcile()).toEqual([expect.objectContaining({ code: 'FOLDER_GONE' })]);
    await rename(`${root}-away`, root);
    expect(await test.vault.reconcile()).toEqual([]);
    expect(await driftNow()).toEqual([{ envVar: 'A_KEY', state: 'same' }]);
    unbind();
    expect(await exportNow()).toMatchObject({ removed: 1 });
  });
});

describe('what is bound', () => {
  it('and changes before the file is written stops the export', async () => {
    const { edit } = test.ports.envDocuments;
    Object.assign(test.ports.envDocuments, {
      edit: async (...given: Parameters<typeof edit>) => {
        const edited = await edit(...given);
        unbind();
        return edited;
      },
    });
    await expect(exportNow()).rejects.toMatchObject({ code: 'PREVIEW_UNKNOWN' });
    Object.assign(test.ports.envDocuments, { edit });
    await expect(content()).rejects.toMatchObject({ code: 'ENOENT' });
    expect(bindingNow()).toBeUndefined();
  });

  it('and is unbound while its first line is written leaves with the next export', async () => {
    meanwhile = async () => void unbind();
    await exportNow();
    meanwhile = async () => {};
    expect(await content()).toContain(line('a'));
    expect(await exportNow()).toMatchObject({ removed: 1 });
    expect(await content()).not.toContain('A_KEY');
  });

  it('is not reconciled during an export that is under way', async () => {
    let release = (): void => {};
    meanwhile = () => new Promise((resolve) => (release = resolve));
    const exporting = exportNow();
    await expect.poll(() => bindingNow()?.writing ?? null).not.toBeNull();
    const settling = test.vault.exporting.reconcile();
    // Each of these reads the file as settling would.
    for (let look = 0; look < 3; look += 1) expect(await driftNow()).toEqual([{ envVar: 'A_KEY', state: 'new' }]);
    expect(bindingNow()?.writing).not.toBeNull();
    release();
    meanwhile = async () => {};
    expect(await exporting).toMatchObject({ written: 1 });
    await settling;
    expect(await driftNow()).toEqual([{ envVar: 'A_KEY', state: 'same' }]);
  });
});

import { mkdir, readFile, rename, rmdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeGitProject } from '../../support/git-project.ts';
import { openTestVault, someFields, someValue, type TestVault } from '../../support/test-vault.ts';

let test: TestVault;
let count = 0;
let root: string;
let keyId: string;
let otherId: string;
const targets: Record<string, string> = {};
const its = (seed: string) => someValue(`${seed}-${count}-`);

beforeAll(async () => {
  test = await openTestVault();
});
afterAll(() => test.stop());

/** Two files, in each of which one of two keys has a line that Clavis wrote; the other key's next value is not written yet. */
beforeEach(async () => {
  for (const { id } of test.vault.projects.list()) test.vault.projects.unlink(id);
  count += 1;
  test.consent.agrees = true;
  root = path.join(test.folder, `shop-${count}`);
  await mkdir(root);
  for (const file of ['.env', '.env.local']) await writeFile(path.join(root, file), '# app\nPORT=3000\n');
  keyId = (await test.vault.keys.add({ ...someFields, name: `Key ${count}` }, its('a'))).id;
  otherId = (await test.vault.keys.add({ ...someFields, name: `Other ${count}` }, its('b'))).id;
  for (const { id, file } of (await test.vault.projects.link(root)).targets) {
    targets[file] = id;
    test.vault.projects.bind(id, keyId, 'OPENAI_API_KEY');
    test.vault.projects.bind(id, otherId, 'OTHER_TOKEN');
    await test.vault.writing.file(id);
  }
  await test.vault.rotation.rotate(otherId, its('c'));
  test.consent.agrees = true;
  test.consent.asked.length = 0;
  test.consent.writes.length = 0;
});

const fileOf = (file: string): string => path.join(root, file);
const textOf = (file: string): Promise<string> => readFile(fileOf(file), 'utf8');
const bound = (file: string): string[] =>
  (test.vault.projects.list()[0]?.targets ?? [])
    .filter((target) => target.file === file)
    .flatMap(({ bindings }) => bindings.filter((one) => one.keyId === keyId).map(({ envVar }) => envVar));
const full = (): string => `# app\nPORT=3000\n# From Clavis\nOPENAI_API_KEY=${its('a').reveal()}\n${left()}`;
const left = (): string => `OTHER_TOKEN=${its('b').reveal()}\n`;
const isInTrash = (): boolean => test.vault.trash.list(null, 1_000).some(({ id }) => id === keyId);

describe('deleting a key with its lines', () => {
  it('asks once, naming exactly these lines, and removes nothing else from the files', async () => {
    const outcomes = await test.vault.deletion.deleteWithLines(keyId);
    expect(test.consent.writes).toHaveLength(1);
    expect(test.consent.writes[0]?.files).toEqual(
      ['.env', '.env.local'].map((file) => ({
        project: `shop-${count}`,
        file,
        root,
        exists: true,
        git: 'no-repository',
        blocked: null,
        lines: [
          {
            envVar: 'OPENAI_API_KEY',
            change: 'removed',
            state: 'leaving',
            key: null,
            keyBefore: null,
            keyAt: null,
            there: { last4: its('a').reveal().slice(-4), holds: 'value' },
            last4: null,
            currentSince: null,
            foreign: false,
            repeated: false,
            note: null,
            couldRun: false,
            misreadBy: [],
            blocked: null,
            take: null,
          },
        ],
      })),
    );
    expect(test.consent.writes[0]?.leaving).toEqual({
      name: `Key ${count}`,
      isInTrash: false,
      before: null,
      provider: 'OpenAI',
      last4: its('a').reveal().slice(-4),
      currentSince: expect.any(Number),
    });
    expect(outcomes).toMatchObject([
      { file: '.env', removed: 1, left: 0, error: null },
      { file: '.env.local', removed: 1, left: 0, error: null },
    ]);
    for (const file of ['.env', '.env.local']) {
      // The other key's new value is not written on the way.
      expect(await textOf(file)).toBe(`# app\nPORT=3000\n# From Clavis\n${left()}`);
      expect(bound(file)).toEqual([]);
    }
    expect(isInTrash()).toBe(true);
    const said = test.vault.activity.latest(3, keyId).map(({ kind, detail }) => `${kind} ${detail}`);
    expect(said).toContain(`unbound OPENAI_API_KEY in shop-${count}/.env, its line removed`);
    // Restored it comes without them: no export writes a line that the person had removed.
    test.vault.trash.restore(keyId);
    expect(bound('.env')).toEqual([]);
  });

  it('refused, nothing happened', async () => {
    test.consent.agrees = false;
    await expect(test.vault.deletion.deleteWithLines(keyId)).rejects.toMatchObject({ code: 'NOT_CONFIRMED' });
    expect(test.vault.keys.find(keyId)).not.toBeNull();
    for (const file of ['.env', '.env.local']) {
      expect(await textOf(file)).toBe(full());
      expect(bound(file)).toEqual(['OPENAI_API_KEY']);
    }
  });

  it('agreed to before a lock, nothing happened either', async () => {
    const { askWrite } = test.consent;
    test.consent.askWrite = async (question) => {
      test.consent.askWrite = askWrite;
      await test.vault.locking.lock('screen');
      return askWrite(question);
    };
    await expect(test.vault.deletion.deleteWithLines(keyId)).rejects.toMatchObject({ code: 'VAULT_LOCKED' });
    await test.vault.locking.unlock(async () => {});
    expect(test.vault.keys.find(keyId)).not.toBeNull();
    expect(await textOf('.env')).toBe(full());
  });

  it('leaves a line that somebody changed by hand, and its binding', async () => {
    await writeFile(fileOf('.env'), full().replace(its('a').reveal(), 'by-hand'));
    expect(await test.vault.deletion.deleteWithLines(keyId)).toMatchObject([
      { file: '.env', removed: 0, left: 1, error: null },
      { file: '.env.local', removed: 1, left: 0, error: null },
    ]);
    expect(test.consent.writes[0]?.files.map(({ file }) => file)).toEqual(['.env.local']);
    expect(await textOf('.env')).toContain('OPENAI_API_KEY=by-hand');
    expect(bound('.env')).toEqual(['OPENAI_API_KEY']);
  });

  it('names the key by its old name too where that was changed just now', async () => {
    await test.vault.keys.edit(keyId, { ...someFields, name: `Throwaway ${count}` });
    await test.vault.deletion.deleteWithLines(keyId);
    expect(test.consent.writes[0]?.leaving).toMatchObject({ name: `Throwaway ${count}`, before: `Key ${count}` });
  });

  it('asked for many times at once reads the files and asks once', async () => {
    const reads: string[] = [];
    const { read } = test.ports.files;
    Object.assign(test.ports.files, {
      read: (...given: Parameters<typeof read>) => {
        reads.push(given[1]);
        return read(...given);
      },
    });
    const asked = Array.from({ length: 20 }, () => test.vault.deletion.deleteWithLines(keyId));
    const refused = (await Promise.allSettled(asked)).filter(({ status }) => status === 'rejected');
    Object.assign(test.ports.files, { read });
    expect(refused.map((one) => 'reason' in one && one.reason.code)).toEqual(Array(19).fill('DIALOG_OPEN'));
    expect(test.consent.writes).toHaveLength(1);
    // Each file is read for the question, and again before it is written.
    expect(reads).toHaveLength(4);
  });

  it('says of a line that is there twice that all of its lines go', async () => {
    await writeFile(fileOf('.env'), `OPENAI_API_KEY=by-hand\n${full()}`);
    await test.vault.deletion.deleteWithLines(keyId);
    expect(test.consent.writes[0]?.files.map(({ lines }) => lines[0]?.repeated)).toEqual([true, false]);
    expect(await textOf('.env')).not.toContain('OPENAI_API_KEY');
  });

  it.each([
    ['can’t be written', folderInPlace, 'TARGET_NOT_A_FILE'],
    ['changed while the person was asked', () => writeFile(fileOf('.env'), `${full()}NEW=1\n`), 'TARGET_CHANGED'],
  ])(
    'where one file %s, says why, writes the others, and the key is in Trash with that line left',
    async (_what, harm, code) => {
      const { askWrite } = test.consent;
      test.consent.askWrite = async (question) => {
        test.consent.askWrite = askWrite;
        await harm();
        return askWrite(question);
      };
      expect(await test.vault.deletion.deleteWithLines(keyId)).toMatchObject([
        { file: '.env', removed: 0, left: 1, error: { code } },
        { file: '.env.local', removed: 1, left: 0, error: null },
      ]);
      expect(isInTrash()).toBe(true);
      expect(bound('.env')).toEqual(['OPENAI_API_KEY']);
      expect(await textOf('.env.local')).not.toContain('OPENAI_API_KEY');
    },
  );

  it('where a file can’t even be read, says so in the question', async () => {
    await folderInPlace();
    expect(await test.vault.deletion.deleteWithLines(keyId)).toMatchObject([
      { file: '.env', removed: 0, error: { code: 'TARGET_NOT_A_FILE' } },
      { file: '.env.local', removed: 1, error: null },
    ]);
    expect(test.consent.writes[0]?.files).toMatchObject([
      { file: '.env', blocked: { code: 'TARGET_NOT_A_FILE' }, lines: [] },
      { file: '.env.local', blocked: null },
    ]);
  });

  it('where git tracks every file, shows them with the reason, and the key does not move before a yes', async () => {
    const project = makeGitProject({ name: 'tracked', files: { '.env': 'PORT=3000\n' }, ignore: ['.env'] });
    const targetId = (await test.vault.projects.link(project.root)).targets[0]?.id ?? '';
    test.vault.projects.bind(targetId, keyId, 'OPENAI_API_KEY');
    await test.vault.writing.file(targetId);
    test.consent.writes.length = 0;
    project.git(['add', '--force', '.env']);
    for (const file of ['.env', '.env.local']) await writeFile(fileOf(file), 'PORT=3000\n');
    test.consent.agrees = false;
    await expect(test.vault.deletion.deleteWithLines(keyId)).rejects.toMatchObject({ code: 'NOT_CONFIRMED' });
    expect(test.consent.writes[0]?.files).toMatchObject([{ git: 'tracked', blocked: { code: 'TARGET_TRACKED' } }]);
    expect(isInTrash()).toBe(false);
    project.remove();
  });

  it('of a key that has no line anywhere asks nothing', async () => {
    for (const file of ['.env', '.env.local']) await writeFile(fileOf(file), 'PORT=3000\n');
    expect(await test.vault.deletion.deleteWithLines(keyId)).toMatchObject([
      { removed: 0, left: 0, error: null },
      { removed: 0, left: 0, error: null },
    ]);
    expect(test.consent.asked).toEqual([]);
    expect(isInTrash()).toBe(true);
  });
});

describe('lines of a key that is in Trash', () => {
  const filesInTrash = (): number | undefined =>
    test.vault.trash.list(null, 1_000).find(({ id }) => id === keyId)?.files;

  it('which a file kept, for it could not be written, are counted in Trash and can be removed from there', async () => {
    await folderInPlace();
    await test.vault.deletion.deleteWithLines(keyId);
    expect(filesInTrash()).toBe(1);
    await rmdir(fileOf('.env'));
    await rename(fileOf('.env.old'), fileOf('.env'));
    test.consent.writes.length = 0;
    expect(await test.vault.deletion.removeLines(keyId)).toMatchObject([
      { file: '.env', removed: 1, left: 0, error: null },
    ]);
    expect(test.consent.writes).toMatchObject([
      { purpose: 'remove', leaving: { name: `Key ${count}`, isInTrash: true } },
    ]);
    expect(await textOf('.env')).not.toContain('OPENAI_API_KEY');
    expect(filesInTrash()).toBe(0);
    expect(isInTrash()).toBe(true);
  });

  it('which a crash left after the key had moved can be removed after the restart', async () => {
    await test.vault.deletion.delete(keyId);
    await (await test.restart()).reconcile();
    expect(filesInTrash()).toBe(2);
    expect(await test.vault.deletion.removeLines(keyId)).toMatchObject([{ removed: 1 }, { removed: 1 }]);
    expect(filesInTrash()).toBe(0);
  });

  it('go only where the person agrees, and not once the key is restored, or is no key of Trash', async () => {
    await expect(test.vault.deletion.removeLines(keyId)).rejects.toMatchObject({ code: 'KEY_UNKNOWN' });
    await test.vault.deletion.delete(keyId);
    test.consent.agrees = false;
    await expect(test.vault.deletion.removeLines(keyId)).rejects.toMatchObject({ code: 'NOT_CONFIRMED' });
    test.consent.agrees = true;
    const { askWrite } = test.consent;
    test.consent.askWrite = async (question) => {
      test.consent.askWrite = askWrite;
      test.vault.trash.restore(keyId);
      return askWrite(question);
    };
    await expect(test.vault.deletion.removeLines(keyId)).rejects.toMatchObject({ code: 'NOT_CONFIRMED' });
    for (const file of ['.env', '.env.local']) expect(await textOf(file)).toBe(full());
  });
});

/** A folder lies where the file was. */
async function folderInPlace(): Promise<void> {
  await rename(fileOf('.env'), fileOf('.env.old'));
  await mkdir(fileOf('.env'));
}

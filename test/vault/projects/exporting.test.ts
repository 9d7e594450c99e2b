import { mkdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'dotenv';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Secret } from '../../../electron/vault/secret.ts';
import { openTestVault, someFields, someValue, type TestVault, writeAgreed } from '../../support/test-vault.ts';

let test: TestVault;
let count = 0;
let root: string;
let keyId: string;
let projectId: string;
let targetId: string;
const value = (): string => someValue('a').reveal();
const envFile = (): string => path.join(root, '.env');

beforeAll(async () => {
  test = await openTestVault();
});
afterAll(() => test.stop());
beforeEach(async () => {
  count += 1;
  root = path.join(test.folder, `project-${count}`);
  await mkdir(root);
  keyId = (await test.vault.keys.add({ ...someFields, name: `Key ${count}` }, someValue('a'))).id;
  const project = await test.vault.projects.link(root);
  projectId = project.id;
  targetId = project.targets[0]?.id ?? '';
  test.vault.projects.bind(targetId, keyId, 'OPENAI_API_KEY');
  test.consent.agrees = false;
  test.consent.asked.length = 0;
});

const exportNow = () => writeAgreed(test, targetId);

/** An export that the person agrees to, while this happens. */
async function exportWhile(work: () => Promise<unknown>): Promise<unknown> {
  const { askWrite } = test.consent;
  test.consent.askWrite = async (question) => {
    await work();
    return askWrite(question);
  };
  try {
    return await exportNow();
  } finally {
    test.consent.askWrite = askWrite;
  }
}

describe('an export', () => {
  it('writes a new file for its owner alone', async () => {
    expect(await exportNow()).toMatchObject({ file: '.env', written: 1, removed: 0, taken: 0, left: [], error: null });
    expect(parse(await readFile(envFile()))).toEqual({ OPENAI_API_KEY: value() });
    expect((await stat(envFile())).mode & 0o777).toBe(0o600);
  });

  it('keeps every other byte of a commented CRLF file', async () => {
    const before = '# app\r\nPORT=3000\r\n\r\nexport NAME="x"  # why\r\nOPENAI_API_KEY=old\r\nLAST=1';
    await writeFile(envFile(), before);
    const preview = await test.vault.exporting.preview(targetId);
    expect(preview.changes).toEqual([
      { envVar: 'OPENAI_API_KEY', kind: 'changed', keyId, last4: '3f9A', review: 'foreign' },
    ]);
    expect(preview.notOurs).toEqual(['PORT', 'NAME', 'LAST']);
    await exportNow();
    expect(await readFile(envFile(), 'utf8')).toBe(before.replace('OPENAI_API_KEY=old', `OPENAI_API_KEY=${value()}`));
  });

  it('refuses when the file changed while the person was asked, and leaves it', async () => {
    const told = exportWhile(() => writeFile(envFile(), 'NEWER=1\n'));
    await expect(told).rejects.toMatchObject({ code: 'TARGET_CHANGED' });
    expect(await readFile(envFile(), 'utf8')).toBe('NEWER=1\n');
  });

  it('refuses when a key was rotated while the person was asked', async () => {
    const told = exportWhile(() => test.vault.rotation.rotate(keyId, someValue('b')));
    await expect(told).rejects.toMatchObject({ code: 'PREVIEW_UNKNOWN' });
  });

  it('refuses an id that main did not give out', async () => {
    await expect(test.vault.writing.file('made-up')).rejects.toMatchObject({ code: 'TARGET_UNKNOWN' });
    await expect(test.vault.exporting.preview('made-up')).rejects.toMatchObject({ code: 'TARGET_UNKNOWN' });
  });

  it('refuses a link that leaves the project, a directory in the file’s place, and a folder that vanished', async () => {
    await writeFile(path.join(test.folder, 'outside.env'), 'A=1\n');
    await symlink(path.join(test.folder, 'outside.env'), envFile());
    await expect(exportNow()).rejects.toMatchObject({ code: 'TARGET_LEAVES_PROJECT' });
    expect(await readFile(path.join(test.folder, 'outside.env'), 'utf8')).toBe('A=1\n');
    await rm(envFile());
    await symlink('inside.env', envFile());
    await writeFile(path.join(root, 'inside.env'), 'A=1\n');
    expect((await test.vault.exporting.preview(targetId)).leadsTo).toBe('inside.env');
    await rm(envFile());
    expect((await test.vault.exporting.preview(targetId)).leadsTo).toBe(null);
    await mkdir(envFile());
    await expect(exportNow()).rejects.toMatchObject({ code: 'TARGET_NOT_A_FILE' });
    await rm(root, { recursive: true });
    await expect(exportNow()).rejects.toMatchObject({ code: 'FOLDER_GONE' });
  });

  it('of a value that no env file can carry says so, and writes the other lines', async () => {
    const { id } = await test.vault.keys.add({ ...someFields, name: `Odd ${count}` }, new Secret(`odd-$(id)-${count}`));
    test.vault.projects.bind(targetId, id, 'ODD_KEY');
    const left = [{ envVar: 'ODD_KEY', error: { code: 'VALUE_UNWRITABLE' } }];
    expect(await exportNow()).toMatchObject({ written: 1, left });
    expect(Object.keys(parse(await readFile(envFile())))).toEqual(['OPENAI_API_KEY']);
  });

  it('of a value that is gone from the keychain writes nothing', async () => {
    await test.ports.keychain.remove(`${keyId}/1`);
    await expect(exportNow()).rejects.toMatchObject({ code: 'VALUE_MISSING' });
    await expect(stat(envFile())).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('of a value that another program changed in the keychain writes that one, and knows its line', async () => {
    await test.ports.keychain.write(`${keyId}/1`, someValue('z'));
    expect(await exportNow()).toMatchObject({ written: 1 });
    expect(parse(await readFile(envFile()))).toEqual({ OPENAI_API_KEY: someValue('z').reveal() });
    const drift = (await test.vault.drift.all()).find((one) => one.targetId === targetId);
    expect(drift?.variables).toEqual([{ envVar: 'OPENAI_API_KEY', state: 'same' }]);
    test.vault.projects.unbind(targetId, 'OPENAI_API_KEY');
    expect(await exportNow()).toMatchObject({ removed: 1 });
  });

  it('takes its own line out again after an unbind, and leaves one that somebody changed', async () => {
    await writeFile(envFile(), 'A=1\n');
    await exportNow();
    test.vault.projects.unbind(targetId, 'OPENAI_API_KEY');
    expect(await exportNow()).toMatchObject({ file: '.env', written: 0, removed: 1 });
    expect(await readFile(envFile(), 'utf8')).toBe('A=1\n');
    test.vault.projects.bind(targetId, keyId, 'OPENAI_API_KEY');
    await exportNow();
    await writeFile(envFile(), 'A=1\nOPENAI_API_KEY=by-hand\n');
    test.vault.projects.unbind(targetId, 'OPENAI_API_KEY');
    expect(await exportNow()).toMatchObject({ file: '.env', written: 0, removed: 0 });
    expect(await readFile(envFile(), 'utf8')).toBe('A=1\nOPENAI_API_KEY=by-hand\n');
    expect(test.vault.projects.list().find(({ id }) => id === projectId)?.targets[0]?.bindings).toEqual([]);
  });

  it('leaves an unbinding made while it wrote, and takes the line out next time', async () => {
    await exportNow();
    await test.vault.rotation.rotate(keyId, someValue('b'));
    const write = test.ports.files.write;
    Object.assign(test.ports.files, {
      write: async (...args: Parameters<typeof write>) => {
        await write(...args);
        test.vault.projects.unbind(targetId, 'OPENAI_API_KEY');
      },
    });
    await exportNow();
    Object.assign(test.ports.files, { write });
    const target = test.vault.projects.list().find(({ id }) => id === projectId)?.targets[0];
    expect(target?.bindings.filter(({ keyId: bound }) => bound !== null)).toEqual([]);
    expect(await exportNow()).toMatchObject({ file: '.env', written: 0, removed: 1 });
  });

  it('counts what is pending: after a rotation the file no longer holds what the vault would write', async () => {
    const pending = () => test.vault.projects.list().find(({ id }) => id === projectId)?.targets[0]?.pending;
    expect(pending()).toBe(1);
    await exportNow();
    expect(pending()).toBe(0);
    await test.vault.rotation.rotate(keyId, someValue('b'));
    expect(pending()).toBe(1);
  });
});

describe('an export without a preview, as from the tray', () => {
  it('asks before it touches a line that Clavis did not write', async () => {
    await writeFile(envFile(), 'OPENAI_API_KEY=by-hand\n');
    await expect(test.vault.writing.project(projectId)).rejects.toMatchObject({ code: 'NOT_CONFIRMED' });
    expect(await readFile(envFile(), 'utf8')).toBe('OPENAI_API_KEY=by-hand\n');
    const line = { envVar: 'OPENAI_API_KEY', change: 'changed', key: expect.stringMatching(/^Key/), foreign: true };
    expect(test.consent.writes.at(-1)?.files).toMatchObject([{ file: '.env', lines: [line] }]);
    test.consent.agrees = true;
    await test.vault.writing.project(projectId);
    expect(parse(await readFile(envFile()))).toEqual({ OPENAI_API_KEY: value() });
  });

  it('writes nothing when a key was rotated while the question was open', async () => {
    await writeFile(envFile(), 'OPENAI_API_KEY=by-hand\n');
    const { askWrite } = test.consent;
    test.consent.agrees = true;
    test.consent.askWrite = async (question) => {
      await test.vault.rotation.rotate(keyId, someValue('b'));
      return askWrite(question);
    };
    await expect(test.vault.writing.project(projectId)).rejects.toMatchObject({ code: 'PREVIEW_UNKNOWN' });
    test.consent.askWrite = askWrite;
    expect(await readFile(envFile(), 'utf8')).toBe('OPENAI_API_KEY=by-hand\n');
  });

  it('renews its own lines after a rotation without a question', async () => {
    await exportNow();
    test.consent.asked.length = 0;
    await test.vault.rotation.rotate(keyId, someValue('b'));
    await test.vault.writing.project(projectId);
    expect(parse(await readFile(envFile()))).toEqual({ OPENAI_API_KEY: someValue('b').reveal() });
    expect(test.consent.asked).toEqual([]);
  });
});

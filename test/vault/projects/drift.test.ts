import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'dotenv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Secret } from '../../../electron/vault/secret.ts';
import { makeGitProject } from '../../support/git-project.ts';
import { openTestVault, someFields, someValue, type TestVault, writeAgreed } from '../../support/test-vault.ts';
import { toldError } from '../../support/told-error.ts';
import { everything } from '../../support/write-choices.ts';

let test: TestVault;
let keyId: string;
beforeAll(async () => {
  test = await openTestVault();
  keyId = (await test.vault.keys.add(someFields, someValue('a'))).id;
});
afterAll(() => test.stop());

/** A linked folder with the key bound to A_KEY in its .env. */
async function linkAndBind(root: string): Promise<string> {
  const targetId = (await test.vault.projects.link(root)).targets[0]?.id ?? '';
  test.vault.projects.bind(targetId, keyId, 'A_KEY');
  return targetId;
}

const exportNow = (targetId: string) => writeAgreed(test, targetId);

const driftOf = async (targetId: string) => (await test.vault.drift.all()).find((one) => one.targetId === targetId);

/** The person agrees that the value before last goes. */
async function rotateAgain(value: Secret): Promise<void> {
  test.consent.agrees = true;
  await test.vault.rotation.rotate(keyId, value);
  test.consent.agrees = false;
}

describe('drift', () => {
  it('says by which side a file differs: not written, same, edited, rotated, missing line, missing file', async () => {
    const root = path.join(test.folder, 'sides');
    const file = path.join(root, '.env');
    await mkdir(root);
    const targetId = await linkAndBind(root);
    const state = async () => (await driftOf(targetId))?.variables[0]?.state;
    expect(await state()).toBe('new');
    await exportNow(targetId);
    expect(await state()).toBe('same');
    await writeFile(file, 'A_KEY=by-hand\n');
    expect(await state()).toBe('edited');
    await exportNow(targetId);
    await rotateAgain(someValue('b'));
    expect(await state()).toBe('rotated');
    await exportNow(targetId);
    await writeFile(file, 'OTHER=1\n');
    expect(await state()).toBe('missing');
    await rm(file);
    expect(await driftOf(targetId)).toMatchObject({ file: 'missing', variables: [{ state: 'missing' }] });
    await mkdir(file);
    expect(await driftOf(targetId)).toMatchObject({ file: null, error: { code: 'TARGET_NOT_A_FILE' } });
  });
});

describe('an export of everything', () => {
  it('writes each target on its own: one that fails is reported, and the rest go on', async () => {
    const roots = ['fine', 'edited', 'gone'].map((name) => path.join(test.folder, name));
    for (const root of roots) await mkdir(root);
    const [fine = '', edited = '', gone = ''] = roots;
    for (const root of roots) await exportNow(await linkAndBind(root));
    const tracked = makeGitProject({ files: { '.env': 'A_KEY=old\n' }, commit: true });
    const trackedTarget = await linkAndBind(tracked.root);
    await rotateAgain(someValue('c'));
    await writeFile(path.join(edited, '.env'), 'A_KEY=by-hand\n');
    await rm(gone, { recursive: true });

    test.consent.agrees = true;
    test.consent.chooses = (line, file) => (line.foreign ? null : everything(line, file));
    const outcomes = await test.vault.writing.all();
    Object.assign(test.consent, { agrees: false, chooses: everything });
    const ends = Object.fromEntries(outcomes.map(({ project, error, written }) => [project, error ?? written]));
    expect(ends).toMatchObject({
      fine: 1,
      gone: { code: 'FOLDER_GONE' },
    });
    expect(outcomes.find((one) => one.targetId === trackedTarget)?.error).toMatchObject({ code: 'TARGET_TRACKED' });
    expect(parse(await readFile(path.join(fine, '.env')))).toEqual({ A_KEY: someValue('c').reveal() });
    expect(await readFile(path.join(edited, '.env'), 'utf8')).toBe('A_KEY=by-hand\n');
    expect(await readFile(path.join(tracked.root, '.env'), 'utf8')).toBe('A_KEY=old\n');
    tracked.remove();
  });
});

describe('what git would commit', () => {
  it('is refused: tracked always, exposed until it is ignored or the person says that git has no say', async () => {
    const project = makeGitProject({ files: { '.env': 'X=1\n' }, commit: true });
    const targetId = await linkAndBind(project.root);
    const tryExport = () => writeAgreed(test, targetId);
    await expect(tryExport()).rejects.toMatchObject({ code: 'TARGET_TRACKED' });

    project.git(['rm', '--cached', '--quiet', '.env']);
    expect((await test.vault.exporting.preview(targetId)).git).toMatchObject({ kind: 'exposed', line: '/.env' });
    await expect(tryExport()).rejects.toMatchObject({ code: 'TARGET_NOT_IGNORED' });

    await expect(test.vault.exporting.leaveOutsideGit(targetId)).rejects.toMatchObject({ code: 'NOT_CONFIRMED' });
    await expect(tryExport()).rejects.toMatchObject({ code: 'TARGET_NOT_IGNORED' });
    test.consent.agrees = true;
    expect((await test.vault.exporting.leaveOutsideGit(targetId)).git).toEqual({ kind: 'safe', why: 'outside-git' });
    test.consent.agrees = false;
    await tryExport();

    project.git(['add', '--force', '.env']);
    await rotateAgain(someValue('d'));
    await expect(tryExport()).rejects.toMatchObject({ code: 'TARGET_TRACKED' });
    project.remove();
  });

  it('is not told of a folder that another system keeps: it is refused until the person says so, asked by its name', async () => {
    const root = path.join(test.folder, 'kept-by-mercurial');
    await mkdir(path.join(root, '.hg'), { recursive: true });
    const targetId = await linkAndBind(root);
    expect((await test.vault.exporting.preview(targetId)).git).toMatchObject({ kind: 'unknown', system: 'Mercurial' });
    expect(await toldError(exportNow(targetId))).toMatchObject({
      code: 'TARGET_IN_OTHER_SYSTEM',
      message: expect.stringContaining('Let .hgignore name the file'),
    });
    test.consent.agrees = true;
    await test.vault.exporting.leaveOutsideGit(targetId);
    test.consent.agrees = false;
    expect(test.consent.asked.at(-1)).toBe('Write keys to this file although Mercurial may commit it?');
    await exportNow(targetId);
    expect(parse(await readFile(path.join(root, '.env')))).toHaveProperty('A_KEY');
  });

  it.each(['gitignore', 'exclude'] as const)('is allowed once its line is in the %s', async (place) => {
    const project = makeGitProject({ files: { 'index.js': '' }, commit: true });
    const targetId = await linkAndBind(project.root);
    await expect(test.vault.exporting.ignore(targetId, place)).rejects.toMatchObject({ code: 'PREVIEW_UNKNOWN' });
    await test.vault.exporting.preview(targetId);
    expect((await test.vault.exporting.ignore(targetId, place)).git).toEqual({ kind: 'safe', why: 'ignored' });
    await exportNow(targetId);
    expect(project.git(['status', '--porcelain', '--', '.env']).trim()).toBe('');
    project.remove();
  });
});

import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTakenOverPage, type TakenOverPage, writeByPage } from '../support/taken-over-page.ts';
import { openTestVault, type TestVault } from '../support/test-vault.ts';

let test: TestVault;
let page: TakenOverPage;
let root: string;
let projectId: string;
let targetIds: string[];
let keyId: string;
let count = 0;

const value = 'a-token-of-the-attackers-own';

beforeAll(async () => {
  test = await openTestVault();
  page = openTakenOverPage(test);
});
afterAll(async () => {
  await test.stop();
});

beforeEach(async () => {
  count += 1;
  test.consent.agrees = false;
  test.consent.writes.length = 0;
  root = path.join(test.folder, `project-${count}`);
  await mkdir(root);
  await writeFile(path.join(root, '.env'), 'API_TOKEN=the-persons-own\n');
  await writeFile(path.join(root, '.env.local'), '');
  const project = await test.vault.projects.link(root);
  projectId = project.id;
  targetIds = project.targets.map(({ id }) => id);
  const key = await page.get('keys.add', {
    ...{ name: `Key ${count}`, provider: '', envVar: 'A_KEY', copyPolicy: 'once', rotateEveryDays: null },
    ...{ note: '', tags: [], value: `${value}-${count}` },
  });
  keyId = key.id;
});

const target = (at: number) => targetIds[at] ?? '';
const bind = (at: number, envVar: string) => page.get('projects.bind', { targetId: target(at), keyId, envVar });
const textOf = (file: string) => readFile(path.join(root, file), 'utf8');
const refused = { ok: false, error: { code: 'NOT_CONFIRMED' } };

/** The files of this test's project in each question. */
const asked = () =>
  test.consent.writes.flatMap(({ files }) => files.filter(({ project }) => project === `project-${count}`));

const write = (at: number) => writeByPage(page, target(at));
/** How the write of everything ended for a file of this test. */
const writeAll = async (at: number) =>
  (await page.get('projects.writeAll', {})).find(({ targetId }) => targetId === target(at));

describe('the palette’s page writes by itself', () => {
  it.each(['API_KEY', 'STRIPE_SECRET_KEY', 'DB_PASSWORD', 'NPM_TOKEN'])(
    'a new line for %s, which says that it is a secret',
    async (envVar) => {
      await bind(1, envVar);
      expect(await write(1)).toMatchObject({ ok: true, value: { written: 1 } });
      expect(test.consent.writes).toEqual([]);
    },
  );

  it('its own lines again after a rotation', async () => {
    await bind(1, 'API_KEY');
    await write(1);
    await page.get('keys.rotate', { id: keyId, value: `${value}-next-${count}` });
    expect(await write(1)).toMatchObject({ ok: true, value: { written: 1 } });
    expect(await textOf('.env.local')).toContain(`next-${count}`);
    expect(test.consent.writes).toEqual([]);
  });
});

describe('a page does not write by itself', () => {
  it('over a line that Clavis did not write', async () => {
    await bind(0, 'API_TOKEN');
    expect(await write(0)).toMatchObject(refused);
    expect(await textOf('.env')).toBe('API_TOKEN=the-persons-own\n');
    expect(test.consent.writes).toEqual([
      {
        purpose: 'write',
        leaving: null,
        files: [
          {
            project: `project-${count}`,
            file: '.env',
            root,
            exists: true,
            git: 'no-repository',
            blocked: null,
            lines: [
              {
                envVar: 'API_TOKEN',
                change: 'changed',
                state: 'new',
                key: `Key ${count}`,
                keyBefore: null,
                keyAt: 0,
                there: { last4: null, holds: 'value' },
                last4: `own-${count}`.slice(-4),
                currentSince: test.clock.now(),
                foreign: true,
                repeated: false,
                note: null,
                couldRun: false,
                misreadBy: [],
                blocked: null,
                take: { valueAt: 0, erases: null },
              },
            ],
          },
        ],
      },
    ]);
  });

  it.each([
    ['COMPANY_NAME', 'ordinary'],
    ['OPENAI_BASE_URL', 'steering'],
    ['NEXT_PUBLIC_API_KEY', 'public'],
  ])('a new line for %s, whose name is %s', async (envVar, note) => {
    await bind(1, envVar);
    expect(await write(1)).toMatchObject(refused);
    expect(await textOf('.env.local')).toBe('');
    expect(test.consent.writes[0]?.files[0]?.lines).toMatchObject([{ envVar, change: 'added', foreign: false, note }]);
  });

  it('by the export of everything, or from the palette', async () => {
    await bind(0, 'API_TOKEN');
    await bind(1, 'LOG_LEVEL');
    expect(await page.call('projects.writeAll', {})).toMatchObject(refused);
    expect(await page.call('keys.writeFiles', { id: keyId })).toMatchObject(refused);
    const told = await page.call('palette.export', { targetId: target(1) });
    expect(told).toMatchObject({ ok: false, error: { code: 'EXPORT_NEEDS_REVIEW' } });
    expect([await textOf('.env'), await textOf('.env.local')]).toEqual(['API_TOKEN=the-persons-own\n', '']);
  });

  it('a line away that it unbound itself, from the palette or the tray', async () => {
    test.consent.agrees = true;
    await bind(1, 'API_TOKEN');
    expect(await write(1)).toMatchObject({ ok: true, value: { written: 1 } });
    const held = await textOf('.env.local');
    expect(await page.call('projects.unbind', { targetId: target(1), envVar: 'API_TOKEN' })).toMatchObject({
      ok: true,
    });
    const told = await page.call('palette.export', { targetId: target(1) });
    expect(told).toMatchObject({ ok: false, error: { code: 'EXPORT_NEEDS_REVIEW' } });
    test.consent.agrees = false;
    const project = test.vault.projects.list().find((one) => one.root === root);
    await expect(test.vault.writing.project(project?.id ?? '')).rejects.toMatchObject({ code: 'NOT_CONFIRMED' });
    expect(await textOf('.env.local')).toBe(held);
  });

  it('what was bound while the person was asked', async () => {
    await bind(1, 'LOG_LEVEL');
    test.consent.agrees = true;
    const told = await meanwhile(() => bind(1, 'HTTP_TARGET'));
    expect(told).toMatchObject({ ok: true, value: { written: 1, error: null } });
    expect(await textOf('.env.local')).toContain('LOG_LEVEL=');
    expect(await textOf('.env.local')).not.toContain('HTTP_TARGET');
  });

  it('a value that its key got while the person was asked', async () => {
    await bind(1, 'LOG_LEVEL');
    test.consent.agrees = true;
    const told = await meanwhile(() => page.get('keys.rotate', { id: keyId, value: `${value}-meanwhile-${count}` }));
    expect(told).toMatchObject({ error: { code: 'PREVIEW_UNKNOWN' } });
    expect(await textOf('.env.local')).toBe('');
  });

  /** Writes the second file, while whose question the page does this. */
  async function meanwhile(work: () => Promise<unknown>) {
    const { askWrite } = test.consent;
    test.consent.askWrite = async (question) => {
      await work();
      return askWrite(question);
    };
    const told = await page.call('projects.writeFile', { targetId: target(1) });
    test.consent.askWrite = askWrite;
    return told;
  }
});

describe('a line of the person’s that was imported', () => {
  /** Imports the line, which makes a key of its value, and gives that key another value. */
  async function importAndRotate(): Promise<void> {
    const scan = await page.get('projects.scanImport', { targetId: target(0) });
    await page.get('projects.takeImport', { importId: scan.importId, names: ['API_TOKEN'] });
    const bound = (await page.get('projects.list', {})).find(({ id }) => id === projectId)?.targets[0]?.bindings[0];
    await page.get('keys.rotate', { id: bound?.keyId ?? '', value: `${value}-over-it-${count}` });
  }

  it('gets no other value by a page alone, in whatever way it is written', async () => {
    await importAndRotate();
    expect(await write(0)).toMatchObject(refused);
    expect(await page.call('projects.writeAll', {})).toMatchObject(refused);
    expect(await page.call('palette.export', { targetId: target(0) })).toMatchObject({
      error: { code: 'EXPORT_NEEDS_REVIEW' },
    });
    expect(await textOf('.env')).toBe('API_TOKEN=the-persons-own\n');
    expect(asked()).toMatchObject([
      { file: '.env', lines: [{ envVar: 'API_TOKEN', change: 'changed', foreign: true }] },
      { file: '.env', lines: [{ envVar: 'API_TOKEN', change: 'changed', foreign: true }] },
    ]);
  });

  it('is not Clavis’ own by being imported again, unbound and bound again', async () => {
    await importAndRotate();
    const { importId } = await page.get('projects.scanImport', { targetId: target(0) });
    await page.get('projects.takeImport', { importId, names: ['API_TOKEN'] });
    await page.get('projects.unbind', { targetId: target(0), envVar: 'API_TOKEN' });
    await bind(0, 'API_TOKEN');
    expect(await write(0)).toMatchObject(refused);
    expect(await textOf('.env')).toBe('API_TOKEN=the-persons-own\n');
  });

  it('takes the key’s later values without a question once the person agreed', async () => {
    await importAndRotate();
    test.consent.agrees = true;
    expect(await write(0)).toMatchObject({ ok: true, value: { written: 1 } });
    const listed = (await page.get('projects.list', {})).find(({ id }) => id === projectId);
    const id = listed?.targets[0]?.bindings[0]?.keyId ?? '';
    // Asks, too: the value before could be returned to.
    await page.get('keys.rotate', { id, value: `${value}-third-${count}` });
    test.consent.agrees = false;
    test.consent.writes.length = 0;
    expect(await write(0)).toMatchObject({ ok: true, value: { written: 1 } });
    expect(await textOf('.env')).toBe(`API_TOKEN=${value}-third-${count}\n`);
    expect(asked()).toEqual([]);
  });
});

describe('the question', () => {
  it('is one for a write of everything, with every file', async () => {
    await bind(0, 'API_TOKEN');
    await bind(1, 'API_KEY');
    test.consent.agrees = true;
    expect(await writeAll(0)).toMatchObject({ written: 1, error: null });
    expect(test.consent.writes).toHaveLength(1);
    expect(asked().map(({ file }) => file)).toEqual(['.env', '.env.local']);
    expect(await textOf('.env')).toBe(`API_TOKEN=${value}-${count}\n`);
  });

  it('shows a line that can’t be written with the reason, and the others are written', async () => {
    await bind(0, 'API_TOKEN');
    const other = path.join(test.folder, `other-${count}`);
    await mkdir(other);
    await writeFile(path.join(other, '.env.docker'), 'API_TOKEN=another-of-the-persons\n');
    const linked = await test.vault.projects.link(other);
    const unwritable = linked.targets.find(({ file }) => file === '.env.docker')?.id ?? '';
    const lines = await page.get('keys.add', {
      ...{ name: `Lines ${count}`, provider: '', envVar: 'A_KEY', copyPolicy: 'once', rotateEveryDays: null },
      ...{ note: '', tags: [], value: `two\nlines-${count}` },
    });
    await page.get('projects.bind', { targetId: unwritable, keyId: lines.id, envVar: 'API_TOKEN' });
    test.consent.agrees = true;
    expect(await writeAll(0)).toMatchObject({ written: 1, error: null });
    expect(test.consent.writes).toHaveLength(1);
    const shown = test.consent.writes[0]?.files.find(({ root: of }) => of === other);
    expect(shown).toMatchObject({ blocked: null, lines: [{ blocked: { code: 'VALUE_UNWRITABLE' } }] });
    expect(await readFile(path.join(other, '.env.docker'), 'utf8')).toBe('API_TOKEN=another-of-the-persons\n');
  });

  it('is one for all files of a project, with every line, and one answer writes them all', async () => {
    await bind(0, 'API_TOKEN');
    await bind(1, 'LOG_LEVEL');
    await bind(1, 'API_KEY');
    test.consent.agrees = true;
    await test.vault.writing.project(projectId);
    expect(test.consent.writes).toHaveLength(1);
    expect(test.consent.writes[0]?.files.map(({ file, lines }) => [file, lines.map(({ envVar }) => envVar)])).toEqual([
      ['.env', ['API_TOKEN']],
      ['.env.local', ['LOG_LEVEL', 'API_KEY']],
    ]);
    expect(await textOf('.env')).toBe(`API_TOKEN=${value}-${count}\n`);
    expect(await textOf('.env.local')).toContain('LOG_LEVEL=');
  });

  it('is not put again to the palette for what was agreed to and written', async () => {
    await bind(1, 'LOG_LEVEL');
    test.consent.agrees = true;
    await write(1);
    test.consent.agrees = false;
    await page.get('keys.rotate', { id: keyId, value: `${value}-next-${count}` });
    expect(await write(1)).toMatchObject({ ok: true, value: { written: 1 } });
    expect(test.consent.writes).toHaveLength(1);
  });
});

describe('a line that was imported stays the person’s', () => {
  const theirs = 'sk_person_own_0123456789abcdefABCDEF';

  async function importLine(file: string): Promise<{ targetId: string; keyId: string }> {
    await writeFile(path.join(root, file), `A_SECRET=${theirs}-${count}\n`);
    const targetId = await targetOf(file);
    const { importId } = await page.get('projects.scanImport', { targetId });
    const { project } = await page.get('projects.takeImport', { importId, names: ['A_SECRET'] });
    const found = project.targets.find(({ id }) => id === targetId)?.bindings[0]?.keyId;
    return { targetId, keyId: found ?? '' };
  }

  async function targetOf(file: string): Promise<string> {
    const find = async () => (await page.get('projects.list', {})).find(({ id }) => id === projectId)?.targets;
    const there = (await find())?.find((one) => one.file === file);
    if (there !== undefined) return there.id;
    const candidates = await page.get('projects.candidates', { projectId });
    const candidateId = candidates.find((one) => one.file === file)?.candidateId ?? '';
    await page.get('projects.addTarget', { projectId, candidateId });
    return (await find())?.find((one) => one.file === file)?.id ?? '';
  }

  const writeTo = (targetId: string) => writeByPage(page, targetId);

  const recipe = { kind: 'bytes', bytes: 32, encoding: 'hex' } as const;

  it('though the file was forgotten, added again, and an export had nothing to write', async () => {
    const line = await importLine('.env');
    await page.get('projects.removeTarget', { targetId: line.targetId });
    const targetId = await targetOf('.env');
    await page.get('projects.bind', { targetId, keyId: line.keyId, envVar: 'A_SECRET' });
    expect(await writeTo(targetId)).toMatchObject({ ok: true, value: { written: 0 } });
    await page.get('keys.rotateGenerated', { id: line.keyId, recipe });
    expect(await writeTo(targetId)).toEqual(expect.objectContaining({ ok: false }));
    expect(await textOf('.env')).toContain(theirs);
  });

  it('in another file that holds the same value, after an export of everything', async () => {
    const { keyId: imported } = await importLine('.env');
    await writeFile(path.join(root, '.env.local'), `A_SECRET=${theirs}-${count}\n`);
    await page.get('projects.bind', { targetId: await targetOf('.env.local'), keyId: imported, envVar: 'A_SECRET' });
    await page.call('projects.writeAll', {});
    await page.get('keys.rotateGenerated', { id: imported, recipe });
    for (const file of ['.env', '.env.local']) await writeTo(await targetOf(file));
    await page.call('projects.writeAll', {});
    expect(await textOf('.env.local')).toContain(theirs);
    expect(await textOf('.env')).toContain(theirs);
  });

  it('though a write failed while its folder was away', async () => {
    await mkdir(path.join(root, 'app'));
    const { targetId } = await importLine('app/.env');
    await rename(path.join(root, 'app'), path.join(root, 'elsewhere'));
    expect(await page.callAsPalette('palette.export', { targetId })).toMatchObject({
      ok: false,
      error: { code: 'TARGET_UNWRITABLE' },
    });
    await rename(path.join(root, 'elsewhere'), path.join(root, 'app'));
    await page.get('projects.unbind', { targetId, envVar: 'A_SECRET' });
    expect(await writeTo(targetId)).toEqual(expect.objectContaining({ ok: false }));
    expect(await textOf('app/.env')).toContain(theirs);
  });
});

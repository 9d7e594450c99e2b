import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, symlink, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dialects, fileKind } from '../../electron/envfile/index.ts';
import { emptyPicks, openTakenOverPage, type TakenOverPage, writeByPage } from '../support/taken-over-page.ts';
import { openTestVault, type TestVault } from '../support/test-vault.ts';
import { emptyTrash } from '../support/trash.ts';

let test: TestVault;
let page: TakenOverPage;
let root: string;
let count = 0;

beforeAll(async () => {
  test = await openTestVault();
  page = openTakenOverPage(test, { dialogs: { ...emptyPicks, pickFile: async () => path.join(root, picked) } });
});
afterAll(async () => {
  await test.stop();
});

let picked = '';

beforeEach(async () => {
  count += 1;
  root = path.join(test.folder, `project-${count}`);
  await mkdir(root);
});
afterEach(() => {
  test.consent.agrees = false;
  test.consent.asked.length = 0;
  test.consent.writes.length = 0;
});

const fields = {
  provider: '',
  envVar: 'A_KEY',
  copyPolicy: 'once',
  rotateEveryDays: null,
  note: '',
  tags: [],
} as const;

async function addKey(value: string): Promise<string> {
  const key = await page.get('keys.add', { ...fields, tags: [], name: `Key ${count} ${value.length}`, value });
  return key.id;
}

/** Links the folder with this one env file in it; gives the target's id. */
async function link(file: string, content: string): Promise<string> {
  await writeFile(path.join(root, file), content);
  const project = await test.vault.projects.link(root);
  const found = project.targets.find((target) => target.file === file);
  if (found !== undefined) return found.id;
  picked = file;
  const added = await page.get('projects.pickTarget', { projectId: project.id });
  return added?.targets.find((target) => target.file === file)?.id ?? '';
}

const write = (targetId: string) => writeByPage(page, targetId);

const textOf = (file: string) => readFile(path.join(root, file), 'utf8');

describe('a file that shells source', () => {
  it.each(['.envrc', '.env.sh', 'work.bashrc', '.env.docker.sh', 'deploy.ENVRC', '.zshenv', '.profile'])(
    '%s runs nothing of a value, whatever format the page asks for',
    async (file) => {
      const targetId = await link(file, '# mine\n');
      const marker = path.join(root, 'ran');
      await page.get('projects.bind', {
        targetId,
        keyId: await addKey(`x; touch ${marker} # $(touch ${marker})`),
        envVar: 'A_KEY',
      });
      test.consent.agrees = true;
      for (const dialect of dialects.filter((one) => one !== 'shell')) {
        const turned = await page.call('projects.setTarget', { targetId, dialect, expands: false });
        expect(turned).toMatchObject({ ok: false, error: { code: 'TARGET_FOR_SHELLS' } });
      }
      expect(await write(targetId)).toMatchObject({ ok: true });
      execFileSync('bash', ['--norc', '-c', '. "$0"', path.join(root, file)], { cwd: root, env: {} });
      expect(existsSync(marker)).toBe(false);
    },
  );

  it('that an older vault kept in another format is not written any more', async () => {
    const targetId = await link('.envrc', '');
    const target = test.ports.store.targets.find(targetId);
    if (target === null) throw new Error('the target is not there');
    test.ports.store.targets.update({ ...target, dialect: 'docker' });
    await page.get('projects.bind', { targetId, keyId: await addKey('x; touch ran'), envVar: 'A_KEY' });
    expect(await write(targetId)).toMatchObject({ ok: false, error: { code: 'TARGET_FOR_SHELLS' } });
    expect(await textOf('.envrc')).toBe('');
    expect(await page.call('projects.setTarget', { targetId, dialect: 'shell', expands: false })).toMatchObject({
      ok: true,
    });
    // The shell format quotes it well; what else reads the file might not.
    test.consent.agrees = true;
    expect(await write(targetId)).toMatchObject({ ok: true });
  });

  it.each(['.env.fish', '.env.csh'])(
    '%s is of a shell with other quotes: not found as env file, and not written in an older vault’s project',
    async (file) => {
      await writeFile(path.join(root, file), '');
      const { id: projectId, targets } = await test.vault.projects.link(root);
      expect(targets.map((target) => target.file)).not.toContain(file);
      const target = {
        id: `old-${count}`,
        projectId,
        file,
        dialect: 'shell',
        expands: false,
        outsideGit: false,
      } as const;
      test.ports.store.targets.insert(target);
      await page.get('projects.bind', {
        targetId: target.id,
        keyId: await addKey('ends-in-a-backslash\\'),
        envVar: 'A_KEY',
      });
      test.consent.agrees = true;
      expect(await write(target.id)).toMatchObject({ ok: false, error: { code: 'TARGET_IS_PROGRAM' } });
      expect(await textOf(file)).toBe('');
    },
  );

  it.each([
    'config.py',
    'run.bat',
    'profile.ps1',
    'Makefile',
    '.gitconfig',
    '.npmrc',
    'app.desktop',
    '.env.fish',
    'env.csh',
    '.login',
  ])('%s is a program or its settings, and no env file at all', async (file) => {
    expect(fileKind(file)).toBe('program');
    await writeFile(path.join(root, file), '');
    const project = await test.vault.projects.link(root);
    picked = file;
    const answer = await page.call('projects.pickTarget', { projectId: project.id });
    expect(answer).toMatchObject({ ok: false, error: { code: 'TARGET_IS_PROGRAM' } });
  });
});

describe('lines that Clavis did not write', () => {
  const content = '# mine\nAPI_TOKEN=from-before-clavis-came # keep\nDEBUG=false-of-the-person\n';

  /** Imports these variables of the file, which makes keys of their values. */
  async function imported(names: string[], text = content): Promise<string> {
    const targetId = await link('.env', text);
    const { importId } = await page.get('projects.scanImport', { targetId });
    await page.get('projects.takeImport', { importId, names });
    return targetId;
  }

  it('are not removed by import, unbind and export', async () => {
    const targetId = await imported(['API_TOKEN', 'DEBUG']);
    await page.get('projects.unbind', { targetId, envVar: 'API_TOKEN' });
    await page.get('projects.unbind', { targetId, envVar: 'DEBUG' });
    expect(await write(targetId)).toMatchObject({ ok: false, error: { code: 'NOT_CONFIRMED' } });
    expect(await page.call('projects.writeAll', {})).toMatchObject({ ok: false, error: { code: 'NOT_CONFIRMED' } });
    expect(await textOf('.env')).toBe(content);
    // Once by the write of this file, once by the write of everything.
    expect(test.consent.writes).toHaveLength(2);
    for (const { files } of test.consent.writes) {
      expect(files.find(({ root: of }) => of === root)?.lines).toMatchObject([
        { envVar: 'API_TOKEN', change: 'removed', foreign: true },
        { envVar: 'DEBUG', change: 'removed', foreign: true },
      ]);
    }
  });

  it('are not removed by deleting the key that they were imported as', async () => {
    const targetId = await imported(['API_TOKEN']);
    const [binding] =
      (await page.get('projects.list', {})).flatMap(({ targets }) => targets).find(({ id }) => id === targetId)
        ?.bindings ?? [];
    await page.get('keys.delete', { id: binding?.keyId ?? '' });
    expect(await write(targetId)).toMatchObject({ ok: true, value: { written: 0, removed: 0 } });
    await emptyTrash(test);
    expect(await write(targetId)).toMatchObject({ ok: true, value: { written: 0, removed: 0 } });
    expect(await textOf('.env')).toBe(content);
  });

  it('are not given another key’s value by way of an import', async () => {
    const targetId = await imported(['API_TOKEN']);
    await page.get('projects.unbind', { targetId, envVar: 'API_TOKEN' });
    await page.get('projects.bind', {
      targetId,
      keyId: await addKey('a-token-of-the-attackers-own'),
      envVar: 'API_TOKEN',
    });
    expect(await write(targetId)).toMatchObject({ ok: false, error: { code: 'NOT_CONFIRMED' } });
    expect(await textOf('.env')).toBe(content);
  });

  it('are not changed by rotating what was imported, where programs act on the variable', async () => {
    const targetId = await imported(['DEBUG']);
    const keyId = (await page.get('projects.list', {}))
      .flatMap(({ targets }) => targets)
      .find(({ id }) => id === targetId)?.bindings[0]?.keyId;
    await page.get('keys.rotate', { id: keyId ?? '', value: 'true-says-the-attacker' });
    expect(await write(targetId)).toMatchObject({ ok: false, error: { code: 'NOT_CONFIRMED' } });
    expect(await textOf('.env')).toBe(content);
  });

  it('are not taken over by guessing what they hold', async () => {
    const targetId = await link('.env', content);
    const keyId = await addKey('false-of-the-person');
    await page.get('projects.bind', { targetId, keyId, envVar: 'DEBUG' });
    await write(targetId);
    await page.get('keys.rotate', { id: keyId, value: 'true-says-the-attacker' });
    expect(await write(targetId)).toMatchObject({ ok: false, error: { code: 'NOT_CONFIRMED' } });
    await page.get('projects.unbind', { targetId, envVar: 'DEBUG' });
    expect(await write(targetId)).toMatchObject({ ok: false });
    expect(await textOf('.env')).toBe(content);
  });

  it('that are hidden behind a later line of the same name do not go with it', async () => {
    const text = 'OTHER_KEY=the-persons-first\n';
    const targetId = await link('.env', text);
    const keyId = await addKey('a-token-of-the-attackers-own');
    await page.get('projects.bind', { targetId, keyId, envVar: 'A_KEY' });
    expect(await write(targetId)).toMatchObject({ ok: true });
    await writeFile(path.join(root, '.env'), `A_KEY=the-persons-own\n${await textOf('.env')}`);
    await page.get('projects.unbind', { targetId, envVar: 'A_KEY' });
    expect(await write(targetId)).toMatchObject({ ok: false, error: { code: 'NOT_CONFIRMED' } });
    expect(await textOf('.env')).toContain('A_KEY=the-persons-own');
  });

  it('of a key in blocks are not cut apart by a format without quotes', async () => {
    const pem = '-----BEGIN PRIVATE KEY-----\nQx7Jq9zXzJQx7Jq9zXzJQx\nZZ93jXq==\n-----END PRIVATE KEY-----';
    const text = `A_KEY='${pem}'\n`;
    const targetId = await link('.env.docker', text);
    await page.get('projects.bind', { targetId, keyId: await addKey('a-token-of-the-attackers-own'), envVar: 'A_KEY' });
    test.consent.agrees = true;
    expect(await write(targetId)).toMatchObject({ ok: false, error: { code: 'TARGET_UNPARSABLE' } });
    expect(await textOf('.env.docker')).toBe(text);
  });

  it('are changed and removed once the person agreed', async () => {
    const targetId = await imported(['API_TOKEN', 'DEBUG']);
    test.consent.agrees = true;
    await page.get('projects.unbind', { targetId, envVar: 'DEBUG' });
    expect(await write(targetId)).toMatchObject({ ok: true, value: { removed: 1 } });
    expect(await textOf('.env')).toBe('# mine\nAPI_TOKEN=from-before-clavis-came # keep\n');
  });
});

describe('a link to a program', () => {
  it('is no env file, whatever it is called', async () => {
    await writeFile(path.join(root, 'tool.py'), 'print("hello")\n');
    await symlink('tool.py', path.join(root, '.env'));
    const { id: projectId, targets } = await test.vault.projects.link(root);
    expect(targets).toEqual([]);
    expect(await page.get('projects.candidates', { projectId })).toEqual([]);
    picked = '.env';
    expect(await page.call('projects.pickTarget', { projectId })).toMatchObject({
      error: { code: 'TARGET_IS_PROGRAM' },
    });
  });

  it.each([
    ['tool.py', 'TARGET_IS_PROGRAM'],
    ['.envrc', 'TARGET_FOR_SHELLS'],
  ])('that takes an env file’s place later is not written: %s', async (name, code) => {
    await writeFile(path.join(root, '.env'), '');
    await writeFile(path.join(root, name), '');
    const { targets } = await test.vault.projects.link(root);
    const targetId = targets.find(({ file }) => file === '.env')?.id ?? '';
    const { id: keyId } = await page.get('keys.add', {
      ...fields,
      tags: [],
      name: `Link ${count}`,
      value: 'exit-0123456789abcdef',
    });
    await page.get('projects.bind', { targetId, keyId, envVar: 'A_TOKEN' });
    await unlink(path.join(root, '.env'));
    await symlink(name, path.join(root, '.env'));
    expect(await write(targetId)).toMatchObject({ error: { code } });
    expect(await readFile(path.join(root, name), 'utf8')).toBe('');
  });
});

import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeGitProject } from '../support/git-project.ts';
import { openTakenOverPage, type TakenOverPage, writeByPage } from '../support/taken-over-page.ts';
import { openTestVault, type TestVault } from '../support/test-vault.ts';

/** A folder that the person linked is a repository made to have a value committed, to run a program, or to hold Clavis up. */

let test: TestVault;
let page: TakenOverPage;
let root: string;
let count = 0;

const value = 'sk_live_0123456789abcdef_for_no_commit';
const env = {
  ...{ PATH: process.env['PATH'], HOME: '/nonexistent', GIT_CONFIG_NOSYSTEM: '1' },
  ...{ GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@b.c', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@b.c' },
};
const gitIn = (cwd: string, ...args: string[]): string => execFileSync('git', args, { cwd, env, encoding: 'utf8' });
const git = (...args: string[]): string => gitIn(root, ...args);

beforeAll(async () => {
  test = await openTestVault();
  page = openTakenOverPage(test);
});
afterAll(() => test.stop());
beforeEach(() => {
  count += 1;
  root = path.join(test.folder, `project-${count}`);
  mkdirSync(root);
});
afterEach(() => vi.unstubAllEnvs());

/** Links the folder, and binds a key in this file of it. */
async function bind(file: string): Promise<string> {
  const project = await test.vault.projects.link(root);
  const targetId = project.targets.find((target) => target.file === file)?.id ?? '';
  const { id: keyId } = await page.get('keys.add', {
    ...{ name: `Key ${count}`, provider: '', envVar: 'B_SECRET', copyPolicy: 'once', rotateEveryDays: null },
    ...{ note: '', tags: [], value: `${value}-${count}` },
  });
  await page.get('projects.bind', { targetId, keyId, envVar: 'B_SECRET' });
  return targetId;
}

const write = (targetId: string) => writeByPage(page, targetId);

const textOf = (file: string): string => readFileSync(path.join(root, file), 'utf8');

describe('a value is not written where git would commit it, though the repository says otherwise', () => {
  it('by a folder laid out as a git folder, which comes with an ordinary clone', async () => {
    const source = makeGitProject({
      commit: true,
      files: {
        'app/.env': 'A_SECRET=\n',
        'app/HEAD': 'ref: refs/heads/main\n',
        'app/config': '[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = .\n',
        'app/objects/.keep': '',
        'app/refs/heads/.keep': '',
        'app/info/exclude': '*\n',
      },
    });
    rmSync(root, { recursive: true });
    gitIn(test.folder, 'clone', '--quiet', source.root, root);
    source.remove();
    expect(await write(await bind('app/.env'))).toMatchObject({ ok: false });
    expect(textOf('app/.env')).not.toContain(value);
  });

  it('by a linked folder that is itself a git folder', async () => {
    git('init', '--quiet', '--bare', '.');
    git('config', 'core.bare', 'false');
    git('config', 'core.worktree', '.');
    writeFileSync(path.join(root, '.env'), 'A=1\n');
    expect(await write(await bind('.env'))).toMatchObject({ error: { code: 'GIT_FAILED' } });
    expect(textOf('.env')).toBe('A=1\n');
  });

  it('by a repository inside a folder that the outer one has files in', async () => {
    mkdirSync(path.join(root, 'inner'));
    git('init', '--quiet');
    writeFileSync(path.join(root, 'inner/README'), 'hello\n');
    git('add', '-A');
    git('commit', '--quiet', '-m', 'x');
    gitIn(path.join(root, 'inner'), 'init', '--quiet');
    gitIn(path.join(root, 'inner'), 'commit', '--quiet', '--allow-empty', '-m', 'x');
    writeFileSync(path.join(root, 'inner/.env'), '');
    const targetId = await bind('inner/.env');
    await page.call('projects.preview', { targetId });
    await page.call('projects.ignore', { targetId, where: 'exclude' });
    expect(await write(targetId)).toMatchObject({ error: { code: 'GIT_FAILED' } });
    expect(textOf('inner/.env')).toBe('');
  });

  it('by a .gitignore that is in the index alone', async () => {
    git('init', '--quiet');
    writeFileSync(path.join(root, '.gitignore'), '!.env\n');
    git('add', '-A');
    git('commit', '--quiet', '-m', 'x');
    git('update-index', '--skip-worktree', '.gitignore');
    rmSync(path.join(root, '.gitignore'));
    writeFileSync(path.join(root, '.git/info/exclude'), '.env\n');
    writeFileSync(path.join(root, '.env'), '');
    expect(await write(await bind('.env'))).toMatchObject({ error: { code: 'GIT_FAILED' } });
    expect(textOf('.env')).toBe('');
  });
});

it('worktrees next to each other in a bare repository are written to as any other', async () => {
  const source = makeGitProject({ commit: true, ignore: ['.env'] });
  gitIn(root, 'clone', '--quiet', '--bare', source.root, '.');
  source.remove();
  git('worktree', 'add', '--quiet', 'main');
  root = path.join(root, 'main');
  writeFileSync(path.join(root, '.env'), '');
  expect(await write(await bind('.env'))).toMatchObject({ ok: true, value: { written: 1 } });
});

it('git is given no program that it could start: neither its own parts, nor one on a path, nor a hook', async () => {
  git('init', '--quiet');
  // Of a file that is not there yet the repository's list tells nothing: all that git is ever asked is asked.
  writeFileSync(path.join(root, '.gitignore'), '.env\n');
  // A git that notes what it was given, and goes on as the real one.
  const bin = path.join(test.folder, `bin-${count}`);
  const noted = path.join(bin, 'noted');
  mkdirSync(bin);
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  writeFileSync(
    path.join(bin, 'git'),
    `#!/bin/sh\n/usr/bin/printf '%s\\n' "PATH=$PATH" "$@" >> ${noted}\nexec ${real} "$@"\n`,
  );
  chmodSync(path.join(bin, 'git'), 0o755);
  vi.stubEnv('PATH', `${bin}:${process.env['PATH']}`);
  await page.get('projects.preview', { targetId: await bind('.env') });
  const given = readFileSync(noted, 'utf8').split('\n');
  const named = (what: RegExp): string[] => given.flatMap((line) => what.exec(line)?.[1] ?? []);
  const searched = [named(/^PATH=(.*)$/), named(/^--exec-path=(.*)$/), named(/^core[.]hooksPath=(.*)$/)];
  // Each of the three, each time.
  const runs = searched[0]?.length ?? 0;
  expect(runs).toBeGreaterThanOrEqual(4);
  expect(searched.map(({ length }) => length)).toEqual([runs, runs, runs]);
  const folders = searched.flat();
  for (const folder of folders) {
    // Not even relative to where git runs: an empty path would be that folder.
    expect(path.isAbsolute(folder)).toBe(true);
    expect(() => statSync(folder)).toThrow(/ENOENT|ENOTDIR/);
  }
});

it('a repository that makes git wait holds nobody else up', async () => {
  const good = path.join(root, 'good');
  const hostile = path.join(root, 'hostile');
  const targets: string[] = [];
  for (const folder of [good, hostile]) {
    mkdirSync(folder);
    gitIn(folder, 'init', '--quiet');
    writeFileSync(path.join(folder, '.gitignore'), '.env*\n');
    for (const file of ['.env', '.env.local', '.env.test', '.env.staging', '.env.production', '.env.development'])
      writeFileSync(path.join(folder, file), '');
    const project = await test.vault.projects.link(folder);
    targets.push(...project.targets.map(({ id }) => id));
  }
  execFileSync('mkfifo', [path.join(hostile, '.git/index')]);
  expect(targets).toHaveLength(12);
  const waiting = targets.slice(6).map((targetId) => page.call('projects.preview', { targetId }));
  const began = performance.now();
  expect(await page.get('projects.preview', { targetId: targets[0] ?? '' })).toMatchObject({
    git: { kind: 'safe' },
  });
  // git is given ten seconds.
  expect(performance.now() - began).toBeLessThan(9_000);
  for (const told of await Promise.all(waiting))
    expect(told).toMatchObject({ ok: true, value: { git: { kind: 'unknown' } } });
});

import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type GitProject, makeGitProject } from '../support/git-project.ts';
import { openTakenOverPage, type TakenOverPage } from '../support/taken-over-page.ts';
import { openTestVault, type TestVault } from '../support/test-vault.ts';

let test: TestVault;
let page: TakenOverPage;
/** A repository of the person's that has nothing to do with the project. */
let victim: GitProject;
/** What the person linked; it came from somebody else, `.git` included. */
let hostile: GitProject;

beforeAll(async () => {
  test = await openTestVault();
  page = openTakenOverPage(test);
});
afterAll(async () => {
  await test.stop();
});

beforeEach(() => {
  victim = makeGitProject({ name: 'victim', files: { 'a.ts': '' }, commit: true });
  hostile = makeGitProject({ name: 'project', files: { '.env': 'A=1\n' } });
});
afterEach(() => {
  victim.remove();
  hostile.remove();
});

const victimGit = () => path.join(victim.root, '.git');
const excludeOf = (gitFolder: string) => readFileSync(path.join(gitFolder, 'info/exclude'), 'utf8');

/** What the person can do with a folder that they linked: look at a file of it, and let git leave it alone. */
async function exclude(file = '.env') {
  const project = await test.vault.projects.link(hostile.root);
  const target = project.targets.find((one) => one.file === file);
  const preview = await page.get('projects.preview', { targetId: target?.id ?? '' });
  // Else nothing would be written whatever the check says.
  expect(preview.git).toMatchObject({ kind: 'exposed' });
  return page.call('projects.ignore', { targetId: target?.id ?? '', where: 'exclude' });
}

/** Takes the project's own git folder away; what it was is kept in `name` of the project. */
function setAside(name: string): string {
  const to = path.join(hostile.root, name);
  renameSync(path.join(hostile.root, '.git'), to);
  return to;
}

/** Each makes the project lead git to another exclude file. */
const ways: readonly (readonly [string, () => void])[] = [
  [
    'a .git file that names another repository',
    () => {
      setAside('old');
      hostile.write('.git', `gitdir: ${victimGit()}\n`);
    },
  ],
  [
    'a .git that is a link to another repository',
    () => {
      setAside('old');
      symlinkSync(victimGit(), path.join(hostile.root, '.git'));
    },
  ],
  [
    'a .git file that names another worktree of another repository',
    () => {
      victim.git(['worktree', 'add', '--quiet', '../tree']);
      setAside('old');
      hostile.write('.git', `gitdir: ${victimGit()}/worktrees/tree\n`);
    },
  ],
  [
    'a worktree folder that points back, and shares what another repository has',
    () => {
      setAside('old');
      hostile.write('fake/worktrees/w/gitdir', `${hostile.root}/.git\n`);
      hostile.write('fake/worktrees/w/commondir', `${victimGit()}\n`);
      hostile.write('fake/worktrees/w/HEAD', 'ref: refs/heads/main\n');
      hostile.write('.git', 'gitdir: fake/worktrees/w\n');
    },
  ],
  ['a commondir in its own git folder', () => void hostile.write('.git/commondir', `${victimGit()}\n`)],
  [
    'a git folder elsewhere that names the project as its working tree',
    () => {
      victim.git(['config', 'core.worktree', hostile.root]);
      setAside('old');
      hostile.write('.git', `gitdir: ${victimGit()}\n`);
    },
  ],
];

describe('a line for an exclude file is not written where a project leads git by', () => {
  it.each(ways)('%s', async (_way, lead) => {
    lead();
    const before = excludeOf(victimGit());
    expect(await exclude()).toMatchObject({ ok: false, error: { code: 'GIT_EXCLUDE_ELSEWHERE' } });
    expect(excludeOf(victimGit())).toBe(before);
  });

  it('a submodule whose git folder is another repository’s', async () => {
    hostile.write('lib/.env', '');
    mkdirSync(path.join(hostile.root, '.git/modules'));
    victim.git(['config', 'core.worktree', path.join(hostile.root, 'lib')]);
    symlinkSync(victimGit(), path.join(hostile.root, '.git/modules/lib'));
    hostile.write('lib/.git', 'gitdir: ../.git/modules/lib\n');
    const before = excludeOf(victimGit());
    expect(await exclude('lib/.env')).toMatchObject({ ok: false, error: { code: 'GIT_EXCLUDE_ELSEWHERE' } });
    expect(excludeOf(victimGit())).toBe(before);
  });

  it('a submodule that names the git folder of another one', async () => {
    for (const name of ['one', 'two']) {
      hostile.git(['-c', 'protocol.file.allow=always', 'submodule', 'add', '--quiet', victim.root, name]);
    }
    hostile.write('two/.env', '');
    hostile.write('two/.git', 'gitdir: ../.git/modules/one\n');
    hostile.git(['config', '--file', '.git/modules/one/config', '--unset', 'core.worktree']);
    const before = excludeOf(path.join(hostile.root, '.git/modules/one'));
    expect(await exclude('two/.env')).toMatchObject({ ok: false, error: { code: 'GIT_EXCLUDE_ELSEWHERE' } });
    expect(excludeOf(path.join(hostile.root, '.git/modules/one'))).toBe(before);
  });

  it('a core.worktree that makes a folder above it the working tree', async () => {
    hostile.git(['config', 'core.worktree', '../..']);
    const before = excludeOf(path.join(hostile.root, '.git'));
    expect(await exclude()).toMatchObject({ ok: false, error: { code: 'GIT_EXCLUDE_ELSEWHERE' } });
    expect(excludeOf(path.join(hostile.root, '.git'))).toBe(before);
  });
});

describe('a line for an exclude file is written', () => {
  it('in a worktree whose git folder points back by a relative path', async () => {
    hostile.git(['commit', '--quiet', '--allow-empty', '--message=First']);
    const tree = path.join(path.dirname(hostile.root), 'tree');
    hostile.git(['worktree', 'add', '--quiet', tree]);
    // As `worktree.useRelativePaths` of git 2.48 writes them.
    const own = path.join(hostile.root, '.git/worktrees/tree');
    hostile.write('.git/worktrees/tree/gitdir', `${path.relative(own, tree)}/.git\n`);
    hostile.write('../tree/.git', `gitdir: ${path.relative(tree, own)}\n`);
    hostile.write('../tree/.env', 'A=1\n');
    const project = await test.vault.projects.link(tree);
    const targetId = project.targets[0]?.id ?? '';
    await page.get('projects.preview', { targetId });
    expect(await page.call('projects.ignore', { targetId, where: 'exclude' })).toMatchObject({ ok: true });
    expect(excludeOf(path.join(hostile.root, '.git'))).toMatch(/\n\/\.env\n$/);
  });

  it('in a submodule of a submodule, to its own file', async () => {
    const add = (to: GitProject, from: GitProject, name: string) =>
      to.git(['-c', 'protocol.file.allow=always', 'submodule', 'add', '--quiet', from.root, name]);
    const middle = makeGitProject({ name: 'middle', files: { b: '' }, commit: true });
    add(middle, victim, 'inner');
    middle.git(['commit', '--quiet', '--all', '--message=Inner']);
    add(hostile, middle, 'outer');
    hostile.git(['-c', 'protocol.file.allow=always', 'submodule', 'update', '--quiet', '--init', '--recursive']);
    rmSync(middle.root, { recursive: true });
    hostile.write('outer/inner/.env', '');
    expect(await exclude('outer/inner/.env')).toMatchObject({ ok: true });
    expect(excludeOf(path.join(hostile.root, '.git/modules/outer/modules/inner'))).toMatch(/\n\/\.env\n$/);
  });
});

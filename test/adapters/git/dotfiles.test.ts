import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { openGit } from '../../../electron/adapters/git/git.ts';
import { gitProcesses } from '../../support/git-processes.ts';
import { needsPosix } from '../../support/needs.ts';
import { toldError } from '../../support/told-error.ts';
import { files, git, setUpGitTest } from './support.ts';

needsPosix('programs in sh');

const here = setUpGitTest();

/** Runs git on the repository with the home folder as its working tree, as `yadm` and the usual alias do. */
function dotfiles(gitFolder: string, ...args: readonly string[]): string {
  const options = [`--git-dir=${gitFolder}`, `--work-tree=${here().home}`];
  const env = { PATH: process.env['PATH'], HOME: '/nonexistent', GIT_CONFIG_NOSYSTEM: '1' };
  return execFileSync('git', [...options, ...args], { cwd: here().home, env, encoding: 'utf8', stdio: 'pipe' });
}

/** A repository for the home folder, which has a file of its own; `tree`: as yadm and vcsh set it. */
function makeDotfiles(path: string, tree: boolean): string {
  const { home } = here();
  const gitFolder = join(home, path);
  mkdirSync(dirname(gitFolder), { recursive: true });
  execFileSync('git', ['init', '--quiet', '--bare', gitFolder]);
  if (tree) {
    execFileSync('git', ['config', '--file', join(gitFolder, 'config'), 'core.bare', 'false']);
    execFileSync('git', ['config', '--file', join(gitFolder, 'config'), 'core.worktree', home]);
  }
  writeFileSync(join(home, '.bashrc'), '');
  dotfiles(gitFolder, 'add', '.bashrc');
  return gitFolder;
}

function makeShop(): string {
  const shop = join(here().home, 'shop');
  mkdirSync(shop);
  writeFileSync(join(shop, '.env'), 'A=1\n');
  return shop;
}

test('where its working tree is, a repository is asked once for all files of many projects', async () => {
  const gitFolder = makeDotfiles('.cfg', true);
  const shops = ['one', 'two', 'three'].map((name) => {
    const root = join(here().home, name);
    mkdirSync(root);
    return { root, file: '.env' };
  });
  const ran: string[] = [];
  const counted = openGit(files, (command) => {
    ran.push(command.args.join(' '));
    return gitProcesses.run(command);
  });
  const states = await Promise.all(counted.statesOf(shops));
  expect(states).toEqual(shops.map(() => ({ kind: 'safe', why: 'only-if-added', by: gitFolder })));
  expect(ran.filter((args) => args.includes('--get core.worktree'))).toHaveLength(1);
});

describe('a repository that has the home folder as its working tree', () => {
  const kinds = [
    ['yadm’s', '.local/share/yadm/repo.git', true],
    ['an older yadm’s', '.yadm/repo.git', true],
    ['vcsh’s', '.config/vcsh/repo.d/shell.git', true],
    ['a bare one', '.cfg', false],
    ['a bare one of another name', 'my dotfiles.git', false],
  ] as const;

  test.each(kinds)(
    'as %s: a folder in it is promised to be out of git only as long as nothing is added',
    async (_, path, tree) => {
      const by = makeDotfiles(path, tree);
      const shop = makeShop();
      for (const [root, file] of [
        [shop, '.env'],
        [here().home, '.env'],
        [here().home, 'shop/.env'],
      ] as const) {
        expect(await git.stateOf(root, file)).toEqual({ kind: 'safe', why: 'only-if-added', by });
      }
      dotfiles(by, 'add', '--force', 'shop/.env');
      expect(await git.stateOf(shop, '.env')).toEqual({ kind: 'tracked', by });
      expect(await git.stateOf(here().home, 'shop/.env')).toEqual({ kind: 'tracked', by });
      expect(await toldError(git.ignore(shop, '.env', 'gitignore'))).toMatchObject({
        code: 'TARGET_TRACKED',
        message: `Not written: .env is tracked by the git repository ${by}. Take it out of git, commit, then export again.`,
      });
    },
  );

  test('keeps out what it ignores', async () => {
    const by = makeDotfiles('.cfg', false);
    const shop = makeShop();
    writeFileSync(join(by, 'info/exclude'), '.env\n');
    expect(await git.stateOf(shop, '.env')).toEqual({ kind: 'safe', why: 'no-repository' });
  });

  test('has a say in a project that has its own repository only for what it tracks', async () => {
    const by = makeDotfiles('.cfg', false);
    const shop = makeShop();
    writeFileSync(join(shop, '.env.local'), '');
    dotfiles(by, 'add', 'shop/.env.local');
    execFileSync('git', ['init', '--quiet', shop]);
    writeFileSync(join(shop, '.gitignore'), '.env*\n');
    expect(await git.stateOf(shop, '.env')).toEqual({ kind: 'safe', why: 'ignored' });
    expect(await git.stateOf(shop, '.env.local')).toEqual({ kind: 'tracked', by });
  });

  test('where XDG_DATA_HOME says is found, and one for another tree is not asked', async () => {
    const by = makeDotfiles('data/yadm/repo.git', true);
    const shop = makeShop();
    expect(await git.stateOf(shop, '.env')).toEqual({ kind: 'safe', why: 'no-repository' });
    vi.stubEnv('XDG_DATA_HOME', join(here().home, 'data'));
    expect(await git.stateOf(shop, '.env')).toEqual({ kind: 'safe', why: 'only-if-added', by });
    execFileSync('git', ['config', '--file', join(by, 'config'), 'core.worktree', here().folder()]);
    expect(await git.stateOf(shop, '.env')).toEqual({ kind: 'safe', why: 'no-repository' });
  });

  test('is asked without running anything that it configures', async () => {
    const by = makeDotfiles('.local/share/yadm/repo.git', true);
    const shop = makeShop();
    const [trace, script] = [join(here().home, 'ran'), join(here().home, 'evil')];
    writeFileSync(script, `#!/bin/sh\ntouch '${trace}'\nexit 1\n`, { mode: 0o755 });
    for (const name of ['core.fsmonitor', 'core.pager', 'core.sshCommand']) dotfiles(by, 'config', name, script);
    for (const name of ['alias.ls-files', 'alias.check-ignore']) dotfiles(by, 'config', name, `!${script}`);
    expect(await git.stateOf(shop, '.env')).toEqual({ kind: 'safe', why: 'only-if-added', by });
    expect(existsSync(trace)).toBe(false);
    // The trap is live.
    dotfiles(by, 'ls-files', '--others', 'shop');
    expect(existsSync(trace)).toBe(true);
  });

  test('that is broken is unknown; one that others push to is none', async () => {
    const by = makeDotfiles('.cfg', false);
    const shop = makeShop();
    writeFileSync(join(by, 'index'), 'nonsense that is long enough to be read as an index file');
    expect(await git.stateOf(shop, '.env')).toMatchObject({ kind: 'unknown' });
    execFileSync('rm', [join(by, 'index')]);
    expect(await git.stateOf(shop, '.env')).toEqual({ kind: 'safe', why: 'no-repository' });
  });
});

import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openGit } from '../../../electron/adapters/git/git.ts';
import type { GitCommand } from '../../../electron/adapters/git/protocol.ts';
import type { GitState } from '../../../electron/vault/ports.ts';
import { gitProcesses } from '../../support/git-processes.ts';
import { git as alone, files, setUpGitTest } from './support.ts';

/** Many files are asked about at once: a repository lists what it ignores and does not track, and answers for the rest one by one. */
const current = setUpGitTest();
let runs: GitCommand[];
const git = openGit(files, (command) => {
  runs.push(command);
  return gitProcesses.run(command);
});
const ignored = { kind: 'safe', why: 'ignored' };

beforeEach(() => {
  runs = [];
});

const statesIn = (root: string, names: readonly string[]): Promise<GitState[]> =>
  Promise.all(git.statesOf(names.map((file) => ({ root, file }))));

describe('files that are ignored', () => {
  it('are told by one run of git, however many they are and wherever they lie', async () => {
    const names = Array.from({ length: 40 }, (_, at) => `packages/p${at}/.env`);
    const { root } = current().project({
      ignore: ['.env'],
      files: Object.fromEntries(names.map((name) => [name, ''])),
    });
    expect(await statesIn(root, names)).toEqual(names.map(() => ignored));
    expect(runs).toHaveLength(1);
  });

  it('in two repositories of one project are told by one run of each', async () => {
    const { root, git: run, write } = current().project({ files: { 'a/.env': '', 'a/.env.local': '' } });
    run(['init', '--quiet', 'a']);
    run(['init', '--quiet', 'b']);
    write('a/.gitignore', '.env*\n');
    write('b/.gitignore', '.env*\n');
    write('b/.env', '');
    rmSync(join(root, '.git'), { recursive: true });
    expect(await statesIn(root, ['a/.env', 'b/.env', 'a/.env.local'])).toEqual([ignored, ignored, ignored]);
    expect(runs.map(({ cwd }) => cwd).sort()).toEqual([join(root, 'a'), join(root, 'b')]);
  });
});

it('each file has the answer that it has alone, whatever the others have', async () => {
  const {
    root,
    git: run,
    write,
  } = current().project({
    ignore: ['.env', 'secrets/', '*.local', '!kept.local', 'odd*', 'upper.env'],
    files: { 'tracked/.env': '', '.env': '', 'secrets/.env': '', 'kept.local': '', 'free.env': '', 'odd[1].env': '' },
  });
  run(['add', '--force', 'tracked/.env']);
  run(['add', '--intent-to-add', '--force', 'odd[1].env']);
  write('Upper.env', '');
  run(['add', '--force', 'Upper.env']);
  run(['config', 'core.ignorecase', 'true']);
  rmSync(join(root, 'Upper.env'));
  write('upper.env', '');
  // The .gitignore of this folder is in the index alone, and takes the ignoring back.
  write('sparse/.gitignore', '!.env\n');
  write('sparse/.env', '');
  run(['add', 'sparse/.gitignore']);
  run(['update-index', '--skip-worktree', 'sparse/.gitignore']);
  rmSync(join(root, 'sparse/.gitignore'));
  const names = [
    '.env',
    'tracked/.env',
    'secrets/.env',
    'kept.local',
    'free.env',
    'odd[1].env',
    'odd*.env',
    'upper.env',
  ];
  names.push('not-there/.env', 'sparse/.env');
  const states = await statesIn(root, names);
  for (const [at, name] of names.entries()) expect([name, states[at]]).toEqual([name, await alone.stateOf(root, name)]);
  const kinds = ['safe', 'tracked', 'safe', 'exposed', 'exposed', 'tracked', 'safe', 'tracked', 'safe', 'unknown'];
  expect(states.map(({ kind }) => kind)).toEqual(kinds);
});

it('a .git that is none to git is not answered for by the repository around it', async () => {
  const { root, write } = current().project({ ignore: ['.env', 'inner/'] });
  write('inner/.git/config', '');
  write('inner/.env', '');
  expect(await statesIn(join(root, 'inner'), ['.env'])).toMatchObject([{ kind: 'unknown' }]);
});

it('a file that leads out of the project fails alone', async () => {
  const { root, write } = current().project({ ignore: ['.env'] });
  write('.env', '');
  const [led, good] = git.statesOf(['../.env', '.env'].map((file) => ({ root, file })));
  await expect(led).rejects.toMatchObject({ code: 'TARGET_LEAVES_PROJECT' });
  expect(await good).toEqual(ignored);
});

it('a repository that makes git wait holds no other project up, and is asked once for all of its files', async () => {
  const good = current().project({ ignore: ['.env'], files: { '.env': '' } });
  const slow = current().folder();
  execFileSync('git', ['init', '--quiet'], { cwd: slow });
  const names = Array.from({ length: 6 }, (_, at) => `${at}.env`);
  for (const name of names) writeFileSync(join(slow, name), '');
  mkdirSync(join(slow, '.git'), { recursive: true });
  execFileSync('mkfifo', [join(slow, '.git/index')]);
  const places = [...names.map((file) => ({ root: slow, file })), { root: good.root, file: '.env' }];
  const states = git.statesOf(places);
  expect(await Promise.race(states)).toEqual(ignored);
  const late = { kind: 'unknown', said: { code: 'GIT_LATE' } };
  expect(await Promise.all(states)).toEqual([...names.map(() => late), ignored]);
  expect(runs.filter(({ cwd }) => cwd === slow)).toHaveLength(1);
});

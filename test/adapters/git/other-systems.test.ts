import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { toldError } from '../../support/told-error.ts';
import { git, setUpGitTest } from './support.ts';

const here = setUpGitTest();
const isThere = (program: string): boolean =>
  spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;

/** Runs a program in the folder, as a person with an empty home folder. */
function run(cwd: string, program: string, ...args: readonly string[]): string {
  const env = { PATH: process.env['PATH'], HOME: here().home, USER: 'a-developer', HGUSER: 'a-developer' };
  return execFileSync(program, args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Makes a real working copy at the folder, with `.env` in it and not known to the system. */
const makers: Readonly<Record<string, (folder: string) => void>> = {
  hg(folder) {
    run(folder, 'hg', 'init');
  },
  svn(folder) {
    const repository = here().folder();
    run(folder, 'svnadmin', 'create', repository);
    run(folder, 'svn', 'checkout', '--quiet', `file://${repository}`, folder);
  },
  fossil(folder) {
    const repository = join(here().folder(), 'shop.fossil');
    run(folder, 'fossil', 'init', repository);
    run(folder, 'fossil', 'open', '--force', repository);
  },
};

/** That the system would take the file with all others: what is kept from happening. */
const wouldTake: Readonly<Record<string, (folder: string) => string>> = {
  hg: (folder) => run(folder, 'hg', 'addremove', '--dry-run', '--verbose'),
  svn: (folder) => run(folder, 'svn', 'status'),
  fossil: (folder) => run(folder, 'fossil', 'extras', '--dotfiles'),
};

const names = { hg: 'Mercurial', svn: 'Subversion', fossil: 'Fossil' } as const;

test.each([
  ['more names than are listed', Array.from({ length: 600 }, (_, at) => `picture-${at}.png`)],
  ['a name in letters that a disk may take for others', ['Bücher']],
  ['few names', ['readme.md']],
])('a marker is found in a folder with %s', async (_, others) => {
  const { root, write } = here().project({ ignore: ['.env'] });
  for (const name of others) write(name, '');
  expect(await git.stateOf(root, '.env')).toEqual({ kind: 'safe', why: 'ignored' });
  write('CVS/Entries', '');
  expect(await git.stateOf(root, '.env')).toMatchObject({ kind: 'unknown', system: 'CVS' });
});

describe('a folder that another system keeps', () => {
  for (const program of ['hg', 'svn', 'fossil'] as const) {
    const title = `${names[program]}’s, made by ${program} itself, is unknown (needs ${program})`;
    test.skipIf(!isThere(program))(title, async () => {
      const root = here().folder();
      makers[program]?.(root);
      mkdirSync(join(root, 'apps/web'), { recursive: true });
      writeFileSync(join(root, 'apps/web/.env'), 'A=1\n');
      writeFileSync(join(root, '.env'), 'A=1\n');
      expect(wouldTake[program]?.(root)).toContain('.env');
      for (const [project, file] of [
        [root, '.env'],
        [root, 'apps/web/.env'],
        [join(root, 'apps/web'), '.env'],
        [root, 'not/there/yet/.env'],
      ] as const) {
        expect(await git.stateOf(project, file), `${project} ${file}`).toMatchObject({
          kind: 'unknown',
          system: names[program],
          said: { code: 'OTHER_SYSTEM', folder: root, system: names[program] },
          remedy: { code: 'ASK_OTHER_SYSTEM', system: names[program] },
        });
      }
      expect(await toldError(git.ignore(root, '.env', 'gitignore'))).toMatchObject({
        code: 'TARGET_IN_OTHER_SYSTEM',
        message: expect.stringMatching(
          /^Not written: it can't be told whether \.env would be committed: .*not in git\.$/,
        ),
      });
    });
  }

  /** As each lies on the disk; none of these programs is in Debian. */
  test.each([
    ['Jujutsu', ['.jj/repo/store/git/HEAD', '.jj/working_copy/checkout']],
    ['Sapling', ['.sl/requires', '.sl/store/requires']],
    ['Pijul', ['.pijul/pristine/db', '.pijul/changes/.keep']],
    ['Breezy', ['.bzr/README', '.bzr/checkout/format']],
    ['Darcs', ['_darcs/format', '_darcs/hashed_inventory']],
    ['Fossil', ['_FOSSIL_']],
    ['Game of Trees', ['.got/format']],
    ['Monotone', ['_MTN/options']],
    ['CVS', ['CVS/Root', 'CVS/Entries']],
    ['Plastic SCM', ['.plastic/plastic.wktree']],
  ])('%s’s is unknown, with what to do', async (system, made) => {
    const root = here().folder();
    for (const file of made) {
      mkdirSync(join(root, file, '..'), { recursive: true });
      writeFileSync(join(root, file), '');
    }
    mkdirSync(join(root, 'apps'));
    for (const project of [root, join(root, 'apps')]) {
      expect(await git.stateOf(project, '.env')).toMatchObject({
        kind: 'unknown',
        system,
        remedy: { code: 'ASK_OTHER_SYSTEM', system },
      });
    }
  });

  test('is unknown for a git repository inside it and around it too, whose own answers still come first', async () => {
    const { root } = here().project({ ignore: ['.env'], files: { '.env.shared': '' } });
    mkdirSync(join(root, '.hg'));
    expect(await git.stateOf(root, '.env')).toMatchObject({ kind: 'unknown', system: 'Mercurial' });
    expect(await git.stateOf(root, '.env.shared')).toMatchObject({ kind: 'unknown', system: 'Mercurial' });
    execFileSync('git', ['add', '.env.shared'], { cwd: root });
    expect(await git.stateOf(root, '.env.shared')).toEqual({ kind: 'tracked' });
    rmSync(join(root, '.hg'), { recursive: true });
    expect(await git.stateOf(root, '.env')).toEqual({ kind: 'safe', why: 'ignored' });
    mkdirSync(join(root, 'inner/.svn'), { recursive: true });
    expect(await git.stateOf(root, 'inner/.env')).toMatchObject({ kind: 'unknown', system: 'Subversion' });
  });

  test('that Jujutsu keeps in git’s own repository goes by what git ignores', async () => {
    const { root } = here().project({ ignore: ['.env'] });
    mkdirSync(join(root, '.jj'));
    expect(await git.stateOf(root, '.env')).toEqual({ kind: 'safe', why: 'ignored' });
    expect(await git.stateOf(root, '.env.local')).toMatchObject({ kind: 'exposed' });
  });

  test('is told from settings of such programs in a home folder', async () => {
    const { home } = here();
    for (const file of ['.hgrc', '.subversion/config', '.fossil', '.config/jj/config.toml', '.cvsrc', 'CVS/notes']) {
      mkdirSync(join(home, file, '..'), { recursive: true });
      writeFileSync(join(home, file), '');
    }
    mkdirSync(join(home, 'shop'));
    expect(await git.stateOf(join(home, 'shop'), '.env')).toEqual({ kind: 'safe', why: 'no-repository' });
  });
});

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { canMountCaselessDisk, mountCaselessDisk } from '../../support/caseless-disk.ts';
import { git, setUpGitTest } from './support.ts';

const here = setUpGitTest();
const ignored = { kind: 'safe', why: 'ignored' };

const run = (root: string, ...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], {
    cwd: root,
    encoding: 'utf8',
  });

describe('core.ignorecase', () => {
  test('makes a tracked file of another case the same file, and only then', async () => {
    const { root } = here().project({ files: { '.ENV': 'A=1\n', 'Apps/.env': '' }, commit: true });
    expect(await git.stateOf(root, '.env')).toMatchObject({ kind: 'exposed' });
    run(root, 'config', 'core.ignorecase', 'true');
    expect(await git.stateOf(root, '.env')).toEqual({ kind: 'tracked' });
    expect(await git.stateOf(root, 'apps/.ENV')).toEqual({ kind: 'tracked' });
    expect(await git.stateOf(root, '.env.local')).toMatchObject({ kind: 'exposed' });
  });

  test('of a repository around counts, too', async () => {
    const { root, write } = here().project({ files: { 'lib/.ENV': '' }, commit: true });
    execFileSync('git', ['init', '--quiet', join(root, 'lib')]);
    write('lib/.gitignore', '.env\n');
    run(root, 'config', 'core.ignorecase', 'true');
    expect(await git.stateOf(join(root, 'lib'), '.env')).toEqual({ kind: 'tracked' });
  });

  test('makes an ignore line of another case count', async () => {
    const { root } = here().project({ ignore: ['/.ENV'] });
    expect(await git.stateOf(root, '.env')).toMatchObject({ kind: 'exposed' });
    run(root, 'config', 'core.ignorecase', 'true');
    expect(await git.stateOf(root, '.env')).toEqual(ignored);
  });
});

describe.skipIf(!canMountCaselessDisk)(
  'a disk that takes no account of case (needs root, FUSE and python3-fusepy)',
  () => {
    async function repository(): Promise<string> {
      const disk = await mountCaselessDisk(here().folder());
      here().atEnd(disk.unmount);
      const root = join(disk.root, 'Shop');
      execFileSync('git', ['init', '--quiet', root]);
      return root;
    }

    test('is one: git notices it, and a file has one name', async () => {
      const root = await repository();
      writeFileSync(join(root, '.ENV'), 'A=1\n');
      expect(readFileSync(join(root, '.env'), 'utf8')).toBe('A=1\n');
      expect(readdirSync(root).sort()).toEqual(['.ENV', '.git']);
      expect(run(root, 'config', 'core.ignorecase').trim()).toBe('true');
    });

    test.each(['true', 'false'])(
      'with core.ignorecase=%s has a tracked file under each case of its name',
      async (setting) => {
        const root = await repository();
        run(root, 'config', 'core.ignorecase', setting);
        mkdirSync(join(root, 'Apps'));
        for (const file of ['.ENV', 'Apps/.Env']) writeFileSync(join(root, file), 'A=1\n');
        run(root, 'add', '.');
        run(root, 'commit', '--quiet', '--message=First');
        for (const file of ['.env', '.ENV', '.Env', 'apps/.env', 'APPS/.ENV']) {
          expect(await git.stateOf(root, file), file).toEqual({ kind: 'tracked' });
        }
      },
    );

    test('gets a line that names the file as it is on the disk, so that git leaves it alone', async () => {
      const root = await repository();
      run(root, 'config', 'core.ignorecase', 'false');
      mkdirSync(join(root, 'Apps'));
      writeFileSync(join(root, 'Apps/.ENV'), 'A=1\n');
      writeFileSync(join(root, '.gitignore'), '/apps/.env\n');
      // The line is of another case than the file: git would add it.
      expect(run(root, 'status', '--porcelain', '--untracked-files=all')).toContain('Apps/.ENV');
      expect(await git.stateOf(root, 'apps/.env')).toMatchObject({ kind: 'exposed', line: '/Apps/.ENV' });
      await git.ignore(root, 'apps/.env', 'gitignore');
      expect(await git.stateOf(root, 'apps/.env')).toEqual(ignored);
      expect(run(root, 'status', '--porcelain', '--untracked-files=all')).not.toContain('Apps/.ENV');
    });

    test('knows the marker of another system in any case', async () => {
      const root = await repository();
      mkdirSync(join(root, '.HG'));
      expect(existsSync(join(root, '.hg'))).toBe(true);
      expect(await git.stateOf(root, '.env')).toMatchObject({ kind: 'unknown', system: 'Mercurial' });
    });
  },
);

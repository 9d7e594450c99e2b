import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openFiles } from '../../../electron/adapters/files/files.ts';
import { openGit } from '../../../electron/adapters/git/git.ts';
import type { Files } from '../../../electron/vault/ports.ts';
import { gitProcesses } from '../../support/git-processes.ts';
import { type GitProject, type GitProjectPlan, makeGitProject } from '../../support/git-project.ts';
import { needsPosix } from '../../support/needs.ts';
import { isRoot } from '../../support/superuser.ts';

needsPosix('programs in sh, and pipes in folders');

const files = openFiles();
const processes = gitProcesses.run;
const git = openGit(files, processes);

let home: string;
let cleanUp: (() => void)[];

beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'clavis-home-')));
  vi.stubEnv('HOME', home);
  vi.stubEnv('XDG_CONFIG_HOME', undefined);
  cleanUp = [() => rmSync(home, { recursive: true, force: true })];
});

afterEach(() => {
  vi.unstubAllEnvs();
  for (const task of cleanUp) task();
});

function project(plan?: GitProjectPlan): GitProject {
  const made = makeGitProject(plan);
  cleanUp.push(made.remove);
  return made;
}

function folder(): string {
  const made = realpathSync(mkdtempSync(join(tmpdir(), 'clavis-folder-')));
  cleanUp.push(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

const ignored = { kind: 'safe', why: 'ignored' };
const outside = { kind: 'safe', why: 'no-repository' };

describe('what git would do with an env file', () => {
  test('nothing, where there is no repository', async () => {
    expect(await git.stateOf(folder(), '.env')).toEqual(outside);
  });

  test('commit it, where no line ignores it', async () => {
    const { root } = project({ files: { '.env': 'A=1\n' } });
    expect(await git.stateOf(root, '.env')).toEqual({ kind: 'exposed', ignoreFile: '.gitignore', line: '/.env' });
  });

  test('the same before the file is there', async () => {
    const { root } = project({ files: { 'apps/web/main.ts': '' } });
    const state = { kind: 'exposed', ignoreFile: '.gitignore', line: '/apps/web/.env' };
    expect(await git.stateOf(root, 'apps/web/.env')).toEqual(state);
    expect(await git.stateOf(root, 'apps/api/.env')).toEqual({ ...state, line: '/apps/api/.env' });
  });

  test('keep it out, where a line, a folder, the excludes of the repository or of the person ignore it', async () => {
    const byLine = project({ ignore: ['.env*'] });
    expect(await git.stateOf(byLine.root, '.env.local')).toEqual(ignored);
    const byFolder = project({ ignore: ['secrets/'], files: { 'secrets/a': '' } });
    expect(await git.stateOf(byFolder.root, 'secrets/.env')).toEqual(ignored);
    const byExclude = project();
    byExclude.write('.git/info/exclude', '/.env\n');
    expect(await git.stateOf(byExclude.root, '.env')).toEqual(ignored);
    mkdirSync(join(home, '.config/git'), { recursive: true });
    writeFileSync(join(home, '.config/git/ignore'), '.env\n');
    expect(await git.stateOf(project().root, '.env')).toEqual(ignored);
  });

  test('keep it out, where the global excludes file lies in XDG_CONFIG_HOME', async () => {
    mkdirSync(join(home, 'xdg/git'), { recursive: true });
    writeFileSync(join(home, 'xdg/git/ignore'), '.env\n');
    vi.stubEnv('XDG_CONFIG_HOME', join(home, 'xdg'));
    expect(await git.stateOf(project().root, '.env')).toEqual(ignored);
  });

  test('commit it, where a later line takes the ignoring back', async () => {
    const { root } = project({ ignore: ['.env*', '!.env.shared'] });
    expect(await git.stateOf(root, '.env.shared')).toMatchObject({ kind: 'exposed', line: '/.env.shared' });
  });

  test('go on tracking it, ignored or not, there or not', async () => {
    const { root, git: run } = project({ files: { '.env': 'A=1\n' }, commit: true });
    appendFileSync(join(root, '.gitignore'), '.env\n');
    expect(await git.stateOf(root, '.env')).toEqual({ kind: 'tracked' });
    rmSync(join(root, '.env'));
    expect(await git.stateOf(root, '.env')).toEqual({ kind: 'tracked' });
    run(['rm', '--quiet', '--cached', '.env']);
    expect(await git.stateOf(root, '.env')).toEqual(ignored);
  });

  test('track it, where it was only added so far', async () => {
    const { root, git: run } = project({ files: { '.env': '' } });
    run(['add', '--intent-to-add', '.env']);
    expect(await git.stateOf(root, '.env')).toEqual({ kind: 'tracked' });
  });

  test('judge the file a link leads to, not the link', async () => {
    const { root } = project({ files: { 'shared/.env': '' }, commit: true });
    symlinkSync('shared/.env', join(root, '.env'));
    expect(await git.stateOf(root, '.env')).toEqual({ kind: 'tracked' });
  });
});

describe('other shapes of repositories', () => {
  test('a project in a folder of a larger repository gets its line in its own folder', async () => {
    const { root } = project({ files: { 'apps/web/main.ts': '' }, ignore: ['node_modules'] });
    const web = join(root, 'apps/web');
    expect(await git.stateOf(web, '.env')).toEqual({ kind: 'exposed', ignoreFile: '.gitignore', line: '/.env' });
    await git.ignore(web, '.env', 'gitignore');
    expect(readFileSync(join(web, '.gitignore'), 'utf8')).toBe('/.env\n');
    expect(readFileSync(join(root, '.gitignore'), 'utf8')).toBe('node_modules\n');
  });

  test('the nearest .gitignore is the one that gets the line', async () => {
    const { root } = project({ files: { 'apps/web/src/a.ts': '', 'apps/web/.gitignore': 'dist\n' }, ignore: ['x'] });
    expect(await git.stateOf(root, 'apps/web/src/.env')).toEqual({
      kind: 'exposed',
      ignoreFile: 'apps/web/.gitignore',
      line: '/src/.env',
    });
  });

  test('a worktree and a submodule are asked for themselves', async () => {
    const library = project({ files: { 'lib.ts': '' }, commit: true });
    const { root, git: run } = project({ files: { 'a.ts': '' }, ignore: ['.env'], commit: true });
    const tree = `${root}-tree`;
    cleanUp.push(() => rmSync(tree, { recursive: true, force: true }));
    run(['worktree', 'add', '--quiet', tree]);
    expect(await git.stateOf(tree, '.env')).toEqual(ignored);
    expect(await git.stateOf(tree, '.env.local')).toMatchObject({ kind: 'exposed', line: '/.env.local' });

    run(['-c', 'protocol.file.allow=always', 'submodule', 'add', '--quiet', library.root, 'lib']);
    expect(await git.stateOf(root, 'lib/.env')).toEqual({
      kind: 'exposed',
      ignoreFile: 'lib/.gitignore',
      line: '/.env',
    });
    await git.ignore(root, 'lib/.env', 'gitignore');
    expect(await git.stateOf(root, 'lib/.env')).toEqual(ignored);
  });

  test('a broken repository is unknown, in the words of git', async () => {
    const { root, write } = project();
    write('.git/HEAD', 'nonsense');
    const state = await git.stateOf(root, '.env');
    expect(state).toMatchObject({
      kind: 'unknown',
      said: { code: 'GIT_SAID', words: expect.stringContaining('not a git repository') },
    });
    await expect(git.ignore(root, '.env', 'gitignore')).rejects.toMatchObject({ code: 'GIT_FAILED' });
  });

  test('a broken index is unknown', async () => {
    const { root, write } = project({ files: { a: '' }, commit: true });
    write('.git/index', 'nonsense that is long enough to be read as an index file');
    expect(await git.stateOf(root, '.env')).toMatchObject({ kind: 'unknown' });
  });

  test.skipIf(!isRoot)("somebody else's repository is unknown (needs root to give it away)", async () => {
    const { root } = project({ ignore: ['.env'] });
    execFileSync('chown', ['-R', '65534:65534', root]);
    expect(await git.stateOf(root, '.env')).toMatchObject({
      kind: 'unknown',
      said: { code: 'GIT_SAID', words: expect.stringContaining('dubious ownership') },
    });
  });
});

describe('git itself', () => {
  test('is not needed where there is no repository, and unknown where there is one', async () => {
    const without = openGit(files, processes, { path: folder() });
    expect(await without.stateOf(folder(), '.env')).toEqual(outside);
    expect(await without.stateOf(project().root, '.env')).toEqual({ kind: 'unknown', said: { code: 'GIT_MISSING' } });
  });

  test('is not waited for without end', async () => {
    const { root, git: run } = project();
    execFileSync('mkfifo', [join(root, 'pipe')]);
    run(['config', 'core.excludesFile', join(root, 'pipe')]);
    const impatient = openGit(files, processes, { timeLimit: 200 });
    expect(await impatient.stateOf(root, '.env')).toEqual({ kind: 'unknown', said: { code: 'GIT_LATE' } });
  });

  test('is never the one that the project brings, nor one of a relative folder', async () => {
    const { root, write } = project({ ignore: ['.env'] });
    const trace = join(home, 'ran');
    chmodSync(write('bin/git', `#!/bin/sh\ntouch ${trace}\n`), 0o755);
    symlinkSync(join(root, 'bin'), join(home, 'bin'));
    const hostile = ['.', 'bin', '', join(root, 'bin'), join(home, 'bin'), process.env['PATH']].join(':');
    const asked = openGit(files, processes, { path: hostile });
    expect(await asked.stateOf(root, '.env')).toEqual(ignored);
    expect(await asked.stateOf(join(root, 'bin'), '.env')).toEqual(ignored);
    expect(existsSync(trace)).toBe(false);
  });

  test('runs nothing that a hostile project configures', async () => {
    const { root, write, git: run } = project({ files: { 'in/a': '', 'out/deep/b': '' }, commit: true });
    const trace = join(home, 'ran');
    const script = write('.git/evil', `#!/bin/sh\necho "$0 $@" >> ${trace}\nexit 1\n`);
    chmodSync(script, 0o755);
    for (const hook of ['post-index-change', 'post-checkout', 'pre-commit']) {
      chmodSync(write(`.git/hooks/${hook}`, readFileSync(script)), 0o755);
    }
    write('.git/more', `[core]\nfsmonitor = ${script}\n`);
    for (const [name, value] of [
      ['core.fsmonitor', script],
      ['core.hooksPath', join(root, '.git/hooks')],
      ['include.path', join(root, '.git/more')],
      ['alias.ls-files', `!${script}`],
      ['alias.check-ignore', `!${script}`],
      ['core.pager', script],
      ['core.sshCommand', script],
      ['filter.evil.clean', script],
      ['filter.evil.process', script],
      ['credential.helper', `!${script}`],
    ] as const) {
      run(['config', name, value]);
    }
    write('.gitattributes', '* filter=evil\n');
    expect(await git.stateOf(root, '.env')).toMatchObject({ kind: 'exposed' });
    await git.ignore(root, '.env', 'gitignore');
    expect(existsSync(trace)).toBe(false);
    // The trap is live: the same question without our options springs it.
    execFileSync('git', ['ls-files', '--others'], { cwd: root });
    expect(existsSync(trace)).toBe(true);
  });

  test('fetches nothing for a hostile partial clone, and does not take its holes for an answer', async () => {
    const { root, write, git: run } = project({ files: { 'in/a': '', 'out/deep/b': '' }, commit: true });
    const trace = join(home, 'ran');
    const script = write('.git/evil', `#!/bin/sh\ntouch ${trace}\nexit 1\n`);
    chmodSync(script, 0o755);
    run(['sparse-checkout', 'init', '--cone', '--sparse-index']);
    run(['sparse-checkout', 'set', 'in']);
    const hole = run(['rev-parse', 'HEAD:out']).trim();
    rmSync(join(root, '.git/objects', hole.slice(0, 2), hole.slice(2)));
    for (const [name, value] of [
      ['core.repositoryformatversion', '1'],
      ['extensions.partialClone', 'origin'],
      ['remote.origin.promisor', 'true'],
      ['remote.origin.url', '/nonexistent'],
      ['remote.origin.uploadpack', script],
      ['protocol.allow', 'always'],
    ] as const) {
      run(['config', name, value]);
    }
    expect(await git.stateOf(root, 'out/.env')).toMatchObject({ kind: 'unknown' });
    expect(existsSync(trace)).toBe(false);
    expect(() =>
      execFileSync('git', ['ls-files', '--error-unmatch', '.env'], { cwd: root, stdio: 'ignore' }),
    ).toThrow();
    expect(existsSync(trace)).toBe(true);
  });
});

describe('a line in .gitignore', () => {
  const odd = ['with space.env', ' lead', 'trail  ', '-v', '!not.env', '#hash', ':(top)x', '*.env', 'a?b', '[ab].env'];
  const odder = ['back\\slash', 'tab\t', 'q"uote', "it's", '.énv', '日本.env', '\\', '**', 'a/*/.env', '!/#/ .env '];

  test.each([...odd, ...odder])('names %j and nothing else', async (file) => {
    const {
      root,
      write,
      git: run,
    } = project({ files: { 'zab.env': '', axb: '', 'a.env': '', 'a/b/.env': '' }, commit: true });
    const before = run(['status', '--porcelain', '-z', '--untracked-files=all']).split('\0');
    write(file, 'A=1\n');
    expect(await git.stateOf(root, file)).toMatchObject({ kind: 'exposed', ignoreFile: '.gitignore' });
    await git.ignore(root, file, 'gitignore');
    expect(await git.stateOf(root, file)).toEqual(ignored);
    const after = run(['status', '--porcelain', '-z', '--untracked-files=all']).split('\0');
    expect(after.sort()).toEqual([...before, '?? .gitignore'].sort());
    run(['add', '.']);
    expect(run(['ls-files', '-z']).split('\0')).not.toContain(file);
  });

  test('can name no file with a line break, and says so', async () => {
    const { root } = project();
    expect(await git.stateOf(root, 'a\nb')).toMatchObject({
      kind: 'unknown',
      said: { code: 'NO_IGNORE_LINE' },
    });
  });

  test.each([
    ['a file that ends without a line break', 'dist', 'dist\n/.env\n'],
    ['Windows line ends', 'dist\r\nnode_modules\r\n', 'dist\r\nnode_modules\r\n/.env\r\n'],
    ['Windows line ends, the last one missing', 'dist\r\nx', 'dist\r\nx\r\n/.env\r\n'],
    ['an empty file', '', '/.env\n'],
    ['a negation', '.env\n!.env\n', '.env\n!.env\n/.env\n'],
  ])('is added to %s', async (_what, old, expected) => {
    const { root, write } = project();
    write('.gitignore', old);
    await git.ignore(root, '.env', 'gitignore');
    expect(readFileSync(join(root, '.gitignore'), 'utf8')).toBe(expected);
    expect(await git.stateOf(root, '.env')).toEqual(ignored);
  });

  test('keeps every old byte, also those that are no text, and who may read the file', async () => {
    const { root, write } = project();
    const old = new Uint8Array([0xef, 0xbb, 0xbf, 0x61, 0x0a, 0xff, 0xfe, 0x0a]);
    chmodSync(write('.gitignore', old), 0o664);
    await git.ignore(root, '.env', 'gitignore');
    const now = readFileSync(join(root, '.gitignore'));
    expect(now.subarray(0, old.length)).toEqual(Buffer.from(old));
    expect(statSync(join(root, '.gitignore')).mode & 0o777).toBe(0o664);
  });

  test('is not added twice', async () => {
    const { root } = project({ ignore: ['/.env'] });
    await git.ignore(root, '.env', 'gitignore');
    expect(readFileSync(join(root, '.gitignore'), 'utf8')).toBe('/.env\n');
  });

  test('does not hide that the file is tracked', async () => {
    const { root } = project({ files: { '.env': '' }, commit: true });
    await expect(git.ignore(root, '.env', 'gitignore')).rejects.toMatchObject({ code: 'TARGET_TRACKED' });
    expect(existsSync(join(root, '.gitignore'))).toBe(false);
  });

  test('that does not help is reported', async () => {
    const { root } = project();
    const write: Files['write'] = async (...given) => {
      await files.write(...given);
      appendFileSync(join(root, '.gitignore'), '!.env\n');
    };
    const interfering = openGit({ ...files, write }, processes);
    await expect(interfering.ignore(root, '.env', 'gitignore')).rejects.toMatchObject({
      code: 'GIT_FAILED',
      details: { file: '.env', said: { code: 'STILL_NOT_IGNORED', ignoreFile: '.gitignore', line: '/.env' } },
    });
  });

  test('is not written through a link, which git would not read', async () => {
    const { root, write } = project({ files: { 'rules.txt': 'x\n' } });
    symlinkSync('rules.txt', join(root, '.gitignore'));
    write('.env', '');
    await expect(git.ignore(root, '.env', 'gitignore')).rejects.toMatchObject({ code: 'GIT_FAILED' });
    expect(readFileSync(join(root, 'rules.txt'), 'utf8')).toBe('x\n');
  });
});

describe("a line in the repository's own exclude file", () => {
  const read = (file: string): string => readFileSync(file, 'utf8');

  test('keeps the file out, for this clone alone', async () => {
    const { root, git: run } = project({
      files: { '.env': 'A=1\n', 'apps/.env': '' },
      ignore: ['dist'],
      commit: false,
    });
    await git.ignore(root, '.env', 'exclude');
    expect(read(join(root, '.git/info/exclude'))).toMatch(/\n\/\.env\n$/);
    expect(await git.stateOf(root, '.env')).toEqual(ignored);
    expect(read(join(root, '.gitignore'))).toBe('dist\n');
    const status = run(['status', '--porcelain', '--untracked-files=all']).trim().split('\n').sort();
    expect(status).toEqual(['?? .gitignore', '?? apps/.env']);
  });

  test('comes after the lines that are there, once, and who may read the file stays', async () => {
    const { root, write } = project();
    chmodSync(write('.git/info/exclude', '*.log\r\n'), 0o664);
    await git.ignore(root, '.env', 'exclude');
    await git.ignore(root, '.env', 'exclude');
    expect(read(join(root, '.git/info/exclude'))).toBe('*.log\r\n/.env\r\n');
    expect(statSync(join(root, '.git/info/exclude')).mode & 0o777).toBe(0o664);
  });

  test('is written where there was neither file nor folder for it', async () => {
    const { root } = project();
    rmSync(join(root, '.git/info'), { recursive: true });
    await git.ignore(root, '.env', 'exclude');
    expect(read(join(root, '.git/info/exclude'))).toBe('/.env\n');
  });

  test('names a project in a folder of a larger repository from the top', async () => {
    const { root, write } = project({ files: { 'apps/[web]/main.ts': '', 'apps/w/.env': '' }, ignore: ['x'] });
    const web = join(root, 'apps/[web]');
    await git.ignore(web, '.env', 'exclude');
    expect(read(join(root, '.git/info/exclude'))).toMatch(/\n\/apps\/\\\[web]\/\.env\n$/);
    expect(await git.stateOf(web, '.env')).toEqual(ignored);
    expect(await git.stateOf(root, 'apps/w/.env')).toMatchObject({ kind: 'exposed' });
    await git.ignore(web, 'packages/new/.env', 'exclude');
    write('apps/[web]/packages/new/.env', '');
    expect(await git.stateOf(web, 'packages/new/.env')).toEqual(ignored);
    expect(existsSync(join(web, '.gitignore'))).toBe(false);
  });

  test('of a worktree goes to the file that all its worktrees share', async () => {
    const { root, git: run } = project({ files: { 'a.ts': '' }, commit: true });
    const tree = `${root}-tree`;
    cleanUp.push(() => rmSync(tree, { recursive: true, force: true }));
    run(['worktree', 'add', '--quiet', tree]);
    rmSync(join(root, '.git/info'), { recursive: true });
    await git.ignore(tree, '.env', 'exclude');
    expect(read(join(root, '.git/info/exclude'))).toBe('/.env\n');
    expect(await git.stateOf(tree, '.env')).toEqual(ignored);
    expect(await git.stateOf(root, '.env')).toEqual(ignored);
  });

  test('of a submodule goes to its own file', async () => {
    const library = project({ files: { 'lib.ts': '' }, commit: true });
    const { root, git: run } = project({ files: { 'a.ts': '' }, commit: true });
    run(['-c', 'protocol.file.allow=always', 'submodule', 'add', '--quiet', library.root, 'lib']);
    const before = read(join(root, '.git/info/exclude'));
    await git.ignore(root, 'lib/.env', 'exclude');
    expect(read(join(root, '.git/modules/lib/info/exclude'))).toMatch(/\n\/\.env\n$/);
    expect(read(join(root, '.git/info/exclude'))).toBe(before);
    expect(await git.stateOf(root, 'lib/.env')).toEqual(ignored);
    expect(await git.stateOf(root, '.env')).toMatchObject({ kind: 'exposed' });
  });

  test('for several files at a time is one line each', async () => {
    const { root } = project();
    const names = ['.env', '.env.local', 'apps.env', '.envrc'];
    await Promise.all(names.map((name) => git.ignore(root, name, 'exclude')));
    for (const name of names) expect(await git.stateOf(root, name)).toEqual(ignored);
  });

  test.each([
    ['out of the repository', '../../../victim'],
    ['to what git runs', '../hooks/post-checkout'],
  ])('is not written through a link that leads %s', async (_where, to) => {
    const { root, write } = project();
    const victim = join(root, '.git/info', to);
    cleanUp.push(() => rmSync(victim, { force: true }));
    rmSync(join(root, '.git/info/exclude'));
    symlinkSync(to, join(root, '.git/info/exclude'));
    writeFileSync(victim, 'echo\n');
    write('.env', '');
    await expect(git.ignore(root, '.env', 'exclude')).rejects.toMatchObject({
      code: expect.stringMatching(/GIT_FAILED|TARGET_LEAVES_PROJECT/),
    });
    expect(read(victim)).toBe('echo\n');
  });

  test('is not written into a folder that a link puts in its place', async () => {
    const { root } = project({ files: { '.env': '' } });
    const elsewhere = folder();
    rmSync(join(root, '.git/info'), { recursive: true });
    symlinkSync(elsewhere, join(root, '.git/info'));
    await expect(git.ignore(root, '.env', 'exclude')).rejects.toMatchObject({ code: 'TARGET_LEAVES_PROJECT' });
    expect(existsSync(join(elsewhere, 'exclude'))).toBe(false);
  });

  test('that a .gitignore takes back is reported', async () => {
    const { root } = project({ ignore: ['!.env'] });
    await expect(git.ignore(root, '.env', 'exclude')).rejects.toMatchObject({
      code: 'GIT_FAILED',
      details: { file: '.env', said: { code: 'STILL_NOT_IGNORED', ignoreFile: 'info/exclude', line: '/.env' } },
    });
  });

  test('does not hide that the file is tracked', async () => {
    const { root } = project({ files: { '.env': '' }, commit: true });
    await expect(git.ignore(root, '.env', 'exclude')).rejects.toMatchObject({ code: 'TARGET_TRACKED' });
    expect(read(join(root, '.git/info/exclude'))).not.toContain('/.env');
  });
});

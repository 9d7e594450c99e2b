import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openEnvFileFinder } from '../../../electron/adapters/env-files/finder.ts';
import type { Dialect } from '../../../electron/envfile/index.ts';
import { gitProcesses } from '../../support/git-processes.ts';
import { makeGitProject } from '../../support/git-project.ts';
import { needsPosix } from '../../support/needs.ts';
import { asOrdinaryUser } from '../../support/superuser.ts';
import { toldError } from '../../support/told-error.ts';

needsPosix('pipes in folders, and modes of files');

const processes = gitProcesses.run;
const finder = openEnvFileFinder(processes);

let base: string;
let root: string;
let cleanUp: (() => void)[];

beforeEach(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'clavis-find-')));
  root = join(base, 'project');
  mkdirSync(root);
  cleanUp = [() => rmSync(base, { recursive: true, force: true })];
  vi.stubEnv('HOME', base);
  vi.stubEnv('XDG_CONFIG_HOME', undefined);
});

afterEach(() => {
  vi.unstubAllEnvs();
  for (const task of cleanUp.reverse()) task();
});

function write(file: string, content = ''): string {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

function writeAll(...files: readonly string[]): void {
  for (const file of files) write(file);
}

/** Makes the project a real repository. */
function underGit(plan: Parameters<typeof makeGitProject>[0] = {}): ReturnType<typeof makeGitProject> {
  const made = makeGitProject(plan);
  cleanUp.push(made.remove);
  root = made.root;
  return made;
}

async function found(of = finder): Promise<string[]> {
  return (await of.find(root)).map(({ file }) => file);
}

describe('the env files of a project', () => {
  test('are those of its packages too, by path, ignored files among them, ignored folders not', async () => {
    underGit({
      ignore: ['.env*', '!.env.example', 'dist/', 'node_modules', '/generated'],
      files: {
        'package.json': '{"private":true}',
        'pnpm-workspace.yaml': 'packages: [apps/*, packages/*]',
        '.env': '',
        '.env.example': '',
        'apps/web/package.json': '{"devDependencies":{"vite":"^8"}}',
        'apps/web/.env.local': '',
        'apps/web/dist/.env': '',
        'apps/api/package.json': '{"dependencies":{"fastify":"^5"}}',
        'apps/api/.env': '',
        'apps/api/generated/.env': '',
        'packages/ui/package.json': '{}',
        'packages/ui/node_modules/thing/.env': '',
        'generated/.env': '',
        'node_modules/thing/.env': '',
      },
    });
    expect(await finder.find(root)).toEqual([
      { file: '.env', dialect: 'dotenv', expands: false },
      { file: 'apps/api/.env', dialect: 'dotenv', expands: false },
      { file: 'apps/api/generated/.env', dialect: 'dotenv', expands: false },
      { file: 'apps/web/.env.local', dialect: 'dotenv', expands: true },
    ]);
  });

  const namesOf: Readonly<Record<Dialect, readonly string[]>> = {
    dotenv: [
      ...['.env', '.env.local', '.env.production.local', 'prod.env', '.dev.vars', '.dev.vars.staging', 'a b.env'],
      ...['.env-dev', '.env_prod', '.ENV.test', 'env.local', 'env.production', '.flaskenv', '.secret.local'],
    ],
    shell: ['.envrc', '.envrc.local', '.env.sh', '.env.zsh', '.env.bash', '.env.ksh'],
    json: ['.env.json', 'env.json', 'secrets.json', '.env.local.json'],
    docker: ['docker.env', '.env.docker', '.env.docker.local'],
  };

  test.each(Object.entries(namesOf))('in %s are known by their names', async (dialect, names) => {
    writeAll(...names);
    const files = await finder.find(root);
    expect(files.map(({ file }) => file)).toEqual([...names].sort());
    expect(new Set(files.map((file) => file.dialect))).toEqual(new Set([dialect]));
  });

  test('are no patterns, backups, programs, encrypted files, nor what Clavis has not finished', async () => {
    writeAll('.env.example', '.env.sample', '.env.template', '.env.dist', '.env.defaults', '.env.schema', '.env.vault');
    writeAll('example.env', '.env.local.example', 'prod.example.env', '.dev.vars.example', '.env.EXAMPLE');
    writeAll('.env-example', '.env_sample', '.env-cmdrc', '.envrc.example', '.envrc.bak', 'env.ts', 'env.html');
    writeAll('.env~', '.env.bak', '.env.orig', '.env.swp', '.env.local.bak', '..env.clavis-1-1', '.env.clavis-2-2.env');
    writeAll(
      '.env.ts',
      '.env.d.ts',
      '.env.md',
      '.env.gpg',
      '.env.production.enc',
      'package.json',
      'env',
      '.environment',
    );
    mkdirSync(join(root, '.env'));
    expect(await found()).toEqual([]);
  });

  test('are found whatever the case of their names', async () => {
    write('.ENV');
    expect(await finder.find(root)).toEqual([{ file: '.ENV', dialect: 'dotenv', expands: false }]);
  });

  test.each(['.bashrc', '.zshrc', '.zshenv', '.profile', '.envrc.docker'])(
    'of shells are text for them: %s',
    async (name) => {
      expect(await finder.describe(root, name)).toMatchObject({ dialect: 'shell' });
    },
  );

  test.each([
    ['.env.fish', 'fish'],
    ['env.ps1', 'PowerShell'],
    ['env.nu', 'Nushell'],
    ['setenv.cmd', 'cmd'],
    ['.env.bat', 'cmd'],
    ['.tcshrc', 'csh'],
  ])('of other shells are refused by their names: %s', async (name, shell) => {
    write(name);
    expect(await toldError(finder.locate(root, join(root, name)))).toMatchObject({
      code: 'TARGET_IS_PROGRAM',
      message: expect.stringContaining(`${name} is for ${shell}`),
    });
    expect(await found()).toEqual([]);
  });

  test('are named as a pipe where they are one', async () => {
    execFileSync('mkfifo', [join(root, '.env')]);
    await expect(finder.locate(root, join(root, '.env'))).rejects.toMatchObject({ code: 'TARGET_IS_PIPE' });
  });

  test('for Docker are what Compose makes of them, where its file is next to them', async () => {
    const dialects = async () => (await finder.find(root)).map(({ dialect }) => dialect);
    writeAll('.env.docker', 'api/docker.env');
    expect(await dialects()).toEqual(['docker', 'docker']);
    write('compose.yaml', 'services:\n  web:\n    env_file: .env.docker\n');
    expect(await dialects()).toEqual(['dotenv', 'docker']);
    const entry = '      - path: "./.env.docker"\n        required: false\n        format: raw\n';
    write('compose.yaml', `services:\n  web:\n    env_file:\n${entry}`);
    expect(await dialects()).toEqual(['docker', 'docker']);
    write('compose.yaml', 'services: {web: {env_file: [{path: .env.docker, format: raw}]}}');
    expect(await dialects()).toEqual(['docker', 'docker']);
    const others = '      - path: .env.docker\n      - path: other.env\n        format: raw\n';
    write('compose.yaml', `services:\n  web:\n    env_file:\n${others}`);
    expect(await dialects()).toEqual(['dotenv', 'docker']);
  });

  test('lie in plain dot-folders, not in those of tools', async () => {
    writeAll('.devcontainer/.env', '.docker/docker.env', '.venv/.env', '.next/.env', '.git/.env', '.cache/.env');
    expect(await found()).toEqual(['.devcontainer/.env', '.docker/docker.env']);
  });

  test('are found without following links', async () => {
    write('apps/.env');
    writeFileSync(join(base, 'outside.env'), '');
    symlinkSync(base, join(root, 'up'));
    symlinkSync('.', join(root, 'self'));
    symlinkSync(join(base, 'outside.env'), join(root, '.env'));
    expect(await found()).toEqual(['apps/.env']);
  });

  test('are only files', async () => {
    mkdirSync(join(root, 'prod.env'));
    write('prod.env/.env');
    execFileSync('mkfifo', [join(root, '.env')]);
    expect(await found()).toEqual(['prod.env/.env']);
  });

  test('lie no deeper than six folders', async () => {
    writeAll('1/2/3/4/5/6/.env', '1/2/3/4/5/6/7/.env');
    expect(await found()).toEqual(['1/2/3/4/5/6/.env']);
  });

  test('next to a folder that may not be read are found all the same', async () => {
    writeAll('locked/.env', 'open/.env');
    chmodSync(join(root, 'locked'), 0o000);
    chmodSync(base, 0o755);
    await asOrdinaryUser(async () => expect(await found()).toEqual(['open/.env']));
  });

  test('of a folder that is gone are not looked for', async () => {
    renameSync(root, join(base, 'moved'));
    await expect(finder.find(root)).rejects.toMatchObject({ code: 'FOLDER_GONE' });
    symlinkSync(join(base, 'moved'), root);
    await expect(finder.find(root)).rejects.toMatchObject({ code: 'FOLDER_GONE' });
  });
});

describe('git, in a search', () => {
  test('is not needed: usual build folders are left out by name', async () => {
    const folders = ['dist', 'build', 'out', 'target', 'vendor', 'coverage', '.next', '.venv', 'apps/web/dist'];
    writeAll('.env', 'src/.env', ...folders.map((folder) => `${folder}/.env`));
    expect(await found()).toEqual(['.env', 'src/.env']);
    underGit({ files: { '.env': '', 'dist/.env': '', 'drop/.env': '' }, ignore: ['drop/'] });
    expect(await found()).toEqual(['.env', 'dist/.env']);
    expect(await found(openEnvFileFinder(processes, { path: base }))).toEqual(['.env', 'drop/.env']);
  });

  test('that can not read its repository leaves it to names too', async () => {
    const { write: put } = underGit({ files: { '.env': '', 'dist/.env': '', 'src/.env': '' }, ignore: ['src'] });
    put('.git/HEAD', 'nonsense');
    expect(await found()).toEqual(['.env', 'src/.env']);
  });

  test('is asked in nested repositories and submodules for themselves, ignored ones too', async () => {
    const library = makeGitProject({ files: { 'lib.ts': '' }, ignore: ['drop'], commit: true });
    cleanUp.push(library.remove);
    const { git: run, write: put } = underGit({ files: { '.env': '' }, ignore: ['clones/*', 'skip/'], commit: true });
    run(['-c', 'protocol.file.allow=always', 'submodule', 'add', '--quiet', library.root, 'lib']);
    for (const file of ['lib/.env', 'lib/skip/.env', 'lib/drop/.env', 'lib/a/drop/.env', 'skip/.env']) put(file, '');
    run(['clone', '--quiet', library.root, 'clones/one']);
    for (const file of ['clones/one/.env', 'clones/one/drop/.env', 'clones/two/.env']) put(file, '');
    expect(await found()).toEqual(['.env', 'clones/one/.env', 'lib/.env', 'lib/skip/.env']);
  });

  test('is asked about a project in a folder of a larger repository by that repository', async () => {
    underGit({ files: { 'app/.env': '', 'app/drop/.env': '', 'app/keep/.env': '' }, ignore: ['/app/drop/', 'keep'] });
    root = join(root, 'app');
    write('.gitignore', '!keep\n');
    expect(await found()).toEqual(['.env', 'keep/.env']);
  });

  test('does not hide a project in a home folder whose repository ignores everything', async () => {
    underGit({ ignore: ['*'], files: { 'code/app/.env': '', 'code/app/src/.env': '', 'code/app/dist/.env': '' } });
    root = join(root, 'code/app');
    expect(await found()).toEqual(['.env', 'src/.env']);
  });

  test('tells folders of any name apart', async () => {
    const names = ['-v', ':(top)x', '#a', '!b', 'with space', 'q"uote', 'new\nline', '日本', '[ab]', 'back\\slash'];
    const { write: put } = underGit({ ignore: ['drop*'] });
    for (const name of names) {
      put(`${name}/.env`, '');
      put(`drop${name}/.env`, '');
    }
    expect(await found()).toEqual(names.map((name) => `${name}/.env`).sort());
  });

  test('is asked about thousands of folders at once', async () => {
    const { write: put } = underGit({ ignore: ['drop-*'] });
    for (let count = 0; count < 1500; count += 1) {
      mkdirSync(join(root, `drop-${'x'.repeat(60)}-${count}`));
      mkdirSync(join(root, `keep-${'x'.repeat(60)}-${count}`));
    }
    put(`drop-${'x'.repeat(60)}-1499/.env`, '');
    put(`keep-${'x'.repeat(60)}-1499/.env`, '');
    expect(await found()).toEqual([`keep-${'x'.repeat(60)}-1499/.env`]);
  });

  test('runs nothing that the project names or brings', async () => {
    const { write: put, git: run } = underGit({ files: { '.env': '', 'a/b/.env': '' }, commit: true });
    const trace = join(base, 'ran');
    const script = put('bin/git', `#!/bin/sh\ntouch ${trace}\n`);
    chmodSync(script, 0o755);
    run(['config', 'core.fsmonitor', script]);
    const hostile = openEnvFileFinder(processes, { path: `bin:${join(root, 'bin')}:${process.env['PATH']}` });
    expect(await found(hostile)).toEqual(['.env', 'a/b/.env']);
    expect(existsSync(trace)).toBe(false);
    execFileSync('git', ['ls-files'], { cwd: root, stdio: 'ignore' });
    expect(existsSync(trace)).toBe(true);
  });
});

describe('whether the reader of an env file expands $name', () => {
  const expandsWith = async (manifest: string | object): Promise<boolean> => {
    write('package.json', typeof manifest === 'string' ? manifest : JSON.stringify(manifest));
    return (await finder.describe(root, '.env')).expands;
  };

  test.each([
    'vite',
    'next',
    'nuxt',
    'astro',
    '@sveltejs/kit',
    'dotenv-expand',
    'parcel',
    'react-scripts',
    'expo',
    'nx',
    '@vue/cli-service',
    '@rsbuild/core',
    'dotenv-cli',
    'wrangler',
    'wxt',
    '@nestjs/config',
    '@ngx-env/builder',
    '@craco/craco',
    '@quasar/app-vite',
    '@medusajs/medusa',
    'umi',
    'waku',
    'payload',
  ])('follows from %s in the package.json', async (name) => {
    expect(await expandsWith({ dependencies: { [name]: '1' } })).toBe(true);
    expect(await expandsWith({ devDependencies: { [name]: '1' } })).toBe(true);
    expect(await expandsWith({ scripts: { [name]: '1' }, dependencies: { [`like-${name}`]: '1' } })).toBe(false);
  });

  test.each(['dotenv', '@dotenvx/dotenvx', 'prisma', 'gatsby', '@remix-run/dev'])(
    'does not follow from %s',
    async (name) => {
      expect(await expandsWith({ dependencies: { [name]: '1' } })).toBe(false);
    },
  );

  test('is another question for .dev.vars, which Wrangler parses alone', async () => {
    write('package.json', '{"devDependencies":{"wrangler":"4"}}');
    writeAll('.env', '.dev.vars', '.dev.vars.staging');
    expect((await finder.find(root)).map(({ file, expands }) => [file, expands])).toEqual([
      ['.dev.vars', false],
      ['.dev.vars.staging', false],
      ['.env', true],
    ]);
  });

  test('is not said by a package.json without them, a broken or an odd one', async () => {
    expect(await expandsWith({ dependencies: { dotenv: '1' } })).toBe(false);
    for (const odd of [
      '{"dependencies":{"vite":"1"}',
      '',
      '[]',
      'null',
      '{"dependencies":["vite"]}',
      '{"dependencies":7}',
    ]) {
      expect(await expandsWith(odd)).toBe(false);
    }
    expect(await expandsWith('\uFEFF{"dependencies":{"vite":"1"}}')).toBe(true);
    write('bun.lock');
    expect(await expandsWith('{')).toBe(false);
  });

  test('is said by the nearest one, inside the project alone', async () => {
    writeFileSync(join(base, 'package.json'), '{"dependencies":{"vite":"1"}}');
    write('apps/api/src/.env');
    expect((await finder.describe(root, 'apps/api/src/.env')).expands).toBe(false);
    write('package.json', '{"dependencies":{"vite":"1"}}');
    expect((await finder.describe(root, 'apps/api/src/.env')).expands).toBe(true);
    expect((await finder.describe(root, 'not/there/yet/.env')).expands).toBe(true);
    write('apps/api/package.json', '{}');
    expect((await finder.describe(root, 'apps/api/src/.env')).expands).toBe(false);
    write('apps/api/package.json', '{');
    expect((await finder.describe(root, 'apps/api/src/.env')).expands).toBe(false);
  });

  test.each(['bun.lock', 'bun.lockb', 'bunfig.toml'])('follows from Bun, whose %s lies at the top', async (name) => {
    writeAll('packages/a/.env', name);
    write('packages/a/package.json', '{}');
    expect(await finder.find(root)).toEqual([{ file: 'packages/a/.env', dialect: 'dotenv', expands: true }]);
  });

  test('follows from Bun as package manager', async () => {
    expect(await expandsWith({ packageManager: 'bun@1.3.0' })).toBe(true);
    expect(await expandsWith({ packageManager: 'bunny@1.3.0' })).toBe(false);
  });

  test('is a question of dotenv files only', async () => {
    write('package.json', '{"dependencies":{"vite":"1"}}');
    writeAll('.env', '.envrc', 'docker.env', 'env.json');
    expect((await finder.find(root)).map(({ file, expands }) => [file, expands])).toEqual([
      ['.env', true],
      ['.envrc', false],
      ['docker.env', false],
      ['env.json', false],
    ]);
  });

  test('is not asked of a package.json that is a pipe', async () => {
    execFileSync('mkfifo', [join(root, 'package.json')]);
    expect((await finder.describe(root, '.env')).expands).toBe(false);
  });
});

describe('a file of any name', () => {
  test.each([
    ['config/app.json', 'json'],
    ['config/setup.bash', 'shell'],
    ['config/vars', 'dotenv'],
    ['.env.example', 'dotenv'],
    ['docker.env', 'docker'],
  ])('%s would be %s', async (file, dialect) => {
    expect(await finder.describe(root, file)).toEqual({ file, dialect, expands: false });
  });

  test.each(['../.env', '/etc/env', 'a/../../b', ''])('%j, out of the project, is refused', async (file) => {
    await expect(finder.describe(root, file)).rejects.toMatchObject({ code: 'TARGET_LEAVES_PROJECT' });
  });
});

describe('a picked file', () => {
  test('is named from the root, its folders by where they truly are', async () => {
    write('apps/web/.env');
    symlinkSync('apps/web', join(root, 'web'));
    symlinkSync(root, join(base, 'alias'));
    expect(await finder.locate(root, join(root, 'apps/web/.env'))).toBe('apps/web/.env');
    expect(await finder.locate(root, join(root, 'apps/web/.env.new'))).toBe('apps/web/.env.new');
    expect(await finder.locate(root, join(base, 'alias/web/.env'))).toBe('apps/web/.env');
    expect(await finder.locate(root, join(root, 'apps/../.env'))).toBe('.env');
    symlinkSync('apps/web/.env', join(root, '.env'));
    expect(await finder.locate(root, join(root, '.env'))).toBe('.env');
  });

  test('outside the project is refused, also through a link that looks inside', async () => {
    mkdirSync(join(base, 'project-2'));
    writeFileSync(join(base, 'project-2/.env'), '');
    writeFileSync(join(base, '.env'), '');
    symlinkSync(join(base, 'project-2'), join(root, 'inside'));
    symlinkSync(join(base, '.env'), join(root, '.env'));
    for (const picked of ['../.env', '../project-2/.env', 'inside/.env', '.env']) {
      await expect(finder.locate(root, join(root, picked))).rejects.toMatchObject({ code: 'TARGET_LEAVES_PROJECT' });
    }
  });

  test('that is none, or whose folder is gone, is refused', async () => {
    mkdirSync(join(root, 'folder'));
    for (const picked of [join(root, 'folder'), root, '/', '.env']) {
      await expect(finder.locate(root, picked)).rejects.toMatchObject({ code: 'TARGET_NOT_A_FILE' });
    }
    await expect(finder.locate(root, join(root, 'gone/.env'))).rejects.toMatchObject({ code: 'FOLDER_GONE' });
    renameSync(root, join(base, 'moved'));
    await expect(finder.locate(root, join(root, '.env'))).rejects.toMatchObject({ code: 'FOLDER_GONE' });
  });
});

describe('a huge project', () => {
  test('with more files in its own folder than are looked at shows its main env files', async () => {
    for (let index = 0; index < 6000; index += 1) write(`image-${index}.png`);
    writeAll('.env', '.env.local');
    expect(await found()).toEqual(['.env', '.env.local']);
  });
});

describe('the programs that read an env file', () => {
  const readers = async (file = '.env'): Promise<string[]> =>
    (await finder.readers(root, file)).map(({ name, foundIn }) => `${name} (${foundIn})`);

  test('are told by the manifest of each language', async () => {
    write('package.json', '{"dependencies":{"vite":"8"},"devDependencies":{"dotenv":"18"}}');
    write('composer.json', '{"require":{"laravel/framework":"^12.0"}}');
    write('Gemfile', 'source \'https://rubygems.org\'\n  gem "dotenv-rails", groups: [:development]\n');
    write('pyproject.toml', '[project]\ndependencies = ["Django-environ>=0.11", "django"]\n');
    write('go.mod', 'module x\n\nrequire (\n\tgithub.com/joho/godotenv v1.5.1\n)\n');
    expect(await readers()).toEqual([
      'Vite (package.json)',
      'dotenv (package.json)',
      'Ruby’s dotenv (Gemfile)',
      'phpdotenv (composer.json)',
      'django-environ (pyproject.toml)',
      'godotenv (go.mod)',
    ]);
  });

  test('are none where nothing says so, or only something alike does', async () => {
    expect(await readers()).toEqual([]);
    write('package.json', '{"dependencies":{"vite-node":"8"}}');
    write('composer.json', '{"require":{"vlucas/phpdotenv-like":"1"},"suggest":{"vlucas/phpdotenv":"1"}}');
    write('Gemfile', "# gem 'dotenv'\n");
    write('requirements.txt', '# python-dotenv\npython-dotenv-vault==1\n');
    write('go.mod', 'module github.com/joho/godotenv\n');
    expect(await readers()).toEqual([]);
  });

  test('are told by files of runtimes and of Docker Compose, that by one next to the env file alone', async () => {
    writeAll('deno.json', 'compose.yaml');
    write('package.json', '{"scripts":{"start":"node --env-file=.env server.js"}}');
    expect(await readers()).toEqual(['Node.js (package.json)', 'Deno (deno.json)', 'Docker Compose (compose.yaml)']);
    expect(await readers('api/.env')).toEqual(['Node.js (package.json)', 'Deno (deno.json)']);
  });

  test('of a folder that is gone are not looked for', async () => {
    renameSync(root, join(base, 'moved'));
    await expect(finder.readers(root, '.env')).rejects.toMatchObject({ code: 'FOLDER_GONE' });
  });
});

import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Kept from run to run; no part of what `npm ci` installs. */
const folder = fileURLToPath(new URL('../../../node_modules/.cache/env-readers/', import.meta.url));

const system = `${platform()}-${arch()}${platform() === 'linux' ? '-glibc' : ''}`;
/** None of them runs a script while it is installed, nor downloads more than itself. */
const packages = {
  [`@deno/${system}`]: '2.9.6',
  '@dotenvx/dotenvx': '2.38.2',
  // The newest, and what Vue CLI 5 and Create React App 5 bring.
  'dotenv-expand': '1000.0.0',
  'dotenv-10': 'npm:dotenv@10.0.0',
  'dotenv-expand-5': 'npm:dotenv-expand@5.1.0',
};

/** Installs npm's readers next to the project's own packages. Throws where npm can't. */
export function installNpmReaders(): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: packages }));
  const { status } = spawnSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'], {
    cwd: folder,
    stdio: 'ignore',
  });
  if (status !== 0) throw new Error('npm could not install the readers');
}

/** A module of npm's readers. Throws where it was not installed. */
export function requireReader(name: string): unknown {
  return createRequire(join(folder, 'package.json'))(name);
}

export function pathOfDeno(): string {
  return join(folder, 'node_modules', '@deno', system, 'deno');
}

function isInstalled(name: string): boolean {
  const { stdout } = spawnSync('dpkg-query', ['-W', '-f', '${db:Status-Status}', name], { encoding: 'utf8' });
  return stdout === 'installed';
}

/** Installs what is missing of Debian's packages where that is allowed; what stays missing has its readers left out. */
export function installDebianReaders(names: readonly string[]): void {
  const missing = names.filter((name) => !isInstalled(name));
  if (missing.length === 0 || process.getuid?.() !== 0) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...missing],
  ]) {
    spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env });
  }
}

/** Throws, naming the packages, unless all of them are there. */
export function requireDebian(names: readonly string[]): void {
  const missing = names.filter((name) => !isInstalled(name));
  if (missing.length > 0) throw new Error(`no ${missing.join(', ')}`);
}

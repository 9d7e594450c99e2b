/** What the tests need from the system, and how each is looked for. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

interface Need {
  readonly debian: string;
  /** Any one of these commands will do. */
  readonly commands?: readonly string[];
  readonly isThere?: () => boolean;
  /** Its tests are skipped by name where it can't be had. */
  readonly optional?: true;
}

const hasModule = (name: string): boolean =>
  spawnSync('/usr/bin/python3', ['-c', `import ${name}`], { stdio: 'ignore' }).status === 0;

const linuxNeeds: readonly Need[] = [
  { debian: 'chromium', commands: ['chromium', 'chromium-browser', 'google-chrome', 'microsoft-edge'] },
  { debian: 'xvfb', commands: ['Xvfb'] },
  { debian: 'xclip', commands: ['xclip'] },
  { debian: 'dbus', commands: ['dbus-daemon'] },
  { debian: 'gnome-keyring', commands: ['gnome-keyring-daemon'] },
  { debian: 'libsecret-tools', commands: ['secret-tool'] },
  { debian: 'git', commands: ['git'] },
  { debian: 'age', commands: ['age'] },
  // gio is in it, too.
  { debian: 'libglib2.0-bin', commands: ['gdbus'] },
  { debian: 'python3-dotenv', isThere: () => hasModule('dotenv') },
  { debian: 'mercurial', commands: ['hg'], optional: true },
  { debian: 'subversion', commands: ['svn'], optional: true },
  { debian: 'fossil', commands: ['fossil'], optional: true },
  // A file system that takes no account of case.
  { debian: 'python3-fusepy', isThere: () => hasModule('fusepy'), optional: true },
];

function isCommand(name: string): boolean {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders.some((folder) => existsSync(path.join(folder, name)));
}

function isMissing({ commands, isThere }: Need): boolean {
  return isThere === undefined ? !(commands ?? []).some(isCommand) : !isThere();
}

function aptGet(args: readonly string[]): boolean {
  const { status } = spawnSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}

/** All at once; where one of them can't be had, which stops apt, each by itself. */
function install(packages: readonly string[]): void {
  const options = ['install', '-y', '-qq', '--no-install-recommends'];
  aptGet(['update', '-qq']);
  if (!aptGet([...options, ...packages])) for (const one of packages) aptGet([...options, one]);
}

/**
 * Makes sure that what the tests need is there. As root on Debian and its kin it installs what is missing; elsewhere
 * it says the one line to run and ends the process with 1. macOS and Windows bring what their tests use.
 */
export function requirePrograms(): void {
  if (process.platform !== 'linux') return;
  const missing = linuxNeeds.filter(isMissing);
  if (missing.length === 0) return;
  const names = missing.map(({ debian }) => debian).join(' ');
  if (process.getuid?.() === 0 && isCommand('apt-get')) {
    console.log(`Installing with apt-get: ${names}`);
    install(missing.map(({ debian }) => debian));
    const still = missing.filter(isMissing);
    const needed = still.filter(({ optional }) => !optional).map(({ debian }) => debian);
    if (needed.length > 0) throw new Error(`Still missing after apt-get: ${needed.join(' ')}`);
    if (still.length > 0) console.log(`Some tests are skipped without: ${still.map(({ debian }) => debian).join(' ')}`);
    return;
  }
  if (missing.every(({ optional }) => optional)) {
    console.log(`Some tests are skipped. To run them:\n  sudo apt-get install ${names}`);
    return;
  }
  console.error(`The tests need programs that are not here. Run:\n  sudo apt-get install ${names}`);
  process.exit(1);
}

/** What the tests need from the system, and how each is looked for. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

interface Need {
  readonly debian: string;
  /** Any one of these commands will do. */
  readonly commands?: readonly string[];
  readonly isThere?: () => boolean;
  /** Only some tests need it, and these are skipped by name where it can't be had. */
  readonly isOptional?: boolean;
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
  { debian: 'mercurial', commands: ['hg'], isOptional: true },
  { debian: 'subversion', commands: ['svn'], isOptional: true },
  { debian: 'fossil', commands: ['fossil'], isOptional: true },
  // A file system that takes no account of case.
  { debian: 'python3-fusepy', isThere: () => hasModule('fusepy'), isOptional: true },
  { debian: 'keepassxc', commands: ['keepassxc'], isOptional: true },
  // Answers the windows in which KeePassXC asks.
  { debian: 'xdotool', commands: ['xdotool'], isOptional: true },
  { debian: 'libkf5wallet-bin', commands: ['kwalletd5'], isOptional: true },
];

/** Whether a program is on the PATH. */
export function isCommand(name: string): boolean {
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

const install = (packages: readonly string[]): boolean =>
  aptGet(['install', '-y', '-qq', '--no-install-recommends', ...packages]);

/**
 * Makes sure that what the tests need is there. As root on Debian and its kin it installs what is missing; elsewhere
 * it says the one line to run, and ends the process with 1 where not all tests could run. macOS and Windows bring what their
 * tests use.
 */
export function requirePrograms(): void {
  if (process.platform !== 'linux') return;
  const missing = linuxNeeds.filter(isMissing);
  if (missing.length === 0) return;
  const names = missing.map(({ debian }) => debian).join(' ');
  if (process.getuid?.() !== 0 || !isCommand('apt-get')) {
    console.error(`The tests need programs that are not here. Run:\n  sudo apt-get install ${names}`);
    if (missing.some(({ isOptional }) => isOptional !== true)) process.exit(1);
    return;
  }
  console.log(`Installing with apt-get: ${names}`);
  aptGet(['update', '-qq']);
  const required = missing.filter(({ isOptional }) => isOptional !== true).map(({ debian }) => debian);
  if (required.length > 0) install(required);
  for (const { debian, isOptional } of missing) if (isOptional === true) install([debian]);
  const still = linuxNeeds.filter(isMissing);
  for (const { debian } of still) console.error(`Still missing after apt-get: ${debian}`);
  if (still.some(({ isOptional }) => isOptional !== true)) process.exit(1);
}

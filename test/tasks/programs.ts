/** What the tests need from the system, and how each is looked for. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

interface Need {
  readonly debian: string;
  /** Any one of these commands will do. */
  readonly commands?: readonly string[];
  readonly isThere?: () => boolean;
}

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
  {
    debian: 'python3-dotenv',
    isThere: () => spawnSync('/usr/bin/python3', ['-c', 'import dotenv'], { stdio: 'ignore' }).status === 0,
  },
];

function isCommand(name: string): boolean {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders.some((folder) => existsSync(path.join(folder, name)));
}

function isMissing({ commands, isThere }: Need): boolean {
  return isThere === undefined ? !(commands ?? []).some(isCommand) : !isThere();
}

function aptGet(args: readonly string[]): void {
  const { status } = spawnSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0) throw new Error(`apt-get ${args.join(' ')} failed`);
}

/**
 * Makes sure that what the tests need is there. As root on Debian and its kin it installs what is missing; elsewhere
 * it says the one line to run and ends the process with 1. macOS and Windows bring what their tests use.
 */
export function requirePrograms(): void {
  if (process.platform !== 'linux') return;
  const missing = linuxNeeds.filter(isMissing).map(({ debian }) => debian);
  if (missing.length === 0) return;
  if (process.getuid?.() === 0 && isCommand('apt-get')) {
    console.log(`Installing with apt-get: ${missing.join(' ')}`);
    aptGet(['update', '-qq']);
    aptGet(['install', '-y', '-qq', '--no-install-recommends', ...missing]);
    const still = linuxNeeds.filter(isMissing).map(({ debian }) => debian);
    if (still.length === 0) return;
    throw new Error(`Still missing after apt-get: ${still.join(' ')}`);
  }
  console.error(`The tests need programs that are not here. Run:\n  sudo apt-get install ${missing.join(' ')}`);
  process.exit(1);
}

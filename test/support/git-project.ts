import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface GitProject {
  /** Absolute, links resolved. */
  readonly root: string;
  /** Runs git in the project (or in a folder of it) and gives what it printed. */
  git(args: readonly string[], folder?: string): string;
  /** Writes a file, its folders made where they are missing, and gives its absolute path. */
  write(file: string, content: string | Uint8Array): string;
  /** Removes everything. */
  remove(): void;
}

export interface GitProjectPlan {
  /** The folder's own name, where it is to be seen. */
  readonly name?: string;
  /** Contents by path, relative to the root. */
  readonly files?: Readonly<Record<string, string>>;
  /** The lines of `.gitignore`; no such file without them. */
  readonly ignore?: readonly string[];
  /** Whether the files are committed, but for the ignored ones. */
  readonly commit?: boolean;
}

/** A folder of its own with a real git repository in it, untouched by the configuration of whoever runs the tests. */
export function makeGitProject({ name = '', files = {}, ignore, commit = false }: GitProjectPlan = {}): GitProject {
  const parent = realpathSync(mkdtempSync(join(tmpdir(), 'clavis-git-')));
  const root = join(parent, name);
  mkdirSync(root, { recursive: true });
  const project: GitProject = {
    root,
    git: (args, folder = '') => runQuietly(join(root, folder), args),
    write: (file, content) => {
      const path = join(root, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
      return path;
    },
    remove: () => rmSync(parent, { recursive: true, force: true }),
  };
  project.git(['init', '--quiet', '--initial-branch=main']);
  for (const [file, content] of Object.entries(files)) project.write(file, content);
  if (ignore !== undefined) project.write('.gitignore', ignore.map((line) => `${line}\n`).join(''));
  if (commit) {
    project.git(['add', '--all']);
    project.git(['commit', '--quiet', '--allow-empty', '--message=First']);
  }
  return project;
}

function runQuietly(cwd: string, args: readonly string[]): string {
  return execFileSync('git', [...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: '/nonexistent',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: 'A Developer',
      GIT_AUTHOR_EMAIL: 'developer@example.com',
      GIT_COMMITTER_NAME: 'A Developer',
      GIT_COMMITTER_EMAIL: 'developer@example.com',
    },
  });
}

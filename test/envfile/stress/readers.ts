import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import dotenv from 'dotenv';
import { loadEnv } from 'vite';
import { readDockerEnv } from '../../support/docker-env-reader.ts';

/** How a file was written: for which dialect, and whether for readers that expand `$NAME`. */
export type Form = 'dotenv' | 'expanding' | 'docker' | 'shell';

/** A program that isn't ours and reads env files. */
export interface Reader {
  readonly name: string;
  readonly forms: readonly Form[];
  /** Whether lines may end in CRLF; a shell takes the carriage return for a part of the value. */
  readonly crlf: boolean;
  /** `folder` holds nothing but the file, which is named `.env`. */
  readonly read: (folder: string) => Promise<Record<string, string | null>>;
}

/** Names that generated files use begin so; it keeps the readers' own environment out of what they print. */
export const NAME_PREFIX = 'CLAVIS_PROOF_';

const PRINT = `process.stdout.write(JSON.stringify(Object.fromEntries(Object.entries(process.env).filter(([name]) => name.startsWith('${NAME_PREFIX}')))))`;
const PYTHON = 'import json, sys, dotenv; print(json.dumps(dotenv.dotenv_values(sys.argv[1])))';

/** All seven; throws, naming the package to install, where one is absent: a reader is never skipped. */
export async function findReaders(): Promise<Reader[]> {
  const bun = await findBun();
  const readers: Reader[] = [
    {
      name: 'dotenv',
      forms: ['dotenv'],
      crlf: true,
      read: async (folder) => dotenv.parse(await readFile(`${folder}/.env`)),
    },
    {
      name: 'Vite',
      forms: ['expanding'],
      crlf: true,
      read: async (folder) => loadEnv('production', folder, NAME_PREFIX),
    },
    {
      name: 'node',
      forms: ['dotenv'],
      crlf: true,
      read: async (folder) => parseJson(await run(process.execPath, ['--env-file=.env', '-e', PRINT], folder)),
    },
    {
      name: 'bash',
      forms: ['dotenv', 'shell'],
      crlf: false,
      read: async (folder) => parseNul(await run('bash', ['-c', 'set -a; . ./.env && exec env -0'], folder)),
    },
    {
      name: 'python-dotenv',
      forms: ['dotenv'],
      crlf: true,
      read: async (folder) => parseJson(await run('/usr/bin/python3', ['-c', PYTHON, '.env'], folder)),
    },
    {
      name: 'Bun',
      forms: ['expanding'],
      crlf: true,
      read: async (folder) => parseJson(await run(bun, ['--env-file=.env', '-e', PRINT], folder)),
    },
    { name: 'docker', forms: ['docker'], crlf: true, read: readAsDocker },
  ];
  await run('/usr/bin/python3', ['-c', 'import dotenv'], '/').catch(() => {
    throw new Error("The reader python-dotenv is absent: install Debian's python3-dotenv.");
  });
  return readers;
}

async function findBun(): Promise<string> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@oven/bun-${system}-${process.arch === 'arm64' ? 'aarch64' : process.arch}`;
  try {
    return fileURLToPath(
      new URL(process.platform === 'win32' ? 'bin/bun.exe' : 'bin/bun', import.meta.resolve(`${name}/package.json`)),
    );
  } catch {
    throw new Error(`The reader Bun is absent: run \`npm install\` (${name}).`);
  }
}

async function readAsDocker(folder: string): Promise<Record<string, string>> {
  const bytes = await readFile(`${folder}/.env`);
  const kept = Object.fromEntries(readDockerEnv(bytes, false));
  const dropped = Object.fromEntries(readDockerEnv(bytes, true));
  for (const [name, value] of Object.entries(kept))
    if (dropped[name] !== value) kept[name] = `(releases differ) ${value}`;
  return kept;
}

async function run(command: string, args: string[], cwd: string): Promise<string> {
  const env = { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8' };
  const { stdout } = await promisify(execFile)(command, args, { cwd, env, encoding: 'utf8', maxBuffer: 2 ** 28 });
  return stdout;
}

function parseJson(text: string): Record<string, string | null> {
  const values: unknown = JSON.parse(text);
  if (typeof values !== 'object' || values === null) throw new Error('A reader printed no object.');
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? value : null]),
  );
}

function parseNul(text: string): Record<string, string> {
  const pairs = text
    .split('\0')
    .map((pair): [string, string] => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]);
  return Object.fromEntries(pairs.filter(([name]) => name.startsWith(NAME_PREFIX)));
}

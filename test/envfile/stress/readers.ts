import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import dotenv from 'dotenv';
import { loadEnv } from 'vite';
import { readDockerEnv } from '../../support/docker-env-reader.ts';
import { dotenvForms, NAME_PREFIX, PRINT, parseJson, type Reader, readBySourcing, run } from './reader.ts';

const PYTHON = 'import json, sys, dotenv; print(json.dumps(dotenv.dotenv_values(sys.argv[1])))';

/** Those that every run of the tests has; throws, naming the package to install, where one is absent: none of them is skipped. */
export async function findReaders(): Promise<Reader[]> {
  const bun = await findBun();
  const readers: Reader[] = [
    {
      name: 'dotenv',
      id: 'dotenv',
      forms: dotenvForms,
      crlf: true,
      read: async (folder) => dotenv.parse(await readFile(`${folder}/.env`)),
    },
    {
      name: 'Vite',
      id: 'vite',
      forms: dotenvForms,
      crlf: true,
      read: async (folder) => loadEnv('production', folder, NAME_PREFIX),
    },
    {
      name: 'node',
      id: 'node',
      forms: dotenvForms,
      crlf: true,
      read: async (folder) => parseJson(await run(process.execPath, ['--env-file=.env', '-e', PRINT], { cwd: folder })),
    },
    {
      name: 'bash',
      id: 'shell',
      forms: [...dotenvForms, 'shell'],
      crlf: false,
      read: (folder) => readBySourcing(['bash'], folder),
    },
    {
      name: 'python-dotenv',
      id: 'pythonDotenv',
      forms: dotenvForms,
      crlf: true,
      read: async (folder) => parseJson(await run('/usr/bin/python3', ['-c', PYTHON, '.env'], { cwd: folder })),
    },
    {
      name: 'Bun',
      id: 'bun',
      forms: dotenvForms,
      crlf: true,
      read: async (folder) => parseJson(await run(bun, ['--env-file=.env', '-e', PRINT], { cwd: folder })),
    },
    { name: 'docker', forms: ['docker'], crlf: true, isRules: true, read: readAsDocker },
  ];
  await run('/usr/bin/python3', ['-c', 'import dotenv'], { cwd: '/' }).catch(() => {
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

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { json } from 'node:stream/consumers';
import type { TestVault } from '../support/test-vault.ts';

/** A program that reads env files in another way than the dialect's own readers, and a value that it runs a part of. */
export interface ValueReader {
  readonly title: string;
  readonly file: string;
  readonly programs: readonly string[];
  /** `root`: the project's folder. */
  readonly value: (root: string) => string;
  /** Reads the file as people do; gives whether a part of the value became more than text. */
  readonly read: (root: string) => Promise<boolean> | boolean;
}

const marker = (root: string): string => path.join(root, 'ran');
const withNode = (root: string): string => `--require=${path.join(root, 'mark.cjs')}`;
const node = JSON.stringify(process.execPath);

function sh(root: string, script: string): string {
  const env = { PATH: '/usr/local/bin:/usr/bin:/bin', HOME: root };
  return spawnSync('bash', ['--norc', '-c', script], { cwd: root, encoding: 'utf8', env, timeout: 60_000 }).stdout;
}

/** Whether the script leaves the mark. */
function marks(script: string): (root: string) => boolean {
  return (root) => {
    sh(root, script);
    return existsSync(marker(root));
  };
}

export const readers: readonly ValueReader[] = [
  {
    title: 'make, which includes .env',
    file: '.env',
    programs: ['make'],
    value: (root) => `x\nPWNED != touch ${marker(root)}; echo y #`,
    read: marks('make build'),
  },
  {
    title: 'export $(grep -v ^# .env | xargs)',
    file: '.env',
    programs: ['bash', 'xargs'],
    value: (root) => `x NODE_OPTIONS=${withNode(root)}`,
    read: marks(`export $(grep -v '^#' .env | xargs); ${node} -e 0`),
  },
  {
    title: 'a shell that exports .env line by line',
    file: '.env',
    programs: ['bash'],
    value: (root) => `x\nNODE_OPTIONS=${withNode(root)}\n#`,
    read: marks(`while IFS= read -r line; do export "$line"; done < .env; ${node} -e 0`),
  },
  {
    title: 'a shell that sources .env.docker',
    file: '.env.docker',
    programs: ['bash'],
    value: (root) => `x$(touch ${marker(root)})`,
    read: marks('set -a; . ./.env.docker'),
  },
  {
    title: 'docker --env-file .env',
    file: '.env',
    programs: ['docker'],
    value: () => 'x\nNODE_OPTIONS=--require=/app/uploads/evil.js\n#',
    read: async (root) => (await dockerEnv(root)).some((line) => line.startsWith('NODE_OPTIONS=')),
  },
];

/** The variables that docker would give to a container, as it tells its daemon. */
async function dockerEnv(root: string): Promise<string[]> {
  let env: string[] = [];
  const daemon = createServer((request, response) => {
    const isCreate = request.url?.includes('/containers/create') === true;
    response.setHeader('Api-Version', '1.49');
    response.setHeader('Content-Type', 'application/json');
    const answer = (): void => void response.end(isCreate ? '{"Id":"abc","Warnings":[]}' : 'OK');
    if (!isCreate) return answer();
    void json(request).then((body) => {
      if (body instanceof Object && 'Env' in body && Array.isArray(body.Env)) env = body.Env.map(String);
      answer();
    });
  });
  await new Promise<void>((done) => daemon.listen(0, '127.0.0.1', done));
  const address = daemon.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const client = spawn('docker', ['create', '--env-file', '.env', 'app'], {
    cwd: root,
    env: { PATH: process.env['PATH'], HOME: root, DOCKER_HOST: `tcp://127.0.0.1:${port}` },
    stdio: 'ignore',
  });
  await new Promise((done) => client.on('exit', done));
  daemon.closeAllConnections();
  daemon.close();
  return env;
}

/** Whether the reader runs a part of what the file holds now. */
export async function runs({ read }: ValueReader, root: string): Promise<boolean> {
  rmSync(marker(root), { force: true });
  return await read(root);
}

/** How the same programs end up with a value, for values that they must take whole. */
export const takes: readonly { title: string; file: string; read: (root: string) => string }[] = [
  { title: 'make', file: '.env', read: (root) => sh(root, 'make show').trimEnd() },
  {
    title: 'xargs in a shell',
    file: '.env',
    read: (root) => sh(root, `export $(grep -v '^#' .env | xargs); printf %s "$SESSION_SECRET"`),
  },
  { title: 'a shell', file: '.env.docker', read: (root) => sh(root, '. ./.env.docker; printf %s "$SESSION_SECRET"') },
];

let count = 0;

/** A linked folder with this one env file, a Makefile that includes it, and a module that leaves the mark. */
export async function linkFolder(
  test: TestVault,
  file: string,
  text: string,
): Promise<{ root: string; targetId: string }> {
  count += 1;
  const root = path.join(test.folder, `project-${count}`);
  mkdirSync(root);
  writeFileSync(path.join(root, file), text);
  writeFileSync(
    path.join(root, 'Makefile'),
    'include .env\nexport\n\nbuild:\n\t@:\n\nshow:\n\t@:$(info $(SESSION_SECRET))\n',
  );
  writeFileSync(
    path.join(root, 'mark.cjs'),
    `require('node:fs').writeFileSync(${JSON.stringify(marker(root))}, '');\n`,
  );
  const { targets } = await test.vault.projects.link(root);
  return { root, targetId: targets.find((target) => target.file === file)?.id ?? '' };
}

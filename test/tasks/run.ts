import { spawn } from 'node:child_process';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');
const bin = path.join(root, 'node_modules/.bin');

/** Where Node keeps what it compiled: the stand-in, workers and test programs start in half the time. */
const compileCache = path.join(root, 'node_modules/.cache/clavis/compiled');

/** The environment of every task: the pinned Node first on the PATH. */
export function taskEnv(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const searched = `${bin}${path.delimiter}${process.env['PATH'] ?? ''}`;
  return { ...process.env, PATH: searched, NODE_COMPILE_CACHE: compileCache, ...extra };
}

/** Runs a program of the project, its output shown as it comes. Returns its exit code. */
export function run(command: string, args: readonly string[], env = taskEnv()): Promise<number> {
  return new Promise((resolve, reject) => {
    const shell = process.platform === 'win32';
    const child = spawn(command, args, { cwd: root, env, stdio: 'inherit', shell });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** Runs one program after the other and stops at the first that fails. Returns the exit code. */
export async function runAll(steps: readonly (readonly [string, ...string[]])[]): Promise<number> {
  for (const [command, ...args] of steps) {
    const code = await run(command, args);
    if (code !== 0) return code;
  }
  return 0;
}

import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { requirePrograms } from './programs.ts';
import { root, run } from './run.ts';

/** How one bench or attack ended. */
export interface Outcome {
  /** `NAME: 1.24x of a blank window, goal 1.30`. */
  readonly lastLine: string;
  readonly ok: boolean;
}

type Kind = 'bench' | 'stress';

async function load(kind: Kind, name: string): Promise<object> {
  const module: unknown = await import(path.join(root, 'test', kind, `${name}.ts`));
  if (typeof module !== 'object' || module === null) throw new Error(`test/${kind}/${name}.ts is no module`);
  return module;
}

async function one(kind: Kind, name: string, args: readonly string[]): Promise<Outcome> {
  const main: unknown = Reflect.get(await load(kind, name), 'main');
  if (typeof main !== 'function') throw new Error(`test/${kind}/${name}.ts exports no main()`);
  return main(...args);
}

/** Runs the one that is named, with the arguments after its name, or all of them with a table at the end. Ends the process: 0 only if every goal is met. */
export async function runNamed(kind: Kind): Promise<never> {
  const [name, ...args] = process.argv.slice(2);
  const folder = path.join(root, 'test', kind);
  const all = existsSync(folder)
    ? readdirSync(folder)
        .flatMap((file) => (file.endsWith('.ts') ? [file.slice(0, -3)] : []))
        .sort()
    : [];
  if (name !== undefined && !all.includes(name)) {
    console.error(`There is no ${kind} named ${name}. There are: ${all.join(', ')}`);
    process.exit(1);
  }
  const needsApp = name === undefined || Reflect.get(await load(kind, name), 'needsApp') !== false;
  if (needsApp) requirePrograms();
  if (needsApp && (await run('vite', ['build', '--app', '--logLevel', 'warn'])) !== 0) process.exit(1);
  const outcomes: Outcome[] = [];
  for (const each of name === undefined ? all : [name]) {
    const outcome = await one(kind, each, args);
    outcomes.push(outcome);
    console.log(outcome.lastLine);
  }
  if (name === undefined) {
    console.log('');
    console.table(outcomes.map(({ lastLine, ok }) => ({ result: lastLine, goal: ok ? 'met' : 'missed' })));
  }
  process.exit(outcomes.every(({ ok }) => ok) ? 0 : 1);
}

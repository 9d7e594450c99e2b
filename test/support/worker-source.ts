import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The environment variable that says where the workers lie, built for all test files of a run. */
export const builtWorkers = 'CLAVIS_BUILT_WORKERS';

/** What a worker is started from: what the build made of it, else its source, `electron/adapters/env-files` for `env-files-worker`. */
export function workerSource(name: string): URL {
  const built = process.env[builtWorkers];
  if (built !== undefined) return pathToFileURL(join(built, `${name}.mjs`));
  const folder = folders.get(name) ?? name.replace(/-worker$/, '');
  return new URL(`../../electron/adapters/${folder}/worker.ts`, import.meta.url);
}

const folders: ReadonlyMap<string, string> = new Map([['backup-worker', 'backups']]);

/** The source of a worker, which the build makes a file of: `keychain-worker` lies in `electron/adapters/keychain`. */
export function workerSource(name: string): URL {
  const folder = folders.get(name) ?? name.replace(/-worker$/, '');
  return new URL(`../../electron/adapters/${folder}/worker.ts`, import.meta.url);
}

const folders: ReadonlyMap<string, string> = new Map([['backup-worker', 'backups']]);

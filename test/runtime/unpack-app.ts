import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { extractAll } from '@electron/asar';

/**
 * Takes an archive apart, with what lies unpacked next to it, into a folder that goes with this process. Node can't read
 * inside archives as Electron can.
 */
export function unpackApp(archive: string): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'stand-in-app-'));
  removeWithProcess(folder);
  extractAll(archive, folder);
  return folder;
}

/** Also when the process is killed: the watcher sees its end of a pipe close. */
function removeWithProcess(folder: string): void {
  const watcher = spawn('sh', ['-c', 'cat >/dev/null; rm -rf "$0"', folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  watcher.unref();
  if (watcher.stdin && 'unref' in watcher.stdin && typeof watcher.stdin.unref === 'function') watcher.stdin.unref();
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
}

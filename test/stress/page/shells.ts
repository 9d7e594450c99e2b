import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileKind } from '../../../electron/envfile/index.ts';

/** What the page's values would make when a shell runs them; the name stands in its baits. */
export const marker = 'ran';

/** The files among these that run a part of a value when a shell sources them. */
export function filesThatRun(root: string, files: Iterable<string>): string[] {
  const found: string[] = [];
  for (const file of files) {
    if (fileKind(path.basename(file)) !== 'shell') continue;
    const cwd = mkdtempSync(path.join(tmpdir(), 'clavis-sourced-'));
    spawnSync('bash', ['--norc', '-c', '. "$0"', path.join(root, file)], {
      cwd,
      env: { PATH: '/usr/bin:/bin' },
      stdio: 'ignore',
      timeout: 10_000,
    });
    if (existsSync(path.join(cwd, marker))) found.push(`${file}: a value ran`);
    rmSync(cwd, { recursive: true });
  }
  return found;
}

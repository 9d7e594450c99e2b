import { linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openEnvFileFinder } from '../../../electron/adapters/env-files/finder.ts';
import { gitProcesses } from '../../support/git-processes.ts';
import { makeGitProject } from '../../support/git-project.ts';
import { leastStall } from '../../support/stalls.ts';

const finder = openEnvFileFinder(gitProcesses.run);

/** In ms: what nobody at a window or the tray notices. */
const longest = 50;

let root: string;
let remove: () => void;

beforeEach(() => {
  ({ root, remove } = makeGitProject({}));
  vi.stubEnv('HOME', dirname(root));
  vi.stubEnv('XDG_CONFIG_HOME', undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  remove();
});

function write(file: string): string {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '');
  return path;
}

/** What a search finds, how long it takes at its best, and for how long it holds up everything else, both in ms. */
async function watched(): Promise<{ files: string[]; took: number; stall: number }> {
  let took = Number.POSITIVE_INFINITY;
  const { ms, first } = await leastStall(longest, async () => {
    const start = performance.now();
    const found = await finder.find(root);
    took = Math.min(took, performance.now() - start);
    return found.map(({ file }) => file);
  });
  return { files: first, took, stall: ms };
}

test('50,000 files in one folder are searched within a second, holding nothing up, and not in vain', async () => {
  const first = write('images/image-0.png');
  // Names are what counts; 50,000 of one file are made much faster than 50,000 files.
  for (let index = 1; index < 50_000; index += 1) linkSync(first, join(root, `images/image-${index}.png`));
  for (const file of ['.env', 'images/.env', 'packages/a/.env.local']) write(file);
  const { files, took, stall } = await watched();
  expect(files).toEqual(['.env', 'images/.env', 'packages/a/.env.local']);
  expect(took).toBeLessThan(1000);
  expect(stall).toBeLessThan(longest);
});

test('30,000 folders are searched within three seconds, holding nothing up', async () => {
  for (let index = 0; index < 30_000; index += 1) mkdirSync(join(root, `${index % 30}/${index}`), { recursive: true });
  rmSync(join(root, '.git'), { recursive: true });
  write('.env');
  const { files, took, stall } = await watched();
  expect(files).toEqual(['.env']);
  expect(took).toBeLessThan(3000);
  expect(stall).toBeLessThan(longest);
});

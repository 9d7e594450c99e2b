import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root, taskEnv } from '../../tasks/run.ts';

/** How one run ended. */
export interface TourRun {
  readonly ok: boolean;
  readonly ms: number;
  /** What it said last. */
  readonly lastLines: string;
}

/**
 * Runs the tour once, or other tests of Playwright's, as `npm run tour` does after the build. What it said, its pictures and
 * what Playwright keeps of a failure are in this folder afterwards, which is removed where nothing failed.
 */
export async function runTour(folder: string, tests: readonly string[]): Promise<TourRun> {
  await mkdir(folder, { recursive: true });
  const began = performance.now();
  const child = spawn(
    'playwright',
    ['test', '--reporter', 'test/support/tour-reporter.ts', '--output', path.join(folder, 'results'), ...tests],
    {
      cwd: root,
      env: taskEnv({ CLAVIS_TOUR_PICTURES: path.join(folder, 'pictures') }),
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
    });
  }
  const [code] = await once(child, 'close');
  const ms = Math.round(performance.now() - began);
  const ok = code === 0;
  if (ok) await rm(folder, { recursive: true, force: true });
  else await writeFile(path.join(folder, 'said.txt'), said);
  return { ok, ms, lastLines: said.trimEnd().split('\n').slice(-12).join('\n') };
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { keepCoresBusy } from '../support/busy-cores.ts';
import { runTour, type TourRun } from './tour/one-tour.ts';

export interface StressOptions {
  readonly runs: number;
  /** How many of them run while every core is kept busy by something else. */
  readonly busy: number;
  /** Print each run's time. */
  readonly progress: boolean;
  /** What Playwright is to run, as its own arguments. */
  readonly tests?: readonly string[];
}

export interface StressOutcome {
  readonly lastLine: string;
  readonly ok: boolean;
  /** What is left of the runs that failed; null: none did. */
  readonly kept: string | null;
}

const theTour = ['--config', 'test/playwright.config.ts', 'main-job'];

/**
 * Runs the tour again and again, every other time on busy cores: what it shows must not depend on anyone’s speed. `ok` only if
 * each run was green; of the others the pictures, the windows and what they said are kept.
 */
export async function stressTour({ runs, busy, progress, tests = theTour }: StressOptions): Promise<StressOutcome> {
  const folder = await mkdtemp(path.join(tmpdir(), 'clavis-stress-tour-'));
  const done: (TourRun & { readonly isBusy: boolean })[] = [];
  for (let run = 1; run <= runs; run += 1) {
    // Spread evenly: of 60 runs of which 30 are busy every second one is.
    const isBusy = Math.floor((run * busy) / runs) > Math.floor(((run - 1) * busy) / runs);
    const kept = path.join(folder, `run-${run}`);
    const endBusy = isBusy ? keepCoresBusy() : null;
    const outcome = await runTour(kept, tests).finally(endBusy);
    done.push({ ...outcome, isBusy });
    const how = isBusy ? ' on busy cores' : '';
    if (!outcome.ok) console.error(`${outcome.lastLines}\nrun ${run}${how} failed after ${outcome.ms} ms: ${kept}`);
    else if (progress) console.log(`run ${run} of ${runs}${how}: ${outcome.ms} ms`);
  }
  const green = done.filter(({ ok }) => ok).length;
  if (progress) {
    console.log(`with nothing else to do: ${timesOf(done.filter(({ isBusy }) => !isBusy))}`);
    console.log(`on busy cores: ${timesOf(done.filter(({ isBusy }) => isBusy))}`);
  }
  if (green === runs) await rm(folder, { recursive: true });
  return {
    lastLine: `tour: ${runs} runs, ${busy} on busy cores, ${green} green`,
    ok: green === runs,
    kept: green === runs ? null : folder,
  };
}

function timesOf(runs: readonly TourRun[]): string {
  const times = runs.map(({ ms }) => ms).sort((one, other) => one - other);
  if (times.length === 0) return 'no run';
  return `median ${times[Math.floor(times.length / 2)]} ms, longest ${times.at(-1)} ms`;
}

/** The long form, for `npm run stress -- tour`. */
export function main() {
  return stressTour({ runs: 60, busy: 30, progress: true });
}

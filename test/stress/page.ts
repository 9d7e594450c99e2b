import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import limited from 'p-limit';
import { type AttackResult, attack } from './page/attack.ts';

const run = promisify(execFile);

export interface StressOptions {
  readonly calls: number;
  /** So many processes work at the same time, each with a keyring and vaults of its own; a short visit needs none. */
  readonly lanes: number;
  /** Made after them over one vault in a process alone, which tells how long main stands still; 0: the lanes tell. */
  readonly callsAlone: number;
  readonly seed?: number;
  /** Print what was found. */
  readonly progress: boolean;
}

/** Calls to one pair of vaults, then new ones: gnome-keyring ends itself after some 60,000. */
const mostOfVisit = 10_000;
/** So much of what was found is printed. */
const shown = 30;
/** A person who closes every question sees no more of them. */
const mostAMinute = 4;

interface Visit {
  readonly calls: number;
  readonly seed: number;
  readonly vaults: 1 | 2;
  readonly progress: boolean;
}

async function runLane({ calls, seed, vaults, progress }: Visit): Promise<AttackResult> {
  const lane = path.join(import.meta.dirname, 'page/lane.ts');
  const running = run(process.execPath, [lane, ...[calls, seed, vaults].map(String)], { maxBuffer: 2 ** 30 });
  if (progress) running.child.stderr?.pipe(process.stderr, { end: false });
  const { stdout } = await running;
  // The lane printed it.
  const found: AttackResult = JSON.parse(stdout);
  return found;
}

/**
 * Lets a taken-over page call every channel in random order, over two vaults that differ in their values alone, and looks
 * for values in what it hears and for what it wrote. `ok` only if nothing was found.
 */
export async function stressPage({ calls, lanes, callsAlone, seed = Date.now() % 2 ** 31, progress }: StressOptions) {
  const began = performance.now();
  if (progress) console.log(`seed ${seed}`);
  const visits = Array.from({ length: Math.ceil(calls / mostOfVisit) }, (_, at) => ({
    calls: Math.min(mostOfVisit, calls - at * mostOfVisit),
    seed: seed + at,
    vaults: 2 as const,
    progress,
  }));
  const turn = limited(lanes);
  const found =
    lanes === 1 && visits.length === 1
      ? [await attack({ calls, seed, vaults: 2, onProgress: () => {}, onFound: () => {} })]
      : await Promise.all(visits.map((visit) => turn(() => runLane(visit))));
  const alone = callsAlone > 0 ? await runLane({ calls: callsAlone, seed, vaults: 1, progress }) : null;
  const every = alone === null ? found : [...found, alone];
  const all = (of: (one: AttackResult) => readonly string[]): string[] => every.flatMap(of);
  const most = (of: (one: AttackResult) => number): number => Math.round(Math.max(...every.map(of)));
  const faults = {
    'pieces of a value out': all((one) => one.pieces),
    'answers that follow a value': all((one) => one.differences),
    'unasked foreign lines written': all((one) => one.unasked),
    'files outside': all((one) => one.outside),
    'grants gained': all((one) => one.gained),
    'unlocks without a press': all((one) => one.unlocked),
  };
  const lines = Object.entries(faults).flatMap(([what, list]) => list.map((one) => `${what}: ${one}`));
  const asked = most((one) => one.asked);
  if (progress) {
    for (const line of lines.slice(0, shown)) console.log(line);
    for (const { stall, stalledIn } of found)
      console.log(`a lane stood still for ${stall.toFixed(0)} ms in ${stalledIn}`);
    if (alone) console.log(`alone it stood still for ${alone.stall.toFixed(0)} ms in ${alone.stalledIn}`);
    console.log(`${((performance.now() - began) / 1000).toFixed(0)} s`);
  }
  return {
    lastLine: [
      `page: ${every.reduce((sum, one) => sum + one.calls, 0)} calls`,
      `${most((one) => one.channels)} channels`,
      ...Object.entries(faults).map(([what, list]) => `${list.length} ${what}`),
      `at most ${asked} questions a minute`,
      `longest stall ${Math.round(alone?.stall ?? most((one) => one.stall))} ms`,
    ].join(', '),
    ok: lines.length === 0 && asked <= mostAMinute,
  };
}

/** The long form, for `npm run stress -- page`. */
export function main() {
  return stressPage({ calls: 200_000, lanes: 2, callsAlone: 5_000, progress: true });
}

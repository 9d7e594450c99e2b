import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { type AttackResult, attack } from './page/attack.ts';

const run = promisify(execFile);

export interface StressOptions {
  readonly calls: number;
  /** Processes side by side, each with a keyring and vaults of its own; one runs in this process. */
  readonly lanes: number;
  readonly seed?: number;
  /** Print what was found. */
  readonly progress: boolean;
}

/** So much of what was found is printed. */
const shown = 30;

async function runLane(calls: number, seed: number): Promise<AttackResult> {
  const lane = path.join(import.meta.dirname, 'page/lane.ts');
  const { stdout } = await run(process.execPath, [lane, String(calls), String(seed)], { maxBuffer: 2 ** 30 });
  // The lane printed it.
  const found: AttackResult = JSON.parse(stdout);
  return found;
}

/**
 * Lets a taken-over page call every channel in random order, over two vaults that differ in their values alone, and looks
 * for values in what it hears and for what it wrote. `ok` only if nothing was found.
 */
export async function stressPage({ calls, lanes, seed = Date.now() % 2 ** 31, progress }: StressOptions) {
  const began = performance.now();
  if (progress) console.log(`seed ${seed}`);
  const each = Math.ceil(calls / lanes);
  const found =
    lanes === 1
      ? [await attack({ calls, seed, onProgress: () => {} })]
      : await Promise.all(Array.from({ length: lanes }, (_, lane) => runLane(each, seed + lane)));
  const all = (of: (one: AttackResult) => readonly string[]): string[] => found.flatMap(of);
  const [pieces, differences] = [all((one) => one.pieces), all((one) => one.differences)];
  const [unasked, outside] = [all((one) => one.unasked), all((one) => one.outside)];
  if (progress) {
    for (const line of [...pieces, ...differences, ...unasked, ...outside].slice(0, shown)) console.log(line);
    if (differences.length > 0) console.log(`${differences.length} answers follow a value without showing it`);
    console.log(`${((performance.now() - began) / 1000).toFixed(0)} s`);
  }
  const done = found.reduce((sum, one) => sum + one.calls, 0);
  const stall = Math.max(...found.map((one) => one.stall));
  return {
    lastLine:
      `page: ${done} calls, ${Math.max(...found.map((one) => one.channels))} channels, ` +
      `${pieces.length} pieces of a value out, ${unasked.length} unasked foreign lines written, ` +
      `${outside.length} files outside, longest stall ${Math.round(stall)} ms`,
    ok: [pieces, differences, unasked, outside].every((list) => list.length === 0),
  };
}

/** The long form, for `npm run stress -- page`. */
export function main() {
  return stressPage({ calls: 200_000, lanes: 2, progress: true });
}

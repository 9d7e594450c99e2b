import { bundleChild } from '../vault/stress/bundle.ts';
import { operations, preparations, starts } from '../vault/stress/kinds.ts';
import { runLane } from '../vault/stress/lane.ts';
import { createTally } from '../vault/stress/tally.ts';
import { placeNamed, type ValuePlaceName } from '../vault/stress/value-place.ts';
import type { Wrong } from '../vault/stress/visit.ts';

export interface StressOptions {
  readonly kills: number;
  /** Vaults side by side, each on a keyring of its own. */
  readonly lanes: number;
  /** Where the vaults' values are. */
  readonly values?: ValuePlaceName;
  /** Show progress on stderr and print the lines before the last. */
  readonly progress: boolean;
  readonly seed?: number;
}

/** So many wrong states tell enough. */
const mostWrong = 20;

/**
 * Kills the vault's process again and again, before every write of every operation and at instants in between, and looks
 * after each start whether all that it acknowledged is there, and nothing half-done. `ok` only if nothing was lost or wrong.
 */
export async function stressCrash(options: StressOptions): Promise<{ lastLine: string; ok: boolean }> {
  const { values = 'keyring' } = options;
  const seed = options.seed ?? Date.now() % 2 ** 31;
  const print = (line: string): void => {
    if (options.progress) console.log(line);
  };
  print(`seed ${seed}`);
  const tally = createTally([...operations, ...preparations, ...starts]);
  const wrongs: Wrong[] = [];
  const began = performance.now();
  const progress = setInterval(() => {
    if (options.progress) process.stderr.write(`\r${tally.kills} of ${options.kills} kills`);
  }, 500);
  const bundle = await bundleChild();
  const isEnough = (): boolean => tally.kills >= options.kills || wrongs.length >= mostWrong;
  const onWrong = (wrong: Wrong): void => {
    wrongs.push(wrong);
    console.error(`\n${wrong.message} (seed ${seed})`);
  };
  try {
    const lanes = Array.from({ length: options.lanes }, (_, lane) =>
      runLane({ child: bundle.child, seed: seed + lane, values, tally, isEnough, onWrong }),
    );
    await Promise.all(lanes);
  } finally {
    clearInterval(progress);
    await bundle.remove();
  }
  if (options.progress) process.stderr.write('\n');
  for (const line of tally.lines()) print(line);
  print(`${((performance.now() - began) / 1000).toFixed(0)} s`);
  const lost = wrongs.flatMap(({ differences }) => differences).filter((difference) => difference.is === 'lost').length;
  return {
    lastLine: `crash${values === 'keyring' ? '' : ` (${values})`}: ${tally.kills} kills, ${tally.operations} operations, ${lost} keys lost, ${wrongs.length} wrong states`,
    ok: wrongs.length === 0,
  };
}

/** The long form: `npm run stress -- crash`, and `crash passphrase-vault 500` for values in one, and so many kills. */
export function main(values = 'keyring', kills = '2200') {
  return stressCrash({ kills: Number(kills), lanes: 2, progress: true, values: placeNamed(values) });
}

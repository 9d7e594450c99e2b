import dotenv from 'dotenv';
import { parseEnvFile, setVariables } from '../../electron/envfile/index.ts';
import { median } from '../support/measure.ts';

const GOAL = 2.0;
const ROUNDS = 15;
const LARGE_ROUNDS = 7;
/** No faster than by size, as `dotenv.parse` shows it on the same machine in the same run. */
const GROWTH_GOAL = 1.0;

/**
 * What Clavis spends on reading a file of 1 MB and setting one variable in it, over what `dotenv.parse` spends on reading
 * it; and whether its cost grows faster than the file. Growth is measured against `dotenv.parse` too, whose one regular
 * expression is linear: what caches and the garbage collector add at 10 MB, they add to both.
 */
export async function main(): Promise<{ lastLine: string; ok: boolean }> {
  const small = compare(envFile(1_000_000), ROUNDS);
  const large = compare(envFile(10_000_000), LARGE_ROUNDS);
  const growth = large.ratio / small.ratio;
  for (const [size, { parse, change }] of [
    ['1 MB', small],
    ['10 MB', large],
  ] as const) {
    console.log(`${size}: dotenv.parse ${parse.toFixed(1)} ms, Clavis reads and sets in ${change.toFixed(1)} ms`);
  }
  const byItself = large.change / small.change / 10;
  console.log(
    `10 MB costs ${growth.toFixed(2)}x by size of dotenv.parse's (${byItself.toFixed(2)}x by itself), goal ${GROWTH_GOAL.toFixed(2)}`,
  );
  return {
    lastLine: `envfile: ${small.ratio.toFixed(2)}x of dotenv.parse, goal ${GOAL.toFixed(2)}`,
    ok: small.ratio <= GOAL && growth <= GROWTH_GOAL,
  };
}

/** Medians in ms of interleaved rounds, after some that don't count. */
function compare(bytes: Buffer, rounds: number): { parse: number; change: number; ratio: number } {
  const parse: number[] = [];
  const change: number[] = [];
  for (let round = -3; round < rounds; round += 1) {
    const parsed = milliseconds(() => dotenv.parse(bytes));
    const changed = milliseconds(() => changeOne(bytes));
    if (round < 0) continue;
    parse.push(parsed);
    change.push(changed);
  }
  return { parse: median(parse), change: median(change), ratio: median(change) / median(parse) };
}

function changeOne(bytes: Uint8Array): void {
  const doc = parseEnvFile(bytes, 'dotenv');
  setVariables(doc, [{ name: 'PLAIN_7', value: 'a new value' }], { bound: ['PLAIN_7'], expands: false });
}

/** Lines as env files have them, each variable with a name of its own. */
function envFile(size: number): Buffer {
  const blocks: string[] = [];
  for (let index = 0, length = 0; length < size; index += 1) {
    const block = [
      `# Section ${index}`,
      `PLAIN_${index}=value-${index * 7919}`,
      `export SINGLE_${index}='some words ${index}'`,
      `DOUBLE_${index}="more words ${index}" # note`,
      '\n',
    ].join('\n');
    blocks.push(block);
    length += block.length;
  }
  return Buffer.from(blocks.join(''));
}

function milliseconds(action: () => unknown): number {
  const start = performance.now();
  action();
  return performance.now() - start;
}

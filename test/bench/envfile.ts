import dotenv from 'dotenv';
import { parseEnvFile, setVariables } from '../../electron/envfile/index.ts';

const GOAL = 2.0;
const ROUNDS = 15;
/** At ten times the size, cost may be this many times ten: what the machine's caches and collector add. */
const GROWTH_GOAL = 1.5;

/**
 * What Clavis spends on reading a file of 1 MB and setting one variable in it, over what `dotenv.parse` spends on reading
 * it; and whether its cost grows faster than the file. Both take the file's bytes.
 */
export async function benchEnvfile(): Promise<{ lastLine: string; ok: boolean }> {
  const small = envFile(1_000_000);
  const large = envFile(10_000_000);
  const parse: number[] = [];
  const change: number[] = [];
  for (let round = -5; round < ROUNDS; round += 1) {
    const parsed = milliseconds(() => dotenv.parse(small));
    const changed = milliseconds(() => changeOne(small));
    if (round < 0) continue;
    parse.push(parsed);
    change.push(changed);
  }
  const ratio = median(change) / median(parse);
  const tenfold: number[] = [];
  for (let round = 0; round < 5; round += 1) tenfold.push(milliseconds(() => changeOne(large)));
  const growth = median(tenfold) / median(change) / (large.length / small.length);
  console.log(`1 MB: dotenv.parse ${median(parse).toFixed(1)} ms, Clavis ${median(change).toFixed(1)} ms`);
  console.log(
    `10 MB: ${median(tenfold).toFixed(1)} ms, ${growth.toFixed(2)}x the cost by size, goal ${GROWTH_GOAL.toFixed(2)}`,
  );
  return {
    lastLine: `envfile: ${ratio.toFixed(2)}x of dotenv.parse, goal ${GOAL.toFixed(2)}`,
    ok: ratio <= GOAL && growth <= GROWTH_GOAL,
  };
}

function changeOne(bytes: Uint8Array): void {
  const doc = parseEnvFile(bytes, 'dotenv');
  setVariables(doc, [{ name: 'PLAIN_7', value: 'a new value' }], { bound: ['PLAIN_7'], expands: false });
}

/** Lines as env files have them, each variable with a name of its own. */
function envFile(size: number): Buffer {
  const lines: string[] = [];
  for (let index = 0, length = 0; length < size; index += 1) {
    const block = `# Section ${index}\nPLAIN_${index}=value-${index * 7919}\nexport SINGLE_${index}='some words ${index}'\nDOUBLE_${index}="more words ${index}" # note\n\n`;
    lines.push(block);
    length += block.length;
  }
  return Buffer.from(lines.join(''));
}

function milliseconds(action: () => unknown): number {
  const start = performance.now();
  action();
  return performance.now() - start;
}

function median(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? Number.NaN;
}

if (import.meta.main) {
  const { lastLine, ok } = await benchEnvfile();
  console.log(lastLine);
  process.exitCode = ok ? 0 : 1;
}

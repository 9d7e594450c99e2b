import fc from 'fast-check';
import { dialects } from '../../electron/envfile/index.ts';
import { stressDocuments } from '../envfile/stress/documents.ts';
import { files, values } from '../envfile/stress/generators.ts';
import { findInstalledReaders } from '../envfile/stress/installed-readers.ts';
import type { Form, Reader } from '../envfile/stress/reader.ts';
import { findReaders } from '../envfile/stress/readers.ts';
import { realisticValues } from '../envfile/stress/realistic.ts';
import { ruleReaders } from '../envfile/stress/rule-readers.ts';
import { stressValues, type Tally } from '../envfile/stress/values.ts';

export interface StressOptions {
  /** Of each of the two generators. */
  readonly values: number;
  readonly documents: number;
  /** Show progress on stderr and print the lines before the last. */
  readonly progress: boolean;
  readonly seed?: number;
  /** Install and ask the readers, too, that the tests do without. */
  readonly everyReader?: boolean;
}

/** The most of values as people keep them that no form may take, in percent, where several lines can be written at all. */
const mostRealisticRefused = 2;
const formsOfLines: readonly Form[] = ['dotenv', 'expanding', 'shell'];

function percent(part: number, whole: number): number {
  return Math.round((part / whole) * 10_000) / 100;
}

function printTally(name: string, tally: Tally, print: (line: string) => void): void {
  const refused = [...tally.refused].map(([form, count]) => `${percent(count, tally.values)} % in ${form}`);
  print(`${name}: refused by any form ${percent(tally.refusedByAny, tally.values)} %: ${refused.join(', ')}`);
  for (const [reader, count] of tally.known)
    if (count > 0) print(`  ${reader}: not given ${count} that Clavis warns of`);
}

/**
 * Writes generated values into generated files and reads them back with programs that aren't ours; changes generated
 * files and looks for lost bytes. `ok` only if no value was misread, no byte lost, and hardly a value of those that people
 * keep was refused.
 */
export async function stressEnvfile(options: StressOptions): Promise<{ lastLine: string; ok: boolean }> {
  const seed = options.seed ?? Date.now() % 2 ** 31;
  const print = (line: string) => {
    if (options.progress) console.log(line);
  };
  print(`seed ${seed}`);
  const installed = options.everyReader ? await findInstalledReaders() : { readers: [], skipped: [] };
  const readers: Reader[] = [...(await findReaders()), ...installed.readers, ...ruleReaders];
  const counted = readers.filter(({ isRules }) => isRules !== true).map(({ name }) => name);
  print(`readers: ${counted.join(', ')}`);
  for (const line of installed.skipped) print(`left out: ${line}`);

  const read = async (generator: fc.Arbitrary<string>): Promise<Tally> => {
    const samples = fc.sample(generator, { numRuns: options.values, seed });
    const tally = await stressValues(samples, readers, (done) => {
      if (options.progress) process.stderr.write(`\r${done} of ${samples.length} values`);
    });
    if (options.progress) process.stderr.write('\n');
    return tally;
  };
  const hostile = await read(values);
  const realistic = await read(realisticValues);
  const documents = stressDocuments(fc.sample(files, { numRuns: options.documents, seed }));
  const mismatches = [...hostile.mismatches, ...realistic.mismatches];

  for (const line of [...mismatches, ...documents.losses].slice(0, 20)) console.error(line);
  printTally('hostile values', hostile, print);
  printTally('realistic values', realistic, print);
  print(
    `documents: ${documents.documents} in ${dialects.length} dialects, ${documents.changes} changes, ${documents.losses.length} losses`,
  );
  const refused = Math.max(...formsOfLines.map((form) => percent(realistic.refused.get(form) ?? 0, realistic.values)));
  return {
    lastLine: `envfile: ${hostile.values} hostile and ${realistic.values} realistic values, ${counted.length} readers, ${mismatches.length} mismatches, ${percent(hostile.refusedByAny, hostile.values)} % and ${refused} % refused`,
    ok: mismatches.length === 0 && documents.losses.length === 0 && refused <= mostRealisticRefused,
  };
}

/** The long form, for `npm run stress -- envfile`, or as many values as are named behind it. */
export function main(count = '100000') {
  return stressEnvfile({ values: Number(count), documents: 10_000, progress: true, everyReader: true });
}

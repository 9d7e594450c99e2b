import fc from 'fast-check';
import { stressDocuments } from '../envfile/stress/documents.ts';
import { files, values } from '../envfile/stress/generators.ts';
import { findReaders } from '../envfile/stress/readers.ts';
import { stressValues } from '../envfile/stress/values.ts';

export interface StressOptions {
  readonly values: number;
  readonly documents: number;
  /** Show progress on stderr and print the lines before the last. */
  readonly progress: boolean;
  readonly seed?: number;
}

/**
 * Writes generated values into generated files and reads them back with programs that aren't ours; changes generated
 * files and looks for lost bytes. `ok` only if no value was misread and no byte lost.
 */
export async function stressEnvfile(options: StressOptions): Promise<{ lastLine: string; ok: boolean }> {
  const seed = options.seed ?? Date.now() % 2 ** 31;
  const print = (line: string) => {
    if (options.progress) console.log(line);
  };
  print(`seed ${seed}`);
  const readers = await findReaders();
  const samples = fc.sample(values, { numRuns: options.values, seed });
  const tally = await stressValues(samples, readers, (done) => {
    if (options.progress) process.stderr.write(`\r${done} of ${samples.length} values`);
  });
  if (options.progress) process.stderr.write('\n');
  const documents = stressDocuments(fc.sample(files, { numRuns: options.documents, seed }));

  for (const line of [...tally.mismatches, ...documents.losses].slice(0, 20)) console.error(line);
  print(
    `refused: ${Object.entries(tally.refused)
      .map(([form, count]) => `${count} in ${form}`)
      .join(', ')}`,
  );
  print(
    `documents: ${documents.documents} in 4 dialects, ${documents.changes} changes, ${documents.losses.length} losses`,
  );
  return {
    lastLine: `envfile: ${samples.length} values, ${readers.length} readers, ${tally.mismatches.length} mismatches, ${tally.refusedByAny} refused`,
    ok: tally.mismatches.length === 0 && documents.losses.length === 0,
  };
}

/** The long form, for `npm run stress -- envfile`. */
export function main() {
  return stressEnvfile({ values: 100_000, documents: 10_000, progress: true });
}

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeDotenv } from '../../../electron/envfile/dotenv-write.ts';
import { type Dialect, EnvFileError, parseEnvFile, setVariables } from '../../../electron/envfile/index.ts';
import { readingOf } from '../../../electron/envfile/readers.ts';
import { type Form, forms, NAME_PREFIX, type Reader } from './reader.ts';

export interface Tally {
  readonly values: number;
  readonly mismatches: string[];
  /** How many values each form refuses. */
  readonly refused: ReadonlyMap<Form, number>;
  /** Values that at least one form refuses. */
  readonly refusedByAny: number;
  /** By reader: of how many values Clavis says that it would misread them. It was not given those. */
  readonly known: ReadonlyMap<string, number>;
}

/** Variables in one file: readers cost by the process, Vite by the square of the variables. */
const BATCH = 500;

/** Writes every value in every form, into files that hold other things too, and compares what each reader makes of it. */
export async function stressValues(
  values: readonly string[],
  readers: readonly Reader[],
  onBatch: (done: number) => void,
): Promise<Tally> {
  const refused = new Map<Form, number>();
  const mismatches: string[] = [];
  const known = new Map<string, number>();
  let refusedByAny = 0;
  for (let from = 0; from < values.length; from += BATCH) {
    const batch = values.slice(from, from + BATCH).map((value, index) => ({ name: `${NAME_PREFIX}${index}`, value }));
    const refusedHere = new Set<string>();
    const writable = new Map(
      forms.map((form) => {
        const kept = batch.filter(({ name, value }) => {
          if (isWritable(form, name, value)) return true;
          refusedHere.add(name);
          return false;
        });
        refused.set(form, (refused.get(form) ?? 0) + batch.length - kept.length);
        return [form, kept];
      }),
    );
    refusedByAny += refusedHere.size;
    const jobs = readers.flatMap((reader) =>
      reader.forms.map((form) => {
        const all = writable.get(form) ?? [];
        const variables = all.filter((variable) => isTakenBy(reader, form, variable));
        known.set(reader.name, (known.get(reader.name) ?? 0) + all.length - variables.length);
        return { reader, form, variables };
      }),
    );
    const seed = from / BATCH;
    await Promise.all(
      jobs.map(async (job) => mismatches.push(...(await readBack(job.reader, job.form, job.variables, seed)))),
    );
    onBatch(Math.min(from + BATCH, values.length));
  }
  return { values: values.length, mismatches, refused, refusedByAny, known };
}

interface Variable {
  readonly name: string;
  readonly value: string;
}

async function readBack(reader: Reader, form: Form, variables: readonly Variable[], seed: number): Promise<string[]> {
  const ending = reader.crlf && seed % 3 === 0 ? '\r\n' : '\n';
  const before =
    surroundings(form === 'docker' || reader.plainLines === true, variables, seed).join(ending) +
    (seed % 4 === 0 ? '' : ending);
  const doc = setVariables(parseEnvFile(Buffer.from(before), dialectOf(form)), variables, {
    bound: [],
    expands: form === 'expanding',
  });
  const folder = await mkdtemp(join(tmpdir(), 'clavis-proof-'));
  try {
    await writeFile(join(folder, '.env'), doc.bytes);
    const read = await reader.read(folder).catch(() => null);
    if (read === null) return [`${reader.name} (${form}) failed at a file of ${variables.length} variables`];
    return variables
      .filter(({ name, value }) => read[name] !== value)
      .map(
        ({ name, value }) => `${reader.name} (${form}): ${JSON.stringify(value)} became ${JSON.stringify(read[name])}`,
      );
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A file in which some of the variables stand already, each in a way of its own, or where it is read so, barely, among other lines. */
function surroundings(bare: boolean, variables: readonly Variable[], seed: number): string[] {
  const lines = ['# it\'s a note with "quotes', '', 'OTHER=1'];
  for (const [index, { name }] of variables.entries()) {
    switch ((index * 7 + seed) % 11) {
      case 0:
        lines.push(`${name}=old`);
        break;
      case 1:
        lines.push(bare ? `${name}=x` : `export ${name}="old one"`, `# note ${index}`);
        break;
      case 2:
        lines.push(bare ? `${name}=x` : `  ${name}='old' # it's "an old one`);
        break;
      case 3:
        lines.push(`${name}=`, '');
        break;
      case 4:
        lines.push(`${name}=first`, 'OTHER=2', bare ? `${name}=x` : `${name}="second"`);
        break;
      case 5:
        lines.push(bare ? `${name}=x` : `${name}="line one\nline two"`);
        break;
      default:
    }
  }
  return lines;
}

function isWritable(form: Form, name: string, value: string): boolean {
  try {
    setVariables(parseEnvFile(new Uint8Array(), dialectOf(form)), [{ name, value }], {
      bound: [],
      expands: form === 'expanding',
    });
    return true;
  } catch (error) {
    if (error instanceof EnvFileError && error.code === 'UNWRITABLE_VALUE') return false;
    throw error;
  }
}

function isTakenBy({ id }: Reader, form: Form, { name, value }: Variable): boolean {
  if (id === undefined || (form !== 'dotenv' && form !== 'expanding')) return true;
  const expands = form === 'expanding';
  return readingOf(id, { value, raw: writeDotenv(name, value, { expands }), expands }) === 'takes';
}

function dialectOf(form: Form): Dialect {
  return form === 'expanding' ? 'dotenv' : form;
}

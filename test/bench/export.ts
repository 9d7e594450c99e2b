import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'dotenv';
import type { Ports } from '../../electron/vault/ports.ts';
import { makeGitProject } from '../support/git-project.ts';
import { median, ratioLine } from '../support/measure.ts';
import { openTestVault, someFields, someValue, type TestVault } from '../support/test-vault.ts';

/** It drives the vault alone, without the built app. */
export const needsApp = false;

const projects = 50;
const bindings = 20;
const keys = 100;
const rounds = 9;

/** Where exports' time goes: ms and calls by what was called. Calls run side by side, so the sum is more than it took. */
interface Costs extends Map<string, { ms: number; calls: number }> {
  counting?: boolean;
}

function addCost(costs: Costs, name: string, began: number): void {
  if (costs.counting !== true) return;
  const cost = costs.get(name) ?? { ms: 0, calls: 0 };
  costs.set(name, { ms: cost.ms + performance.now() - began, calls: cost.calls + 1 });
}

function timed<A extends readonly unknown[], T>(
  costs: Costs,
  name: string,
  work: (...given: A) => Promise<T>,
): (...given: A) => Promise<T> {
  return async (...given) => {
    const began = performance.now();
    try {
      return await work(...given);
    } finally {
      addCost(costs, name, began);
    }
  };
}

/** The same ports, each noting what it costs. */
function watch(ports: Ports, costs: Costs): Ports {
  const { store, keychain, files, git } = ports;
  return {
    ...ports,
    keychain: {
      ...keychain,
      read: timed(costs, 'keychain reads', keychain.read),
      readMany: timed(costs, 'keychain batches', keychain.readMany),
    },
    files: {
      ...files,
      read: timed(costs, 'file reads', files.read),
      write: timed(costs, 'file writes', files.write),
    },
    git: {
      ...git,
      statesOf: (places) => git.statesOf(places).map((state) => timed(costs, 'answers of git', () => state)()),
    },
    store: {
      ...store,
      commit: (work) => {
        const began = performance.now();
        try {
          return store.commit(work);
        } finally {
          addCost(costs, 'commits', began);
        }
      },
      commitSoon: timed(costs, 'works in shared commits', store.commitSoon),
    },
  };
}

function formatCosts(costs: Costs): string {
  const sorted = [...costs].sort(([, a], [, b]) => b.ms - a.ms);
  return sorted.map(([name, { ms, calls }]) => `${name} ${(ms / rounds).toFixed(0)} ms (${calls / rounds})`).join(', ');
}

/** Keeps `keys` keys with two values each, so that an undone rotation changes them all; gives their ids. */
async function addKeys({ vault }: TestVault): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < keys; index += 1) {
    const { id } = await vault.keys.add({ ...someFields, name: `Key ${index}` }, someValue(`old-${index}-`));
    await vault.rotation.rotate(id, someValue(`new-${index}-`));
    ids.push(id);
  }
  return ids;
}

/** Links the folders, each with the next keys in turn, and exports once as a person does. */
async function linkAll({ vault }: TestVault, roots: readonly string[], ids: readonly string[]): Promise<void> {
  for (const [at, root] of roots.entries()) {
    const { targets } = await vault.projects.link(root);
    const targetId = targets[0]?.id ?? '';
    for (let index = 0; index < bindings; index += 1) {
      vault.projects.bind(targetId, ids[(at * bindings + index) % keys] ?? '', `SERVICE_${index}_API_KEY`);
    }
    await vault.exporting.exportWithoutReview(targetId);
  }
}

interface Written {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** How the same bytes are written to the same files by Node's own functions: each is on the disk before the next. */
const bases = {
  /** A temporary file, renamed over: a crash leaves the old file or the new one. */
  atomic({ file, bytes }: Written) {
    const made = `${file}.made`;
    writeAndSync(made, 'wx', bytes);
    renameSync(made, file);
    const folder = openSync(path.dirname(file), 'r');
    fsyncSync(folder);
    closeSync(folder);
  },
  /** Over what is there: a crash in the middle leaves a piece of the file. */
  inPlace: ({ file, bytes }: Written) => writeAndSync(file, 'w', bytes),
} as const;

function writeAndSync(file: string, flags: string, bytes: Uint8Array): void {
  const handle = openSync(file, flags, 0o600);
  writeSync(handle, bytes);
  fsyncSync(handle);
  closeSync(handle);
}

/** What a piece of work took, in ms: by the clock, and of the processor's time of this process and its threads. */
interface Took {
  readonly clock: number;
  readonly processor: number;
}

async function took(work: () => unknown): Promise<Took> {
  const before = process.cpuUsage();
  const began = performance.now();
  await work();
  const clock = performance.now() - began;
  const { user, system } = process.cpuUsage(before);
  return { clock, processor: (user + system) / 1_000 };
}

const writeAll = (files: readonly Written[], write: (one: Written) => void): Promise<Took> =>
  took(() => files.forEach(write));

/** As the person does who agrees to all that they are shown. */
async function exportAll({ vault, consent }: TestVault, ids: readonly string[], costs: Costs): Promise<Took> {
  for (const id of ids) await vault.rotation.undo(id);
  costs.counting = true;
  consent.agrees = true;
  let whole = 0;
  const time = await took(async () => {
    const outcomes = await vault.writing.all();
    whole = outcomes.filter(({ error, written }) => error === null && written === bindings).length;
  });
  consent.agrees = false;
  costs.counting = false;
  if (whole !== projects) throw new Error(`only ${whole} of ${projects} projects were written`);
  return time;
}

/** What one round took. */
type Times = Readonly<Record<'exported' | 'atomic' | 'inPlace', Took>>;

const ms = (time: number): string => `${time.toFixed(0)} ms`;
const readAll = (files: readonly string[]): Written[] => files.map((file) => ({ file, bytes: readFileSync(file) }));

/**
 * 50 projects in git repositories that ignore their `.env`, with 20 bindings each, exported; over the same bytes written to the
 * same files by plain fs, in turns in the same run. Nothing of an export is left out: git and the keychain are the real ones.
 */
export async function main() {
  const costs: Costs = new Map();
  const test = await openTestVault({ wrap: (ports) => watch(ports, costs) });
  const repositories = Array.from({ length: projects }, () => makeGitProject({ ignore: ['.env'] }));
  try {
    const ids = await addKeys(test);
    const roots = repositories.map(({ root }) => root);
    await linkAll(test, roots, ids);
    const files = roots.map((root) => path.join(root, '.env'));
    const times: Times[] = [];
    // The first round warms up all three.
    for (let round = -1; round < rounds; round += 1) {
      if (round === 0) costs.clear();
      const exported = await exportAll(test, ids, costs);
      const written = readAll(files);
      const time = {
        exported,
        atomic: await writeAll(written, bases.atomic),
        inPlace: await writeAll(written, bases.inPlace),
      };
      if (round >= 0) times.push(time);
    }
    const last = parse(readFileSync(files.at(-1) ?? ''));
    if (Object.keys(last).length !== bindings) throw new Error('the last file does not hold what was exported');
    const medianOf = (what: keyof Times, by: keyof Took): number => median(times.map((time) => time[what][by]));
    const exported = medianOf('exported', 'clock');
    const atomic = medianOf('atomic', 'clock');
    const inPlace = medianOf('inPlace', 'clock');
    console.log(
      `medians of ${rounds}: export ${ms(exported)}; plain fs: atomic ${ms(atomic)}, in place ${ms(inPlace)}`,
    );
    console.log(
      `  of the processor’s time: export ${ms(medianOf('exported', 'processor'))}, git’s own aside; plain fs: ` +
        `atomic ${ms(medianOf('atomic', 'processor'))}, in place ${ms(medianOf('inPlace', 'processor'))}`,
    );
    console.log(`  of the export, side by side: ${formatCosts(costs)}`);
    console.log(`${(exported / inPlace).toFixed(2)}x of files written in place`);
    return ratioLine('export', exported / atomic, 'the same files written atomically by plain fs', 10);
  } finally {
    await test.stop();
    for (const repository of repositories) repository.remove();
  }
}

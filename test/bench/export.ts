import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'dotenv';
import type { Ports } from '../../electron/vault/ports.ts';
import type { Secret } from '../../electron/vault/secret.ts';
import { makeGitProject } from '../support/git-project.ts';
import { median, ratioLine } from '../support/measure.ts';
import { openTestVault, someFields, someValue, type TestVault } from '../support/test-vault.ts';

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

/** Answers that were had before, for what an export costs with the keychain's own time aside. */
interface Memory extends Map<string, Secret | null> {
  answering?: boolean;
}

/** The same ports, each noting what it costs. */
function watch(ports: Ports, costs: Costs, memory: Memory): Ports {
  const { store, keychain, files, git } = ports;
  const read = timed(costs, 'keychain reads', keychain.read);
  return {
    ...ports,
    keychain: {
      ...keychain,
      async read(account) {
        const known = memory.get(account);
        if (memory.answering === true && known !== undefined) return known;
        const value = await read(account);
        memory.set(account, value);
        return value;
      },
    },
    files: {
      ...files,
      read: timed(costs, 'file reads', files.read),
      write: timed(costs, 'file writes', files.write),
    },
    git: { ...git, stateOf: timed(costs, 'questions to git', git.stateOf) },
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

/** Links the folders, each with the next keys in turn, and exports once as a person does. Returns the project ids. */
async function linkAll({ vault }: TestVault, roots: readonly string[], ids: readonly string[]): Promise<string[]> {
  const linked: string[] = [];
  for (const [at, root] of roots.entries()) {
    const { id, targets } = await vault.projects.link(root);
    const targetId = targets[0]?.id ?? '';
    for (let index = 0; index < bindings; index += 1) {
      vault.projects.bind(targetId, ids[(at * bindings + index) % keys] ?? '', `SERVICE_${index}_API_KEY`);
    }
    await vault.exporting.exportWithoutReview(targetId);
    linked.push(id);
  }
  return linked;
}

/** The same bytes to the same files, each on the disk before the next, ms. */
function writePlainly(files: readonly { readonly file: string; readonly bytes: Uint8Array }[]): number {
  const began = performance.now();
  for (const { file, bytes } of files) {
    const handle = openSync(file, 'w', 0o600);
    writeSync(handle, bytes);
    fsyncSync(handle);
    closeSync(handle);
  }
  return performance.now() - began;
}

/** As the person does who agrees to all that they are shown. */
async function exportAll({ vault, consent }: TestVault, ids: readonly string[], costs: Costs): Promise<number> {
  for (const id of ids) await vault.rotation.undo(id);
  costs.counting = true;
  const began = performance.now();
  consent.agrees = true;
  const outcomes = await vault.writing.all();
  consent.agrees = false;
  const took = performance.now() - began;
  costs.counting = false;
  const whole = outcomes.filter(({ error, written }) => error === null && written === bindings).length;
  if (whole !== projects) throw new Error(`only ${whole} of ${projects} projects were written`);
  return took;
}

/** Exports to every root, over plain writes, in turns. */
async function measure(test: TestVault, roots: readonly string[], ids: readonly string[], costs: Costs, where: string) {
  const linked = await linkAll(test, roots, ids);
  const files = roots.map((root) => path.join(root, '.env'));
  const [ours, plain]: [number[], number[]] = [[], []];
  // The first round warms up both ways.
  for (let round = -1; round < rounds; round += 1) {
    if (round === 0) costs.clear();
    const exported = await exportAll(test, ids, costs);
    const written = writePlainly(files.map((file) => ({ file, bytes: readFileSync(file) })));
    if (round < 0) continue;
    ours.push(exported);
    plain.push(written);
  }
  const last = parse(readFileSync(files.at(-1) ?? ''));
  if (Object.keys(last).length !== bindings) throw new Error('the last file does not hold what was exported');
  for (const id of linked) test.vault.projects.unlink(id);
  const [oursMs, plainMs] = [median(ours), median(plain)];
  console.log(`${where}: medians of ${rounds}: export ${oursMs.toFixed(0)} ms, plain ${plainMs.toFixed(0)} ms`);
  console.log(`  of it, side by side: ${formatCosts(costs)}`);
  return oursMs / plainMs;
}

/** 50 projects with 20 bindings each, exported, over writing and fsyncing the same bytes with plain fs in the same run. */
export async function main() {
  const costs: Costs = new Map();
  const memory: Memory = new Map();
  const test = await openTestVault({ wrap: (ports) => watch(ports, costs, memory) });
  const repositories = Array.from({ length: projects }, () => makeGitProject({ ignore: ['.env'] }));
  try {
    const ids = await addKeys(test);
    const folders = Array.from({ length: projects }, (_, index) => path.join(test.folder, `project-${index}`));
    for (const folder of folders) mkdirSync(folder);
    const roots = repositories.map(({ root }) => root);
    const inGit = await measure(test, roots, ids, costs, 'in git repositories');
    console.log(`in git repositories: ${inGit.toFixed(2)}x of plain fs writes`);
    memory.answering = true;
    const aside = await measure(test, folders, ids, costs, 'in plain folders, the keychain’s own time aside');
    console.log(`the keychain’s own time aside: ${aside.toFixed(2)}x of plain fs writes`);
    memory.answering = false;
    const ratio = await measure(test, folders, ids, costs, 'in plain folders');
    return ratioLine('export', ratio, 'plain fs writes', 2);
  } finally {
    await test.stop();
    for (const repository of repositories) repository.remove();
  }
}

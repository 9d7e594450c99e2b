import { copyFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { chosen } from './kinds.ts';
import type { Work } from './lane.ts';
import { startProgram } from './program.ts';
import type { OldKey } from './protocol.ts';
import type { State } from './state.ts';
import { noKill } from './tally.ts';
import { type Visit, Wrong } from './visit.ts';
import type { World } from './world.ts';

const keyCount = 5;
const rounds = 12;
/** So many kills in a row hit the same migration. */
const deepest = 2;
const now = Date.UTC(2025, 0, 1);

/** Opens databases of older versions, each killed on the way; then every row is there, and the copy made before. */
export async function visitOldDatabases(work: Work, visit: (state: State) => Visit): Promise<void> {
  const { world, tally, random, isEnough } = work;
  const keys = Array.from({ length: keyCount }, (): OldKey => {
    const serial = work.serial();
    return { id: `old-${serial}`, name: `Old ${serial}`, envVar: `OLD_${serial}`, value: `old-value-${serial}` };
  });
  const versions = await make(work, keys);
  for (let round = 0; round < rounds && !isEnough() && (round === 0 || tally.lags('migrate', chosen)); round += 1) {
    restore(world.place.folder, 1 + random.below(versions));
    const life = visit(stateOf(world, keys));
    for (let deep = 0; ; deep += 1) {
      if (await life.open('migrate', deep < deepest ? tally.plan('migrate', random) : noKill)) break;
    }
    checkCopies(world.place.folder);
    await life.leave();
  }
}

async function make({ child, env, world }: Work, keys: readonly OldKey[]): Promise<number> {
  const program = startProgram(child, env);
  const ending = await program.ask({ ask: 'makeOld', place: world.place, keys, root: world.main, now });
  await program.leave();
  if (ending.is === 'answered' && ending.reply.say === 'made') return ending.reply.versions;
  throw new Error(`no older databases: ${ending.is === 'broken' ? ending.why : ending.is}`);
}

/** The folder as an older version left it. */
function restore(folder: string, version: number): void {
  for (const name of readdirSync(folder)) if (name.startsWith('vault.db')) rmSync(path.join(folder, name));
  copyFileSync(path.join(folder, `old-${version}.db`), path.join(folder, 'vault.db'));
}

function stateOf(world: World, keys: readonly OldKey[]): State {
  const bindings = keys.map(({ envVar }, ref) => ({ envVar, ref, exported: null }));
  return {
    ...world.empty,
    clipboard: world.clipboard(),
    keys: keys.map(({ id, name, value }, ref) => ({
      ref,
      id,
      name,
      pinned: false,
      deleted: false,
      highest: 1,
      current: { value, number: 1, grants: 1 },
      previous: null,
    })),
    targets: [{ id: 'target', root: world.main, file: '.env', wasWritten: false, bindings }],
  };
}

/** A copy of the older database is there, whole; nothing half-made lies next to it. */
function checkCopies(folder: string): void {
  const names = readdirSync(folder).filter((name) => name.startsWith('vault.db'));
  const unfinished = names.filter((name) => /^vault\.db\.(copy|new)/.test(name));
  if (unfinished.length > 0) throw new Wrong(`migrate: ${unfinished.join(', ')} was left`, []);
  const copies = names.filter((name) => /\.before-\d+(\.\d+)?$/.test(name));
  if (copies.length === 0) throw new Wrong('migrate: no copy was kept', []);
  for (const name of copies) {
    const database = new DatabaseSync(path.join(folder, name), { readOnly: true });
    const found = database.prepare('SELECT count(*) AS keys FROM keys').get()?.['keys'];
    database.close();
    if (found !== keyCount) throw new Wrong(`migrate: ${name} has ${String(found)} of ${keyCount} keys`, []);
  }
}

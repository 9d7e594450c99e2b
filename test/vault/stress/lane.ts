import { existsSync } from 'node:fs';
import path from 'node:path';
import { chosen, makeStep, type Start } from './kinds.ts';
import { visitOldDatabases } from './migrating.ts';
import { createRandom, type Random } from './random.ts';
import type { State } from './state.ts';
import { noKill, type Plan, type Tally } from './tally.ts';
import { openValuePlace, type ValuePlaceName } from './value-place.ts';
import { createVisit, type Visit, Wrong } from './visit.ts';
import { makeWorld, type World } from './world.ts';

export interface LaneOptions {
  readonly child: string;
  readonly seed: number;
  readonly values: ValuePlaceName;
  readonly tally: Tally;
  isEnough(): boolean;
  onWrong(wrong: Wrong): void;
}

/** What a lane works on: one vault. */
export interface Work extends LaneOptions {
  readonly random: Random;
  readonly serial: () => number;
  readonly env: NodeJS.ProcessEnv;
  readonly world: World;
  /** Whether the keyring had ended by itself; it is there again then, over the same data. */
  readonly repairKeyring: () => Promise<boolean>;
}

/** A vault's life ends after this many starts; a keyring, which slows with its items, after this many vaults. */
const startsPerVault = 60;
const vaultsPerKeyring = 6;
/** So many kills in a row may hit repairs. */
const deepest = 4;

/** Kills one vault after the other, until it is enough. */
export async function runLane(options: LaneOptions): Promise<void> {
  const random = createRandom(options.seed);
  let last = 0;
  const serial = (): number => {
    last += 1;
    return last;
  };
  while (!options.isEnough()) {
    const values = await openValuePlace(options.values);
    const { env } = values;
    const repairKeyring = async (): Promise<boolean> => {
      const isRepaired = await values.repair();
      if (isRepaired) options.tally.keyringEnded();
      return isRepaired;
    };
    try {
      for (let count = 0; count < vaultsPerKeyring && !options.isEnough(); count += 1) {
        const world = await makeWorld(serial(), values);
        await liveOnce({ ...options, random, serial, env, world, repairKeyring }).finally(world.remove);
      }
    } finally {
      await values.stop();
    }
  }
}

/** One vault from its first start, or from an older version's database, until it has been started often enough. */
async function liveOnce(work: Work): Promise<void> {
  const visits: Visit[] = [];
  const visit = (state: State): Visit => {
    const one = createVisit(work, state);
    visits.push(one);
    return one;
  };
  try {
    if (work.tally.neediest(chosen) === 'migrate') await visitOldDatabases(work, visit);
    else await live(visit(work.world.empty), work);
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    work.onWrong(error);
  } finally {
    for (const one of visits) await one.abandon();
  }
}

async function live(visit: Visit, work: Work): Promise<void> {
  const { tally, isEnough, world } = work;
  let left: Left = 'killed';
  let deep = 0;
  for (let count = 0; count < startsPerVault && !isEnough() && left !== 'done'; count += 1) {
    const isNew = !existsSync(path.join(world.place.folder, 'vault.db'));
    const start: Start = isNew ? 'first start' : left === 'quit' ? 'restart' : 'reconcile';
    const plan = deep < deepest && tally.lags(start, chosen) ? planOf(start, work) : noKill;
    const opened = await visit.open(start, plan);
    deep = opened ? 0 : deep + 1;
    left = opened ? await operate(visit, work) : 'killed';
  }
}

function planOf(start: Start, { tally, random }: Work): Plan {
  return start === 'reconcile' ? tally.planRepair(start, random) : tally.plan(start, random);
}

type Left = 'killed' | 'quit' | 'done';

/** Operations until one is killed, or the vault is left. */
async function operate(visit: Visit, { tally, isEnough, random, serial, world }: Work): Promise<Left> {
  for (;;) {
    const { state } = visit;
    if (state === null || isEnough()) return 'done';
    const wanted = tally.neediest(chosen);
    if (wanted === 'first start' || wanted === 'migrate') return 'done';
    const draft = { state, random, serial, folders: { main: world.main, side: world.side } };
    const made = makeStep(wanted === 'restart' ? 'quit' : wanted, draft) ?? makeStep('rename', draft);
    if (made === null) return 'done';
    const plan = made.kind === wanted ? tally.plan(wanted, random) : noKill;
    if (!(await visit.perform(made.kind, made.step, plan))) return 'killed';
    if (made.kind !== 'quit') continue;
    await visit.leave();
    return 'quit';
  }
}

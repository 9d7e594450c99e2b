import { adopt, compare, type Difference } from './compare.ts';
import { type Ending, type Program, startProgram } from './program.ts';
import type { Request, Seen } from './protocol.ts';
import type { Random } from './random.ts';
import { type State, withoutLease } from './state.ts';
import type { Step } from './steps.ts';
import type { Outcome, Plan, Tally } from './tally.ts';
import type { World } from './world.ts';

/** The vault is not as it was acknowledged, or something failed that should not. */
export class Wrong extends Error {
  readonly differences: readonly Difference[];

  constructor(message: string, differences: readonly Difference[]) {
    super(message);
    this.differences = differences;
  }
}

/** What the last kill interrupted, until it is known what became of it. */
interface Interrupted {
  readonly kind: string;
  readonly point: string;
  /** The state before, those between, and the one after; one alone where it was acknowledged. */
  readonly states: readonly State[];
}

export interface VisitOptions {
  readonly world: World;
  readonly child: string;
  readonly env: NodeJS.ProcessEnv;
  readonly random: Random;
  readonly tally: Tally;
  /** Whether the keyring had ended by itself; it is there again then, over the same data. */
  readonly repairKeyring: () => Promise<boolean>;
}

/** A vault over many lives of its process: what it acknowledged is kept here, and checked at every start. */
export interface Visit {
  /** What is known to be true now, the process being open; null while it isn't. */
  readonly state: State | null;
  /** Starts the process, its start counted as `kind`. False where it was killed in that. */
  open(kind: string, plan: Plan): Promise<boolean>;
  /** Has an operation done. False where it was killed. */
  perform(kind: string, step: Step, plan: Plan): Promise<boolean>;
  /** Ends the process in peace. */
  leave(): Promise<void>;
  abandon(): Promise<void>;
}

const start = Date.UTC(2026, 0, 1);

export function createVisit({ world, child, env, random, tally, repairKeyring }: VisitOptions, first: State): Visit {
  let candidates: readonly State[] = [first];
  let state: State | null = null;
  let interrupted: Interrupted | null = null;
  let program: Program | null = null;
  let now = start;
  let activity: readonly string[] = [];

  function running(): Program {
    program ??= startProgram(child, env);
    return program;
  }

  function wrong(kind: string, text: string, differences: readonly Difference[] = []): Wrong {
    const after = interrupted === null ? '' : ` after a kill in ${interrupted.kind} (${interrupted.point})`;
    const list = differences.map(({ text: one }) => `\n  ${one}`).join('');
    return new Wrong(`${kind}${after}: ${text}${list}`, differences);
  }

  /** Asks, kills as planned, and notes it. Null where the process is gone. */
  async function ask(kind: string, request: Request, plan: Plan, states: readonly State[]): Promise<Ending | null> {
    tally.begin(kind);
    const ending = await running().ask(request, plan.killAfter);
    const failure = failureOf(ending);
    if (failure !== null) {
      await abort(kind, failure);
      interrupted ??= { kind, point: 'as the keyring ended', states };
      return null;
    }
    if (ending.is === 'answered' && ending.reply.say === 'done')
      tally.ended(kind, ending.reply.points, ending.reply.ms);
    if (ending.is === 'answered' && plan.mayMiss) return ending;
    if (ending.is === 'answered') {
      await running().kill();
      tally.killed(kind, 'answered');
      interrupted = { kind, point: 'its answer', states: states.slice(-1) };
    } else if (ending.is === 'killed' && ending.point !== null) {
      tally.killed(kind, { before: ending.point });
      interrupted = { kind, point: `before ${ending.point}`, states };
    } else {
      tally.killed(kind, 'instant');
      interrupted = { kind, point: 'at an instant', states };
    }
    program = null;
    state = null;
    return null;
  }

  /** Ends what failed: in vain if the keyring was gone, else something is wrong. */
  async function abort(kind: string, failure: string): Promise<void> {
    if (!(await repairKeyring())) throw wrong(kind, failure);
    await program?.kill();
    program = null;
    state = null;
  }

  async function look(): Promise<Seen | null> {
    const ending = await running().ask({ ask: 'look' });
    if (ending.is !== 'answered' || ending.reply.say !== 'seen') {
      await abort('look', failureOf(ending) ?? 'no answer');
      return null;
    }
    const { seen } = ending.reply;
    // What was there stays; an entry may be counted more often.
    if (!holdsAll(seen.activity, activity)) throw wrong('activity', 'it lost entries');
    activity = seen.activity;
    return seen;
  }

  /** Finds out which of the states the vault is in. False where the keyring ended meanwhile. */
  async function compareWithStates(kind: string, states: readonly State[], accounts: boolean): Promise<boolean> {
    const seen = await look();
    const outside = await world.outside(accounts).catch((error: unknown) => String(error));
    if (seen === null) return false;
    if (typeof outside === 'string') {
      await abort(kind, outside);
      return false;
    }
    let nearest: Difference[] | null = null;
    for (const [index, one] of states.entries()) {
      const differences = await compare(one, seen, outside);
      if (differences.length === 0) {
        if (interrupted !== null) tally.found(interrupted.kind, outcomeOf(index, states.length));
        interrupted = null;
        state = adopt(one, seen);
        candidates = [state];
        return true;
      }
      if (nearest === null || differences.length < nearest.length) nearest = differences;
    }
    throw wrong(kind, 'it is not as it was', nearest ?? []);
  }

  return {
    get state() {
      return state;
    },

    async open(kind, plan) {
      if (random.chance(0.1)) {
        const text = `somebody else’s text ${random.below(1_000_000)}`;
        world.copyElsewhere(text);
        candidates = candidates.map((one) => ({ ...one, clipboard: text }));
      }
      const request = { ask: 'open', place: world.place, now, killAt: plan.killAt } as const;
      const before = interrupted;
      const ending = await ask(kind, request, plan, candidates);
      if (ending === null) {
        // The outcome still to be found is that of the operation which was killed before.
        if (before !== null && interrupted !== null)
          interrupted = { ...before, point: `${before.point}, then in ${kind}` };
        return false;
      }
      return compareWithStates(kind, candidates.map(withoutLease), true);
    },

    async perform(kind, { task, edits, states }, plan) {
      world.edit(edits);
      now += task.what === 'pass' ? task.ms + 1 : 1;
      candidates = states;
      const ending = await ask(kind, { ask: 'do', task, killAt: plan.killAt }, plan, states);
      const last = states.slice(-1);
      if (ending !== null) {
        candidates = last;
        return task.what === 'quit' || compareWithStates(kind, last, false);
      }
      if (interrupted?.point === 'its answer') candidates = last;
      // A value that shows was paid for: no crash gives its grant back (invariant 3).
      if (task.what === 'copy' && world.clipboard() === states.at(-1)?.clipboard) candidates = last;
      return false;
    },

    async leave() {
      await program?.leave();
      program = null;
      state = null;
    },

    async abandon() {
      await program?.kill();
      program = null;
    },
  };
}

/** Whether each of these is among those, as often at least; both sorted. */
function holdsAll(those: readonly string[], these: readonly string[]): boolean {
  let at = 0;
  return these.every((one) => {
    while (at < those.length && (those[at] ?? '') < one) at += 1;
    at += 1;
    return those[at - 1] === one;
  });
}

function outcomeOf(index: number, length: number): Outcome {
  if (index === length - 1) return 'after';
  return index === 0 ? 'old' : 'between';
}

/** What failed although nobody killed it; null for nothing. */
function failureOf(ending: Ending): string | null {
  if (ending.is === 'broken') return ending.why;
  return ending.is === 'answered' && ending.reply.say === 'done' ? (ending.reply.errors[0] ?? null) : null;
}

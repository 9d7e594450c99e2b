import type { Task } from './protocol.ts';
import type { Random } from './random.ts';
import { type KeyState, liveKeys, type State, type TargetState, trashedKeys } from './state.ts';

/** One operation, ready to be asked for. */
export interface Step {
  readonly task: Task;
  /** What a person changed in the project's files just before. */
  readonly edits: Readonly<Record<string, string | null>>;
  /** The state before it, what it may leave when it is killed, and last the state after it. */
  readonly states: readonly [State, ...State[]];
}

/** What an operation is made from. */
export interface Draft {
  readonly state: State;
  readonly random: Random;
  /** A number never given before in this vault. */
  readonly serial: () => number;
  /** A linked folder whose env files git ignores, and one that comes and goes and whose `.env` git would commit. */
  readonly folders: { readonly main: string; readonly side: string };
}

/** Makes the operation, or names the one that must come first. */
export type Make = (draft: Draft) => Step | string;

export function step(task: Task, ...states: readonly [State, ...State[]]): Step {
  return { task, edits: {}, states };
}

const awkward = ['#not a comment', 'with "quotes"', '$HOME', "it's", 'a\\nb', ' spaces '];

/** A value like those of providers, now and then one that is hard to write down, or long. Never the same twice. */
export function freshValue({ random, serial }: Draft): string {
  const start = `sk-proj-${serial().toString(36).padStart(6, '0')}-${random.below(2 ** 30).toString(36)}`;
  if (random.chance(0.1)) return `${start}${random.pick(awkward) ?? ''}x`;
  if (random.chance(0.1)) return `-----BEGIN KEY-----\n${start}\n${'q'.repeat(64)}\n-----END KEY-----`;
  return start.padEnd(random.chance(0.1) ? 20_000 : 48, 'x');
}

export function pickKey({ state, random }: Draft, fits: (key: KeyState) => boolean): KeyState | null {
  return random.pick(liveKeys(state).filter(fits));
}

export function pickTrashed({ state, random }: Draft): KeyState | null {
  return random.pick(trashedKeys(state));
}

export function pathOf({ root, file }: { root: string; file: string }): string {
  return `${root}/${file}`;
}

export function targetsIn({ state }: Draft, root: string): TargetState[] {
  return state.targets.filter((target) => target.root === root);
}

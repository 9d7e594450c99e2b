import { median } from '../../support/measure.ts';
import type { Random } from './random.ts';

/** When a process is killed: at a point, from outside after some ms, or not at all (both null). */
export interface Plan {
  readonly killAt: string | null;
  readonly killAfter: number | null;
  /** Where it came to its end without coming by the point, it lives on; otherwise it is killed then. */
  readonly mayMiss: boolean;
}

export const noKill: Plan = { killAt: null, killAfter: null, mayMiss: true };

interface Point {
  tries: number;
  kills: number;
}

/** What became of the kills of one kind of operation. */
interface Row {
  readonly points: Map<string, Point>;
  readonly ms: number[];
  runs: number;
  atInstants: number;
  afterAnswer: number;
  old: number;
  between: number;
  after: number;
}

export type Outcome = 'old' | 'between' | 'after';

/** Random instants go a little beyond the end, so that the end itself is hit. */
const beyond = 1.05;
const instantsPart = 1 / 3;
/** Runs that don't come by their point go on so often; the others are killed once they have answered. */
const missPart = 3 / 4;
/** Opening a database as it was left comes by these; what follows is repair. */
const openingPoints = 3;
const mostRepairs = 8;

function atInstant({ ms }: Row, random: Random): Plan {
  if (ms.length === 0) return noKill;
  return { killAt: null, killAfter: random.part() * beyond * median(ms), mayMiss: false };
}

/** Which operations were killed where, and where the next kill is needed most. */
export interface Tally {
  readonly kills: number;
  readonly operations: number;
  begin(kind: string): void;
  /** It came to its end, through these points. */
  ended(kind: string, points: readonly string[], ms: number): void;
  killed(kind: string, at: 'instant' | 'answered' | { readonly before: string }): void;
  found(kind: string, outcome: Outcome): void;
  /** The keyring ended by itself, and was started again. */
  keyringEnded(): void;
  plan(kind: string, random: Random): Plan;
  /** As `plan`, for a start that has something to repair, no two alike: by the number of the point. */
  planRepair(kind: string, random: Random): Plan;
  /** The kind with the fewest kills for its number of points. */
  neediest(kinds: readonly string[]): string;
  /** Whether a kind has fewer than the others on average. */
  lags(kind: string, others: readonly string[]): boolean;
  lines(): string[];
}

export function createTally(kinds: readonly string[]): Tally {
  const rows = new Map<string, Row>();
  for (const kind of kinds) {
    const counts = { runs: 0, atInstants: 0, afterAnswer: 0, old: 0, between: 0, after: 0 };
    rows.set(kind, { points: new Map(), ms: [], ...counts });
  }

  let keyringEnds = 0;

  function rowOf(kind: string): Row {
    const row = rows.get(kind);
    if (row === undefined) throw new Error(`there is no operation named ${kind}`);
    return row;
  }

  function pointOf({ points }: Row, name: string): Point {
    const point = points.get(name) ?? { tries: 0, kills: 0 };
    points.set(name, point);
    return point;
  }

  function pointKills({ points }: Row): number {
    return [...points.values()].reduce((sum, { kills }) => sum + kills, 0);
  }

  function killsOf(row: Row): number {
    return pointKills(row) + row.atInstants + row.afterAnswer;
  }

  /** Kills for each point, a third more for instants. */
  function measure(kind: string): number {
    const row = rowOf(kind);
    return killsOf(row) / (Math.max(1, row.points.size) / (1 - instantsPart));
  }

  const total = (count: (row: Row) => number): number => [...rows.values()].reduce((sum, row) => sum + count(row), 0);

  return {
    get kills() {
      return total(killsOf);
    },
    get operations() {
      return total(({ runs }) => runs);
    },
    begin(kind) {
      rowOf(kind).runs += 1;
    },
    ended(kind, points, ms) {
      const row = rowOf(kind);
      row.ms.push(ms);
      for (const name of points) pointOf(row, name);
    },
    killed(kind, at) {
      const row = rowOf(kind);
      if (at === 'instant') row.atInstants += 1;
      else if (at === 'answered') row.afterAnswer += 1;
      else pointOf(row, at.before).kills += 1;
    },
    found(kind, outcome) {
      rowOf(kind)[outcome] += 1;
    },
    keyringEnded() {
      keyringEnds += 1;
    },
    plan(kind, random) {
      const { points } = rowOf(kind);
      if (points.size === 0) return noKill;
      if (random.chance(instantsPart)) return atInstant(rowOf(kind), random);
      // Not every run comes by every point: a try that missed counts, but less than a kill.
      const costs = [...points].map(([name, { tries, kills }]) => ({ name, cost: kills * 4 + tries }));
      const least = Math.min(...costs.map(({ cost }) => cost));
      const name = random.pick(costs.filter(({ cost }) => cost === least))?.name ?? null;
      if (name !== null) pointOf(rowOf(kind), name).tries += 1;
      return { killAt: name, killAfter: null, mayMiss: random.chance(missPart) };
    },
    planRepair(kind, random) {
      if (random.chance(instantsPart)) return atInstant(rowOf(kind), random);
      return { killAt: `#${openingPoints + 1 + random.below(mostRepairs)}`, killAfter: null, mayMiss: true };
    },
    neediest: (some) => some.reduce((least, kind) => (measure(kind) < measure(least) ? kind : least)),
    lags(kind, others) {
      return measure(kind) <= others.reduce((sum, one) => sum + measure(one), 0) / others.length;
    },
    lines() {
      const head = [
        'operation',
        'runs',
        'points',
        'kills',
        'at points',
        'at instants',
        'answered',
        'old',
        'between',
        'new',
      ];
      const cells = [...rows].map(([kind, row]) => {
        const { runs, points, atInstants, afterAnswer, old, between, after } = row;
        return [kind, runs, points.size, killsOf(row), pointKills(row), atInstants, afterAnswer, old, between, after];
      });
      const table = [head, ...cells].map((line) => line.map(String));
      const widths = head.map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0)));
      const aligned = table.map((line) =>
        line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
      );
      const perPoint = [...rows].map(
        ([kind, { points }]) => `${kind} | ${[...points].map(([name, { kills }]) => `${name}: ${kills}`).join(', ')}`,
      );
      const ends = `The keyring ended by itself ${keyringEnds} times, and was started again over its data.`;
      return ['Kills before each write:', ...perPoint, '', ...aligned, '', ends];
    },
  };
}

import type { NameReason } from './reasons.ts';

/**
 * What is known of names of one kind. A string holds names, upper or lower case, with white space between them; `*` in
 * one makes it a pattern and stands for any letters, digits and `_`, or none.
 */
export interface NameGroup<Reason = NameReason> {
  /** Why they are refused. */
  readonly reason: Reason;
  /**
   * Never written. A name listed in full is refused always; under a pattern, a name that ends in `_TOKEN`, `_KEY`,
   * `_SECRET` or `_PASSWORD` is asked for.
   */
  readonly refused?: string;
  /** Patterns without that exception: programs take a name that ends so for one like the others. */
  readonly sealed?: string;
  /** Asked for, although a pattern refuses them: developers set them, and their value runs nothing by itself. */
  readonly except?: string;
  /** Asked for, unless they say that they are a secret: they steer programs, and developers set them. */
  readonly asked?: string;
}

/** What is found in a list: for a name in upper case its reason, or null where the name isn't in it. */
export type NameList<Reason = NameReason> = (upper: string) => Reason | null;

export function splitNames(names = ''): string[] {
  return names
    .toUpperCase()
    .split(/\s+/)
    .filter((name) => name !== '');
}

function isPattern(name: string): boolean {
  return name.includes('*');
}

/** `A*B` and such as an expression; `A*` and `*B`, which are most, are looked up by their fixed part. */
function expressionOf(pattern: string): RegExp {
  return new RegExp(`^${pattern.replaceAll('*', '[A-Z0-9_]*')}$`);
}

/** One list of the names and patterns of `kind` in all groups, or of one sort of them. */
export function listOf<Reason>(
  groups: readonly NameGroup<Reason>[],
  kind: Exclude<keyof NameGroup, 'reason'>,
  sort: 'full' | 'patterns' | 'both' = 'both',
): NameList<Reason> {
  const full = new Map<string, Reason>();
  const starts = new Map<string, Reason>();
  const ends = new Map<string, Reason>();
  const others: (readonly [RegExp, Reason])[] = [];
  for (const group of groups) {
    for (const name of splitNames(group[kind])) {
      if (sort !== 'both' && isPattern(name) !== (sort === 'patterns')) continue;
      const fixed = name.replace('*', '');
      if (!isPattern(name)) full.set(name, group.reason);
      else if (isPattern(fixed)) others.push([expressionOf(name), group.reason]);
      else if (name.endsWith('*')) starts.set(fixed, group.reason);
      else if (name.startsWith('*')) ends.set(fixed, group.reason);
      else others.push([expressionOf(name), group.reason]);
    }
  }

  const startLengths = lengthsBy(starts.keys(), 0);
  const endLengths = lengthsBy(ends.keys(), -1);

  return (upper) => {
    const exact = full.get(upper);
    if (exact !== undefined) return exact;
    const start = startLengths.get(upper.at(0))?.find((length) => starts.has(upper.slice(0, length)));
    const end = endLengths.get(upper.at(-1))?.find((length) => ends.has(upper.slice(-length)));
    // The shorter one says more of names.
    if (start !== undefined && start <= (end ?? start)) return starts.get(upper.slice(0, start)) ?? null;
    if (end !== undefined) return ends.get(upper.slice(-end)) ?? null;
    return others.find(([pattern]) => pattern.test(upper))?.[1] ?? null;
  };
}

/** The lengths of these parts, the shortest first, by the character that each has at that place. */
function lengthsBy(parts: Iterable<string>, at: 0 | -1): ReadonlyMap<string | undefined, readonly number[]> {
  const grouped = Map.groupBy(parts, (part) => part.at(at));
  return new Map(
    Array.from(grouped, ([character, group]) => [
      character,
      [...new Set(group.map(({ length }) => length))].toSorted((one, other) => one - other),
    ]),
  );
}

/** Whether a name (upper case) is one of `names`, or fits one of the patterns among them. */
export function matcherOf(names: string): (upper: string) => boolean {
  const list = listOf([{ reason: true, refused: names }], 'refused');
  return (upper) => list(upper) !== null;
}

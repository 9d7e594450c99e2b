/**
 * What is known of names of one kind. A string holds names, upper or lower case, with white space between them; `*` in
 * one makes it a pattern and stands for any letters, digits and `_`, or none.
 */
export interface NameGroup {
  /** Why they are refused: lower case words that end a sentence. */
  readonly reason: string;
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
export type NameList = (upper: string) => string | null;

export function splitNames(names = ''): string[] {
  return names
    .toUpperCase()
    .split(/\s+/)
    .filter((name) => name !== '');
}

export function isPattern(name: string): boolean {
  return name.includes('*');
}

function matcherOf(pattern: string): (upper: string) => boolean {
  const [start = '', end = '', ...more] = pattern.split('*');
  if (more.length > 0) {
    const whole = new RegExp(`^${pattern.replaceAll('*', '[A-Z0-9_]*')}$`);
    return (upper) => whole.test(upper);
  }
  return (upper) => upper.length >= start.length + end.length && upper.startsWith(start) && upper.endsWith(end);
}

/** One list of the names and patterns of `kind` in all groups; the first that fits gives the reason. */
export function listOf(
  groups: readonly NameGroup[],
  kind: Exclude<keyof NameGroup, 'reason'>,
  part: 'full' | 'patterns' | 'both' = 'both',
): NameList {
  const full = new Map<string, string>();
  const patterns: (readonly [(upper: string) => boolean, string])[] = [];
  for (const group of groups) {
    for (const name of splitNames(group[kind])) {
      if (isPattern(name)) patterns.push([matcherOf(name), group.reason]);
      else if (!full.has(name)) full.set(name, group.reason);
    }
  }
  if (part === 'full') patterns.length = 0;
  if (part === 'patterns') full.clear();
  return (upper) => full.get(upper) ?? patterns.find(([matches]) => matches(upper))?.[1] ?? null;
}

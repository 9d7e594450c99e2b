import type { Contents, Entry, Problem, Scan, ScannedEntry } from './document.ts';

/** Marks the definitions that a later one of the same name shadows, and reports them. */
export function markShadowed({ entries, problems }: Scan): Contents {
  const later = new Set<string>();
  const shadowed: Problem[] = [];
  for (let index = entries.length - 1; index >= 0; index -= 1) {
    const entry = entries[index];
    if (entry === undefined) continue;
    const known = later.size;
    later.add(entry.name);
    if (later.size === known) shadowed.push(shadow(entry));
  }
  return { entries, problems: [...problems, ...shadowed.reverse()] };
}

/** The same where it is known already which are shadowed: `known` are the same definitions, in the same order. */
export function carryShadowed({ entries, problems }: Scan, known: readonly Pick<Entry, 'shadowed'>[]): Contents {
  const shadowed = entries.filter((_, index) => known[index]?.shadowed === true).map(shadow);
  return { entries, problems: [...problems, ...shadowed] };
}

function shadow(entry: ScannedEntry): Problem {
  entry.shadowed = true;
  return { code: 'SHADOWED', line: entry.line, name: entry.name };
}

/** By code points, as the database sorts UTF-8; JavaScript's own order puts some emoji before some letters. */
function comesBefore(one: string, other: string): boolean {
  const at = firstDifference(one, other);
  return (one.codePointAt(at) ?? -1) < (other.codePointAt(at) ?? -1);
}

function firstDifference(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const isInPair = at > 0 && /[\uD800-\uDBFF]/.test(one[at - 1] ?? '');
  return isInPair ? at - 1 : at;
}

/** The first place in the sorted list that doesn't come before this text. */
function placeOf<T>(list: readonly T[], text: string, sortedBy: (one: T) => string): number {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const one = list[middle];
    if (one !== undefined && comesBefore(sortedBy(one), text)) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** What became of some of a list that main keeps. */
interface News<T> {
  readonly changed: readonly T[];
  readonly gone: readonly string[];
}

/** The list with what changed in its place, and without what is gone. `sortedBy`: a text by whose code points the list is sorted. */
export function mergeList<T extends { readonly id: string }>(
  list: readonly T[],
  { changed, gone }: News<T>,
  sortedBy: (one: T) => string,
): T[] {
  const left = new Set(gone);
  const fresh = new Map(changed.map((one) => [one.id, one]));
  const merged = list.flatMap((one) => {
    const now = fresh.get(one.id);
    if (now === undefined) return left.has(one.id) ? [] : one;
    // It keeps its place.
    if (sortedBy(now) === sortedBy(one) && fresh.delete(one.id)) return now;
    return [];
  });
  for (const one of fresh.values()) merged.splice(placeOf(merged, sortedBy(one), sortedBy), 0, one);
  return merged;
}

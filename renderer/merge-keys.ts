import type { KeyView } from './vault-client.ts';

/** As main folds names, no two of which are the same then. */
function fold(name: string): string {
  return name.trim().normalize('NFC').toLowerCase();
}

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

/** The first place in the sorted list that doesn't come before the name. */
function placeOf(list: readonly KeyView[], name: string): number {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (comesBefore(fold(list[middle]?.name ?? ''), name)) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The list by name with these keys in their places, and without those that are gone. */
export function mergeKeys(list: readonly KeyView[], changed: readonly KeyView[], gone: readonly string[]): KeyView[] {
  const ids = new Set([...gone, ...changed.map(({ id }) => id)]);
  const merged = list.filter(({ id }) => !ids.has(id));
  for (const key of changed) merged.splice(placeOf(merged, fold(key.name)), 0, key);
  return merged;
}

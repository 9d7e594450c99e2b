import { mergeList } from './merge-list.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** As main folds names, no two of which are the same then. */
const fold = ({ name }: Named): string => name.trim().normalize('NFC').toLowerCase();

/** The list by name with these keys in their places, and without those that are gone. */
export function mergeKeys<T extends Named>(list: readonly T[], changed: readonly T[], gone: readonly string[]): T[] {
  return mergeList(list, { changed, gone }, fold);
}

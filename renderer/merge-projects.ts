import { mergeList } from './merge-list.ts';
import type { ProjectView } from './vault-client.ts';

/** As the database sorts: by name, where only A to Z are as a to z, then by folder. No name has the character between. */
const sorted = ({ name, root }: ProjectView): string =>
  `${name.replace(/[A-Z]/g, (letter) => letter.toLowerCase())}\0${root}`;

/** The list with these projects in their places, and without those that are gone. */
export function mergeProjects(
  list: readonly ProjectView[],
  changed: readonly ProjectView[],
  gone: readonly string[],
): ProjectView[] {
  return mergeList(list, { changed, gone }, sorted);
}

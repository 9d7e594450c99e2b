import { leftOutKinds } from '../../../electron/ipc/page-tables.ts';
import * as words from '../../../electron/messages/window.ts';

import type { RestoreView } from '../../vault-client.ts';

type RestoreKey = RestoreView['keys'][number];
type RestoreProject = RestoreView['projects'][number];

/** The groups in the order in which a person decides, and whether they are ticked at first. */
export const keyGroups: readonly { state: RestoreKey['state']; word: string; ticked: boolean }[] = [
  { state: 'new', word: words.restore.notHere, ticked: true },
  { state: 'newer-there', word: words.restore.newerThere, ticked: true },
  { state: 'newer-here', word: words.restore.newerHere, ticked: false },
  { state: 'same', word: words.restore.same, ticked: false },
];

/** What taking this key does. */
export function formatKey({ state, nameHere, envVar }: RestoreKey): string {
  const here = nameHere === null ? '' : words.restore.hereItIs(nameHere);
  if (state === 'new') return envVar;
  if (state === 'newer-there') return words.restore.takenNewer(here);
  if (state === 'newer-here') return words.restore.takenOlder(here);
  return words.restore.nothingToTake(here);
}

const leftOutWords: Record<keyof RestoreView['leftOut'], (number: number) => string> = {
  settings: words.restore.leftOutSettings,
  files: words.restore.leftOutFiles,
  activity: words.restore.leftOutActivity,
  parts: words.restore.leftOutParts,
  fields: words.restore.leftOutFields,
};

/** What of the backup can't be taken here, by number and kind; null where all can. */
export function formatLeftOut(leftOut: RestoreView['leftOut']): string | null {
  const found = leftOutKinds.filter((kind) => leftOut[kind] > 0).map((kind) => leftOutWords[kind](leftOut[kind]));
  if (found.length === 0) return null;
  return words.restore.leftOut(found.join(', '));
}

export function formatProject({ root, state, targets }: RestoreProject): string {
  if (state === 'here') return words.restore.linkedAlready(root);
  if (state === 'gone') return words.restore.notOnComputer(root);
  return words.restore.withFiles(root, targets);
}

/** What the button does, exactly; null where nothing is chosen. */
export function formatRestore(keys: number, projects: number, settings: boolean): string | null {
  const parts = [
    ...(keys > 0 ? [words.restore.keys(keys)] : []),
    ...(projects > 0 ? [words.restore.projects(projects)] : []),
    ...(settings ? [words.restore.settings] : []),
  ];
  return parts.length === 0 ? null : words.restore.submit(parts.join(', '));
}

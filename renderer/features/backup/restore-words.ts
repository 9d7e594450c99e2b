import { leftOutKinds } from '../../../electron/ipc/page-tables.ts';
import { count } from '../../ui/time.ts';
import type { RestoreView } from '../../vault-client.ts';

type RestoreKey = RestoreView['keys'][number];
type RestoreProject = RestoreView['projects'][number];

/** The groups in the order in which a person decides, and whether they are ticked at first. */
export const keyGroups: readonly { state: RestoreKey['state']; word: string; ticked: boolean }[] = [
  { state: 'new', word: 'Not here', ticked: true },
  { state: 'newer-there', word: 'Newer in the backup', ticked: true },
  { state: 'newer-here', word: 'Newer here', ticked: false },
  { state: 'same', word: 'The same', ticked: false },
];

/** What taking this key does. */
export function formatKey({ state, nameHere, envVar }: RestoreKey): string {
  const here = nameHere === null ? '' : `Here it is “${nameHere}”. `;
  if (state === 'new') return envVar;
  if (state === 'newer-there') return `${here}Taken, it is a rotation that can be undone.`;
  if (state === 'newer-here') return `${here}Taken, the older value comes back as a rotation.`;
  return `${here}Nothing to take.`;
}

const leftOutWords: Record<keyof RestoreView['leftOut'], (number: number) => string> = {
  settings: (number) => count(number, 'setting'),
  files: (number) => count(number, 'env file'),
  activity: (number) => `${number.toLocaleString()} of the activity`,
  parts: (number) => count(number, 'other part'),
  fields: (number) => count(number, 'other field'),
};

/** What of the backup can't be taken here, by number and kind; null where all can. */
export function formatLeftOut(leftOut: RestoreView['leftOut']): string | null {
  const found = leftOutKinds.filter((kind) => leftOut[kind] > 0).map((kind) => leftOutWords[kind](leftOut[kind]));
  if (found.length === 0) return null;
  return `Made by a newer Clavis. Left out, for this one doesn’t know it: ${found.join(', ')}. Update Clavis to restore that, too.`;
}

export function formatProject({ root, state, targets }: RestoreProject): string {
  if (state === 'here') return `${root}: linked already`;
  if (state === 'gone') return `${root}: not on this computer`;
  return `${root}, ${count(targets, 'env file')}`;
}

/** What the button does, exactly; null where nothing is chosen. */
export function formatRestore(keys: number, projects: number, settings: boolean): string | null {
  const parts = [
    ...(keys > 0 ? [count(keys, 'key')] : []),
    ...(projects > 0 ? [count(projects, 'project')] : []),
    ...(settings ? ['settings'] : []),
  ];
  return parts.length === 0 ? null : `Restore ${parts.join(', ')}`;
}

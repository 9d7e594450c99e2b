import type { ActivityView } from '../vault-client.ts';
import type { IconName } from './icons.tsx';

type Kind = ActivityView['kind'];

/** What happened, as a verb before the name of what it happened to, and its icon. */
const words: Record<Kind, readonly [verb: string, icon: IconName]> = {
  added: ['Added', 'plus'],
  edited: ['Edited', 'pencil'],
  copied: ['Copied', 'copy'],
  'allowed-copy': ['Allowed one more copy of', 'shield'],
  loosened: ['Allowed more for', 'shield'],
  rotated: ['Rotated', 'rotate'],
  'rotation-undone': ['Undid the rotation of', 'undo'],
  'rotation-finished': ['Removed the previous value of', 'check'],
  deleted: ['Moved to Trash:', 'trash'],
  'delete-undone': ['Restored from Trash:', 'undo'],
  erased: ['Deleted permanently:', 'trash'],
  exported: ['Exported', 'file'],
  bound: ['Bound', 'link'],
  unbound: ['Unbound', 'unlink'],
  linked: ['Linked', 'folder'],
  unlinked: ['Unlinked', 'folder'],
  imported: ['Imported', 'file'],
  ignored: ['Told git to ignore a file of', 'shield'],
  locked: ['Locked', 'lock'],
  unlocked: ['Unlocked', 'lock'],
  recovered: ['Recovered', 'search'],
  restored: ['Restored', 'open'],
  'backed-up': ['Backed up', 'save'],
  'clipboard-cleared': ['Cleared from the clipboard:', 'clipboard'],
};

/** An entry as its verb, its subject being a name, and what there is to add. */
export function formatActivity({ kind, keyId, detail }: ActivityView): { verb: string; rest: string } {
  if (kind !== 'loosened') return { verb: words[kind][0], rest: detail };
  return keyId === null
    ? { verb: 'Allowed more:', rest: detail }
    : { verb: 'Allowed any number of copies of', rest: '' };
}

export function activityIcon(kind: Kind): IconName {
  return words[kind][1];
}

import * as words from '../../electron/messages/window.ts';
import type { ActivityView } from '../vault-client.ts';
import type { IconName } from './icons.tsx';

type Kind = ActivityView['kind'];

/** What happened, as a verb before the name of what it happened to, and its icon. */
const kinds: Record<Kind, readonly [verb: string, icon: IconName]> = {
  added: [words.activity.added, 'plus'],
  edited: [words.activity.edited, 'pencil'],
  copied: [words.activity.copied, 'copy'],
  'allowed-copy': [words.activity.allowedCopy, 'shield'],
  loosened: [words.activity.allowedMoreFor, 'shield'],
  rotated: [words.activity.rotated, 'rotate'],
  'rotation-undone': [words.activity.rotationUndone, 'undo'],
  'rotation-finished': [words.activity.rotationFinished, 'check'],
  deleted: [words.activity.deleted, 'trash'],
  'delete-undone': [words.activity.deleteUndone, 'undo'],
  erased: [words.activity.erased, 'trash'],
  exported: [words.activity.exported, 'file'],
  bound: [words.activity.bound, 'link'],
  unbound: [words.activity.unbound, 'unlink'],
  linked: [words.activity.linked, 'folder'],
  unlinked: [words.activity.unlinked, 'folder'],
  imported: [words.activity.imported, 'file'],
  ignored: [words.activity.ignored, 'shield'],
  locked: [words.activity.locked, 'lock'],
  unlocked: [words.activity.unlocked, 'lock'],
  recovered: [words.activity.recovered, 'search'],
  restored: [words.activity.restored, 'open'],
  'backed-up': [words.activity.backedUp, 'save'],
  'clipboard-cleared': [words.activity.clipboardCleared, 'clipboard'],
};

/** An entry as its verb, its subject being a name, and what there is to add. */
export function formatActivity({ kind, keyId, detail }: ActivityView): { verb: string; rest: string } {
  if (kind !== 'loosened') return { verb: kinds[kind][0], rest: detail };
  return keyId === null
    ? { verb: words.activity.allowedMore, rest: detail }
    : { verb: words.activity.allowedAnyCopies, rest: '' };
}

export function activityIcon(kind: Kind): IconName {
  return kinds[kind][1];
}

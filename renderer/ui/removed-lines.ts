import * as words from '../../electron/messages/window.ts';
import type { LineOutcome } from '../vault-client.ts';

import { notifyError } from './toast-store.ts';

/** "2 lines removed from 1 file. 1 line stays as it is." */
export function formatRemoved(outcomes: readonly LineOutcome[]): string {
  const written = outcomes.filter(({ removed }) => removed > 0);
  const removed = written.reduce((sum, one) => sum + one.removed, 0);
  const left = outcomes.reduce((sum, one) => sum + one.left, 0);
  const gone = removed === 0 ? words.removedLines.none : words.removedLines.gone(removed, written.length);
  return left === 0 ? gone : words.removedLines.andLeft(gone, left);
}

/** What a message about lines that stayed in files belongs to: it leaves when they are tried again. */
export function linesOf(keyId: string): string {
  return `remove lines ${keyId}`;
}

/** Says of each file that could not be written why, until it is closed: the key may be out of sight by then. */
export function notifyUnwritten(outcomes: readonly LineOutcome[], about: string): void {
  for (const { project, file, left, error } of outcomes) {
    if (!error) continue;
    const stays = left === 1 ? words.removedLines.lineStays : words.removedLines.linesStay;
    const message = `${project}/${file}: ${stays}. ${error.message}`;
    notifyError({ ...error, message }, { ofView: false, about: [about] });
  }
}

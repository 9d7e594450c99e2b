import * as words from '../../../electron/messages/window.ts';

import type { ExportOutcome, PreviewView } from '../../vault-client.ts';

/** What the button leads to: "Write 3 variables to api/.env…"; null where nothing would change. */
export function formatWrite({ changes, file }: PreviewView): string | null {
  const written = changes.filter(({ kind }) => kind === 'added' || kind === 'changed').length;
  const removed = changes.filter(({ kind }) => kind === 'removed').length;
  if (written > 0 && removed > 0) return words.fileWrites.writeAndRemove(written, removed, file);
  if (written > 0) return words.fileWrites.write(written, file);
  if (removed > 0) return words.fileWrites.removeFrom(removed, file);
  return null;
}

/** What is left for the person to do once these files were written. */
function afterwards(files: readonly string[]): string {
  if (files.length === 0) return '';
  const isDirenv = files.some((file) => file === '.envrc' || file.endsWith('/.envrc'));
  return words.fileWrites.restart(isDirenv ? words.fileWrites.direnv : '');
}

export function formatWritten({ file, written, removed, taken }: ExportOutcome): string {
  const parts = [
    ...(written > 0 ? [words.fileWrites.written(written, file)] : []),
    ...(removed > 0 ? [words.fileWrites.removed(removed, file)] : []),
    ...(taken > 0 ? [words.fileWrites.taken(taken)] : []),
  ];
  return `${parts.join(', ') || words.fileWrites.asItWas(file)}.${afterwards(written + removed > 0 ? [file] : [])}`;
}

/** "2 written, 1 removed, 1 taken into Clavis". */
export function formatCounts({ written, removed, taken }: ExportOutcome): string {
  return [
    ...(written > 0 ? [words.fileWrites.countWritten(written)] : []),
    ...(removed > 0 ? [words.fileWrites.countRemoved(removed)] : []),
    ...(taken > 0 ? [words.fileWrites.countTaken(taken)] : []),
  ].join(', ');
}

/** Whether a person has to look at how this file ended. */
export function hasProblem({ error, left }: ExportOutcome): boolean {
  return error !== null || left.length > 0;
}

/** A write of several files in a line: "3 variables written, 1 removed in 2 files. 1 file not written." */
export function formatOutcomes(outcomes: readonly ExportOutcome[]): string {
  const sum = (of: (outcome: ExportOutcome) => number): number => outcomes.reduce((all, one) => all + of(one), 0);
  const changed = outcomes.filter(({ written, removed }) => written + removed > 0).length;
  const failed = outcomes.filter(({ error }) => error !== null).length;
  const [written, removed, taken, left] = [
    sum((one) => one.written),
    sum((one) => one.removed),
    sum((one) => one.taken),
    sum((one) => (one.error === null ? one.left.length : 0)),
  ];
  const parts = [
    ...(written > 0 ? [words.fileWrites.allWritten(written)] : []),
    ...(removed > 0
      ? [written > 0 ? words.fileWrites.countRemoved(removed) : words.fileWrites.allRemoved(removed)]
      : []),
  ];
  const sentences = [
    ...(changed > 0 ? [words.fileWrites.inFiles(parts.join(', '), changed)] : []),
    ...(taken > 0 ? [words.fileWrites.allTaken(taken)] : []),
    ...(failed > 0 ? [words.fileWrites.notWritten(failed)] : []),
    ...(left > 0 ? [words.fileWrites.leftOut(left)] : []),
  ];
  const files = outcomes.filter(({ written, removed }) => written + removed > 0).map(({ file }) => file);
  return `${sentences.join(' ') || words.fileWrites.upToDate}${afterwards(files)}`;
}

import { count } from '../../ui/time.ts';
import type { ExportOutcome, PreviewView } from '../../vault-client.ts';

/** What the button leads to: "Write 3 variables to api/.env…"; null where nothing would change. */
export function formatWrite({ changes, file }: PreviewView): string | null {
  const written = changes.filter(({ kind }) => kind === 'added' || kind === 'changed').length;
  const removed = changes.filter(({ kind }) => kind === 'removed').length;
  if (written > 0 && removed > 0) return `Write ${written} and remove ${count(removed, 'variable')} in ${file}…`;
  if (written > 0) return `Write ${count(written, 'variable')} to ${file}…`;
  if (removed > 0) return `Remove ${count(removed, 'variable')} from ${file}…`;
  return null;
}

/** What is left for the person to do once these files were written. */
function afterwards(files: readonly string[]): string {
  if (files.length === 0) return '';
  const isDirenv = files.some((file) => file === '.envrc' || file.endsWith('/.envrc'));
  return ` Restart what has the old file open.${isDirenv ? ' Run direnv allow: direnv loads no .envrc that changed before that.' : ''}`;
}

export function formatWritten({ file, written, removed, taken }: ExportOutcome): string {
  const parts = [
    ...(written > 0 ? [`${count(written, 'variable')} written to ${file}`] : []),
    ...(removed > 0 ? [`${count(removed, 'variable')} removed from ${file}`] : []),
    ...(taken > 0 ? [`${count(taken, 'value')} taken into Clavis`] : []),
  ];
  return `${parts.join(', ') || `${file} is as it was`}.${afterwards(written + removed > 0 ? [file] : [])}`;
}

/** "2 written, 1 removed, 1 taken into Clavis". */
export function formatCounts({ written, removed, taken }: ExportOutcome): string {
  return [
    ...(written > 0 ? [`${written} written`] : []),
    ...(removed > 0 ? [`${removed} removed`] : []),
    ...(taken > 0 ? [`${taken} taken into Clavis`] : []),
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
    ...(written > 0 ? [`${count(written, 'variable')} written`] : []),
    ...(removed > 0 ? [written > 0 ? `${removed} removed` : `${count(removed, 'variable')} removed`] : []),
  ];
  const sentences = [
    ...(changed > 0 ? [`${parts.join(', ')} in ${count(changed, 'file')}.`] : []),
    ...(taken > 0 ? [`${count(taken, 'value')} taken into Clavis.`] : []),
    ...(failed > 0 ? [`${count(failed, 'file')} not written.`] : []),
    ...(left > 0 ? [`${count(left, 'line')} left out.`] : []),
  ];
  const files = outcomes.filter(({ written, removed }) => written + removed > 0).map(({ file }) => file);
  return `${sentences.join(' ') || 'All files are up to date.'}${afterwards(files)}`;
}

import { count } from '../../ui/time.ts';
import type { ExportOutcome, PreviewView } from '../../vault-client.ts';

/** What the button does, exactly: "Write 3 variables to api/.env"; null where nothing would change. */
export function formatWrite({ changes, file }: PreviewView): string | null {
  const written = changes.filter(({ kind }) => kind === 'added' || kind === 'changed').length;
  const removed = changes.filter(({ kind }) => kind === 'removed').length;
  if (written > 0 && removed > 0) return `Write ${written} and remove ${count(removed, 'variable')} in ${file}`;
  if (written > 0) return `Write ${count(written, 'variable')} to ${file}`;
  if (removed > 0) return `Remove ${count(removed, 'variable')} from ${file}`;
  return null;
}

export function formatWritten({ file, written, removed }: { file: string; written: number; removed: number }): string {
  const parts = [
    ...(written > 0 ? [`${count(written, 'variable')} written to ${file}`] : []),
    ...(removed > 0 ? [`${count(removed, 'variable')} removed from ${file}`] : []),
  ];
  return `${parts.join(', ') || `${file} is as it was`}.`;
}

/** "2 written, 1 removed". */
export function formatCounts({ written, removed }: { written: number; removed: number }): string {
  return [...(written > 0 ? [`${written} written`] : []), ...(removed > 0 ? [`${removed} removed`] : [])].join(', ');
}

/** An export of all in a line: "3 variables written, 1 removed in 2 files. 1 file not written." */
export function formatOutcomes(outcomes: readonly ExportOutcome[]): string {
  const changed = outcomes.filter(({ written, removed }) => written + removed > 0).length;
  const failed = outcomes.filter(({ error }) => error !== null).length;
  const written = outcomes.reduce((sum, outcome) => sum + outcome.written, 0);
  const removed = outcomes.reduce((sum, outcome) => sum + outcome.removed, 0);
  const parts = [
    ...(written > 0 ? [`${count(written, 'variable')} written`] : []),
    ...(removed > 0 ? [written > 0 ? `${removed} removed` : `${count(removed, 'variable')} removed`] : []),
  ];
  return [
    ...(changed > 0 ? [`${parts.join(', ')} in ${count(changed, 'file')}.`] : []),
    ...(failed > 0 ? [`${count(failed, 'file')} not written.`] : []),
    ...(changed === 0 && failed === 0 ? ['Every file is as it should be.'] : []),
  ].join(' ');
}

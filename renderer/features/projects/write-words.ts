import { count } from '../../ui/time.ts';
import type { PreviewView } from '../../vault-client.ts';

/** What the button does, exactly: "Write 3 variables to api/.env"; null where nothing would change. */
export function sayWrite({ changes, file }: PreviewView): string | null {
  const written = changes.filter(({ kind }) => kind === 'added' || kind === 'changed').length;
  const removed = changes.filter(({ kind }) => kind === 'removed').length;
  if (written > 0 && removed > 0) return `Write ${written} and remove ${count(removed, 'variable')} in ${file}`;
  if (written > 0) return `Write ${count(written, 'variable')} to ${file}`;
  if (removed > 0) return `Remove ${count(removed, 'variable')} from ${file}`;
  return null;
}

export function sayWritten({ file, written, removed }: { file: string; written: number; removed: number }): string {
  const parts = [
    ...(written > 0 ? [`${count(written, 'variable')} written to ${file}`] : []),
    ...(removed > 0 ? [`${count(removed, 'variable')} removed from ${file}`] : []),
  ];
  return `${parts.join(', ') || `${file} is as it was`}.`;
}

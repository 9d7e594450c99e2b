import { closeToastsAbout, notify, notifyDone, notifyError } from '../../ui/toast-store.ts';
import { ask, type CallError, type ExportOutcome, listen } from '../../vault-client.ts';
import { formatOutcomes } from './write-words.ts';

export interface ExportRun {
  readonly running: boolean;
  /** Targets that are done, and how many there are; 0 of 0 until main says. */
  readonly done: number;
  readonly total: number;
  /** The target that was done last. */
  readonly latest: ExportOutcome | null;
  /** How each target ended; null until all are done. */
  readonly outcomes: readonly ExportOutcome[] | null;
  /** Why none was tried. */
  readonly error: CallError | null;
}

const fresh: ExportRun = { running: false, done: 0, total: 0, latest: null, outcomes: null, error: null };

let now = fresh;
const listeners = new Set<() => void>();

function put(next: ExportRun): void {
  now = next;
  for (const listener of listeners) listener();
}

export const exportRun = {
  get: () => now,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

// No project's name stays in the page while it is locked.
listen((clavis) => clavis.lock.onChanged(() => put(fresh)));

/** Writes every target of every project. One at a time: a second start while it runs is the same run. */
export async function startExportAll(): Promise<void> {
  if (now.running) return;
  closeToastsAbout('export all');
  put({ ...fresh, running: true });
  const stop = listen((clavis) =>
    clavis.projects.onExported(({ done, total, outcome }) => put({ ...now, done, total, latest: outcome })),
  );
  const answer = await ask((clavis) => clavis.projects.exportAll({}));
  stop();
  put({ ...now, running: false, ...(answer.ok ? { outcomes: answer.value } : { error: answer.error }) });
  // Nobody looks any more: it is said in the corner.
  if (listeners.size > 0) return;
  const failed = answer.ok ? answer.value.filter(({ error }) => error !== null).length : 0;
  if (!answer.ok) notifyError(answer.error, { about: ['export all'], ofView: false });
  else if (failed > 0)
    notify({
      tone: 'bad',
      text: `${formatOutcomes(answer.value)} Export all again to see why.`,
      until: null,
      about: ['export all'],
      ofView: false,
    });
  else notifyDone(formatOutcomes(answer.value));
}

/** A target that failed and was written after all, by its preview. */
export function updateOutcome(targetId: string, { written, removed }: { written: number; removed: number }): void {
  const outcomes = now.outcomes?.map((one) =>
    one.targetId === targetId ? { ...one, written, removed, error: null } : one,
  );
  if (outcomes) put({ ...now, outcomes });
}

import { readKnownDriftAgain } from '../../drift-data.ts';
import { notify, notifyDone, notifyError } from '../../ui/toast-store.ts';
import { ask, type ExportOutcome, listen } from '../../vault-client.ts';
import { formatOutcomes, hasProblem } from './write-words.ts';

/** What is written: the lines of one key, or all lines of all files. */
export type WriteScope = { readonly kind: 'key'; readonly id: string } | { readonly kind: 'all' };

export interface WriteRun {
  readonly running: boolean;
  /** Files that are done, and how many were chosen; 0 of 0 until main says. */
  readonly done: number;
  readonly total: number;
  /** The file that was done last. */
  readonly latest: ExportOutcome | null;
  /** Its progress was closed: then it is said in the corner how it ended. */
  readonly hidden: boolean;
  /** How each file ended, where a person has to look at one of them. */
  readonly outcomes: readonly ExportOutcome[] | null;
}

const fresh: WriteRun = { running: false, done: 0, total: 0, latest: null, hidden: false, outcomes: null };

let now = fresh;
const listeners = new Set<() => void>();

function put(next: WriteRun): void {
  now = next;
  for (const listener of listeners) listener();
}

export const writeRun = {
  get: () => now,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  hide: () => put({ ...now, hidden: true }),
  close: () => put(fresh),
};

// No project's name stays in the page while it is locked.
listen((clavis) => clavis.lock.onChanged(() => put(fresh)));

/** Main asks what is to be written, in its own window, and writes it. One at a time. */
export async function startWrite(scope: WriteScope): Promise<void> {
  if (now.running) return;
  put({ ...fresh, running: true });
  const stop = listen((clavis) =>
    clavis.projects.onExported(({ done, total, outcome }) => put({ ...now, done, total, latest: outcome })),
  );
  const answer = await ask((clavis) =>
    scope.kind === 'key' ? clavis.keys.writeFiles({ id: scope.id }) : clavis.projects.writeAll({}),
  );
  stop();
  readKnownDriftAgain();
  const { hidden } = now;
  put(fresh);
  if (!answer.ok) {
    notifyError(answer.error, { ofView: false });
    return;
  }
  const outcomes = answer.value;
  if (!outcomes.some(hasProblem)) notifyDone(formatOutcomes(outcomes));
  else if (!hidden) put({ ...fresh, outcomes });
  else notify({ tone: 'bad', text: formatOutcomes(outcomes), until: null, action: showing(outcomes) });
}

function showing(outcomes: readonly ExportOutcome[]) {
  return { label: 'Show', run: () => put({ ...fresh, outcomes }) };
}

/** A file that had a problem and was written after all, from its preview. */
export function updateOutcome(next: ExportOutcome): void {
  const outcomes = now.outcomes?.map((one) => (one.targetId === next.targetId ? next : one));
  if (outcomes) put({ ...now, outcomes });
}

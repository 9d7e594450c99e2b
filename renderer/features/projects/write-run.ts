import * as words from '../../../electron/messages/window.ts';
import { readKnownDriftAgain } from '../../drift-data.ts';
import { runAction } from '../../ui/run-action.ts';
import { sharedState } from '../../ui/shared-state.ts';
import { notify, notifyDone } from '../../ui/toast-store.ts';
import { type ExportOutcome, listen } from '../../vault-client.ts';
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

const { get, set, subscribe } = sharedState(fresh);

export const writeRun = {
  get,
  subscribe,
  hide: () => set({ ...get(), hidden: true }),
  close: () => set(fresh),
};

// No project's name stays in the page while it is locked.
listen((clavis) => clavis.lock.onChanged(() => set(fresh)));

/** Main asks what is to be written, in its own window, and writes it. One at a time. */
export async function startWrite(scope: WriteScope): Promise<void> {
  if (get().running) return;
  set({ ...fresh, running: true });
  const stop = listen((clavis) =>
    clavis.projects.onExported(({ done, total, outcome }) => set({ ...get(), done, total, latest: outcome })),
  );
  const written = await runAction({
    name: 'write files',
    ofView: false,
    call: (clavis) => (scope.kind === 'key' ? clavis.keys.writeFiles({ id: scope.id }) : clavis.projects.writeAll({})),
  });
  stop();
  readKnownDriftAgain();
  const { hidden } = get();
  set(fresh);
  if (written === null) return;
  const outcomes = written.value;
  if (!outcomes.some(hasProblem)) notifyDone(formatOutcomes(outcomes));
  else if (!hidden) set({ ...fresh, outcomes });
  else notify({ tone: 'bad', text: formatOutcomes(outcomes), until: null, action: showing(outcomes) });
}

function showing(outcomes: readonly ExportOutcome[]) {
  return { label: words.fileWrites.show, run: () => set({ ...fresh, outcomes }) };
}

/** A file that had a problem and was written after all, from its preview. */
export function updateOutcome(next: ExportOutcome): void {
  const outcomes = get().outcomes?.map((one) => (one.targetId === next.targetId ? next : one));
  if (outcomes) set({ ...get(), outcomes });
}

import * as words from '../../../electron/messages/window.ts';
import { formatRemoved, linesOf, notifyUnwritten } from '../../ui/removed-lines.ts';
import { restoreKey } from '../../ui/restore-key.ts';
import { runAction } from '../../ui/run-action.ts';
import { sharedState } from '../../ui/shared-state.ts';
import { notify } from '../../ui/toast-store.ts';
import type { KeyView, LineOutcome, ProjectView } from '../../vault-client.ts';
import { projects } from '../../vault-data.ts';

/** How long a message offers to undo a deletion, in ms. In Trash the key can be restored much longer. */
const undoMs = 10_000;

/** A line of a project's file that a key is behind. */
export interface KeyUse {
  readonly project: string;
  readonly file: string;
  readonly envVar: string;
}

/** A key in use that the person wants to delete: what becomes of its lines is asked first. */
export interface AskedToDelete {
  readonly key: KeyView;
  readonly uses: readonly KeyUse[];
}

export const askedToDelete = sharedState<AskedToDelete | null>(null);

function usesOf(all: readonly ProjectView[], keyId: string): KeyUse[] {
  return all.flatMap(({ name, targets }) =>
    targets.flatMap(({ file, bindings }) =>
      bindings.filter((one) => one.keyId === keyId).map(({ envVar }) => ({ project: name, file, envVar })),
    ),
  );
}

/** Moves the key to Trash; of one that is in use the window asks first what becomes of its lines. */
export async function deleteKey(key: KeyView): Promise<void> {
  await projects.start();
  const uses = usesOf(projects.get().value ?? [], key.id);
  if (uses.length > 0) askedToDelete.set({ key, uses });
  else await moveToTrash(key);
}

/** Moves the key to Trash; its lines stay as they are. */
export async function moveToTrash(key: KeyView): Promise<void> {
  const moved = await runAction({
    name: `delete ${key.id}`,
    subject: key.id,
    call: (clavis) => clavis.keys.delete({ id: key.id }),
  });
  if (moved !== null) noteMoved(key, '');
}

/** The key is in Trash, and this became of its lines. */
export function noteMovedWithLines(key: KeyView, outcomes: readonly LineOutcome[]): void {
  noteMoved(key, ` ${formatRemoved(outcomes)}`);
  notifyUnwritten(outcomes, linesOf(key.id));
}

function noteMoved(key: KeyView, more: string): void {
  notify({
    tone: 'plain',
    icon: 'trash',
    text: words.deleteKey.moved(key.name, more),
    until: Date.now() + undoMs,
    runsDown: true,
    action: { label: words.deleteKey.undo, run: () => void restoreKey(key) },
  });
}

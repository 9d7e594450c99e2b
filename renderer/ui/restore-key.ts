import type { KeyView } from '../vault-client.ts';
import { upsertKey } from '../vault-data.ts';
import { runAction } from './run-action.ts';
import { notifyDone } from './toast-store.ts';

/** Takes a key out of Trash, from its row there or as the undo of its deletion, and says under which name it is back. */
export async function restoreKey({ id, name: before }: Pick<KeyView, 'id' | 'name'>): Promise<void> {
  const restored = await runAction({
    name: `restore ${id}`,
    subject: id,
    call: (clavis) => clavis.trash.restore({ id }),
  });
  if (restored === null) return;
  upsertKey(restored.value);
  const { name } = restored.value;
  notifyDone(name === before ? `“${name}” restored.` : `“${before}” restored as “${name}”: another key has its name.`);
}

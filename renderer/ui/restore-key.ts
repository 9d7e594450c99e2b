import * as words from '../../electron/messages/window.ts';
import type { KeyView } from '../vault-client.ts';
import { runAction } from './run-action.ts';
import { notify, notifyDone } from './toast-store.ts';

/** Takes a key out of Trash, from its row there or as the undo of its deletion, and says under which name it is back. */
export async function restoreKey({ id, name: before }: Pick<KeyView, 'id' | 'name'>): Promise<void> {
  const restored = await runAction({
    name: `restore ${id}`,
    subject: id,
    call: (clavis) => clavis.trash.restore({ id }),
  });
  if (restored === null) return;
  const { lost, name } = restored.value;
  const done = name === before ? words.trash.restored(name) : words.trash.restoredAs(before, name);
  if (lost.length === 0) notifyDone(done);
  else notify({ tone: 'plain', icon: 'alert', text: `${done} ${formatLost(lost)}`, until: null, about: [id] });
}

/** What was taken from it while it was in Trash: "No longer bound: API_KEY in shop/.env, unlinked; and 2 more." */
function formatLost([first, ...others]: readonly string[]): string {
  const more = others.length === 0 ? '' : words.trash.andMore(others.length);
  return words.trash.noLongerBound(first, more);
}

import { ask, type VaultCall } from '../vault-client.ts';
import { isLocked } from '../vault-data.ts';
import { type About, inCorner } from './in-corner.ts';

interface Action<T> extends About {
  readonly call: VaultCall<T>;
}

/**
 * Calls main where no view waits for the answer: what a button, a menu or a key asks for at once. Says in the corner why it failed.
 * Null: it did, the person said no, or it is locked by now, when nothing of it is said.
 */
export async function runAction<T>({ call, ...about }: Action<T>): Promise<{ readonly value: T } | null> {
  const place = inCorner(about);
  place.clear();
  const wasLocked = isLocked();
  const answer = await ask(call);
  if (isLocked() && !wasLocked) return null;
  if (answer.ok) return { value: answer.value };
  place.show(answer.error);
  return null;
}

/** Lets main forget what it holds for a view that is gone. */
export function forgetInMain(call: VaultCall<null>): void {
  void runAction({ name: 'forget', ofView: false, call });
}

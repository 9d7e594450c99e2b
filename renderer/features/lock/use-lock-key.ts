import { useEffect } from 'react';
import { isCommand } from '../../ui/shortcuts.ts';
import { notifyError } from '../../ui/toast-store.ts';
import { ask } from '../../vault-client.ts';
import { lock } from '../../vault-data.ts';

export async function lockByHand(): Promise<void> {
  const answer = await ask((clavis) => clavis.lock.lock({}));
  if (answer.ok) lock.set(answer.value);
  else notifyError(answer.error);
}

/** Ctrl or Cmd+L locks, also while a dialog is open: who gets up doesn't close it first. */
export function useLockKey(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!isCommand(event) || event.shiftKey || event.key.toLowerCase() !== 'l') return;
      event.preventDefault();
      if (!event.repeat) void lockByHand();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
}

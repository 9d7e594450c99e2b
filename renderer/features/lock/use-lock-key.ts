import { useEffect } from 'react';
import { runAction } from '../../ui/run-action.ts';
import { isCommand } from '../../ui/shortcuts.ts';

export function lockByHand(): void {
  void runAction({ name: 'lock', call: (clavis) => clavis.lock.lock({}) });
}

/** Ctrl or Cmd+L locks, also while a dialog is open: who gets up doesn't close it first. */
export function useLockKey(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!isCommand(event) || event.shiftKey || event.key.toLowerCase() !== 'l') return;
      event.preventDefault();
      if (!event.repeat) lockByHand();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
}

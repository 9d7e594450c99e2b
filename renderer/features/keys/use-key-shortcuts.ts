import { isCommand, isPlain, isTyping, useShortcuts } from '../../ui/shortcuts.ts';
import { undoNewest } from '../../ui/toast-store.ts';
import type { KeyView } from '../../vault-client.ts';
import { deleteKey } from './delete-actions.ts';
import { copyKey } from './key-actions.ts';

interface KeyShortcuts {
  /** The key they are about. */
  readonly view: KeyView | null;
  readonly search: () => void;
  readonly rotate: () => void;
  /** An arrow, wherever the focus is; gives whether it went into the list. */
  readonly enter: (event: KeyboardEvent) => boolean;
  /** Returns whether there was something to leave. */
  readonly leave: (event: KeyboardEvent) => boolean;
}

/** The keyboard of the keys' view; a text that is selected, or being written, keeps its own keys. */
export function useKeyShortcuts({ view, search, rotate, enter, leave }: KeyShortcuts): void {
  useShortcuts((event) => {
    const key = event.key.toLowerCase();
    if (isCommand(event) && key === 'f') {
      search();
      return true;
    }
    // A key held down must not copy, or delete one key after another.
    if (isTyping(event.target) || (event.repeat && !event.key.startsWith('Arrow'))) return false;
    if (isCommand(event)) {
      if (key === 'z') return undoNewest();
      if (key !== 'c' || !view || getSelection()?.isCollapsed === false) return false;
      void copyKey(view);
      return true;
    }
    if (!isPlain(event)) return false;
    if (key === '/') search();
    else if (key === 'escape') return leave(event);
    else if (key === 'arrowdown' || key === 'arrowup') return enter(event);
    else if (!view) return false;
    else if (key === 'c') void copyKey(view);
    else if (key === 'r') rotate();
    else if (key === 'delete' || key === 'backspace') void deleteKey(view);
    else return false;
    return true;
  });
}

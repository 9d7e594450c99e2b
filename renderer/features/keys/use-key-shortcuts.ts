import { hasModifier, isCommand, isTyping, useShortcuts } from '../../ui/shortcuts.ts';
import { isInDetail } from '../../ui/split.tsx';
import { undoNewest } from '../../ui/toast-store.ts';
import { isInRows, isRow } from '../../ui/virtual-rows.tsx';
import type { KeyView } from '../../vault-client.ts';
import { copyKey } from './key-actions.ts';

interface KeyShortcuts {
  /** The key they are about. */
  readonly view: KeyView | null;
  /** Whether a letter alone does something, which people who speak or who touch keys by chance switch off. */
  readonly singleKeys: boolean;
  readonly list: { readonly current: HTMLElement | null };
  /** Puts the focus into the search before it returns: the letter that is typed next belongs there. */
  readonly search: () => void;
  readonly rotate: () => void;
  readonly edit: (view: KeyView) => void;
  readonly remove: (view: KeyView) => void;
  /** An arrow, wherever the focus is; gives whether it went into the list. */
  readonly enter: (event: KeyboardEvent) => boolean;
  /** Returns whether there was something to leave. */
  readonly leave: (event: KeyboardEvent) => boolean;
}

/** The keyboard of the keys' view; a text that is selected, or being written, keeps its own keys. */
export function useKeyShortcuts(shortcuts: KeyShortcuts): void {
  const { view, singleKeys, list, search, enter, leave } = shortcuts;

  /** In the list or its detail, and in no form there: what is pressed means the key that is looked at. */
  function isThere(target: EventTarget | null): boolean {
    const isInForm = target instanceof Element && target.closest('form') !== null;
    return !isInForm && (isInRows(list.current, target) || isInDetail(target));
  }

  function onLetter(event: KeyboardEvent, key: KeyView): boolean {
    if (!singleKeys || event.shiftKey || !isThere(event.target)) return false;
    if (event.key.toLowerCase() === 'c') void copyKey(key);
    else if (event.key.toLowerCase() === 'r') shortcuts.rotate();
    else return false;
    return true;
  }

  function onCommand(event: KeyboardEvent): boolean {
    const key = event.key.toLowerCase();
    if (key === 'z') return undoNewest();
    if (key !== 'c' || !view || getSelection()?.isCollapsed === false) return false;
    void copyKey(view);
    return true;
  }

  useShortcuts((event) => {
    if (isCommand(event) && event.key.toLowerCase() === 'f') {
      search();
      return true;
    }
    // A key held down must not copy, or delete one key after another.
    if (isTyping(event.target) || (event.repeat && !event.key.startsWith('Arrow'))) return false;
    if (isCommand(event)) return onCommand(event);
    if (hasModifier(event)) return false;
    if (event.key === 'Escape') return leave(event);
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') return enter(event);
    if (event.key === '/' && singleKeys) {
      search();
      return true;
    }
    if (!view) return false;
    if (event.key === 'F2') {
      if (!isThere(event.target)) return false;
      shortcuts.edit(view);
      return true;
    }
    if (event.key !== 'Delete' && event.key !== 'Backspace') return onLetter(event, view);
    // A row alone: on a button, these keys belong to whoever put the focus there.
    if (event.shiftKey || !isInRows(list.current, event.target) || !isRow(event.target)) return false;
    shortcuts.remove(view);
    return true;
  });
}

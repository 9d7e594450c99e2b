import type { KeyboardEvent, RefObject } from 'react';
import * as words from '../../../electron/messages/window.ts';
import { Icon } from '../../ui/icons.tsx';

interface KeySearchProps {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly query: string;
  /** Whether / leads here. */
  readonly slash: boolean;
  readonly onQuery: (query: string) => void;
  /** Enter: the selected key. */
  readonly onOpen: () => void;
  /** Down, or Escape where there is nothing to clear. */
  readonly onLeave: () => void;
}

export function KeySearch({ input, query, slash, onQuery, onOpen, onLeave }: KeySearchProps) {
  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') onLeave();
    else if (event.key === 'Enter') onOpen();
    else if (event.key === 'Escape' && query === '') onLeave();
    else if (event.key === 'Escape') onQuery('');
    else return;
    event.preventDefault();
  }
  return (
    <div className="search">
      <Icon name="search" />
      <input
        ref={input}
        type="search"
        className="input"
        aria-label={words.keyList.search}
        placeholder={words.keyList.search}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {query === '' && slash && <kbd>/</kbd>}
    </div>
  );
}

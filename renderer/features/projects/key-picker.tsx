import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import * as words from '../../../electron/messages/window.ts';
import { FieldError } from '../../ui/field.tsx';
import { Icon } from '../../ui/icons.tsx';
import { inParts } from '../../ui/in-parts.ts';
import type { KeyView } from '../../vault-client.ts';

const most = 50;

interface KeyPickerProps {
  /** null until all of them are there. */
  readonly keys: readonly KeyView[] | null;
  readonly picked: string | null;
  /** The variables that are bound to a key already, by its id. */
  readonly bound: ReadonlyMap<string, string>;
  readonly error: string | undefined;
  readonly onPick: (key: KeyView) => void;
}

/** Chooses one of many keys: a search box and the list of what it finds. */
export function KeyPicker({ keys, picked, bound, error, onPick }: KeyPickerProps) {
  const id = useId();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const found = useMemo(() => {
    const words = query.toLowerCase().split(/\s+/).filter(Boolean);
    const holds = (key: KeyView): boolean => {
      const text = [key.name, key.envVar, ...key.tags].join('\n').toLowerCase();
      return words.every((word) => text.includes(word));
    };
    return (keys ?? []).filter(holds);
  }, [keys, query]);
  const shown = found.slice(0, most);
  const active = Math.min(at, shown.length - 1);
  const optionId = (index: number): string => `${id}-${index}`;

  function move(to: number): void {
    const next = Math.max(0, Math.min(shown.length - 1, to));
    setAt(next);
    document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' });
  }
  function onKeyDown(event: KeyboardEvent): void {
    const key = shown[active];
    if (event.key === 'ArrowDown') move(active + 1);
    else if (event.key === 'ArrowUp') move(active - 1);
    // The first Enter chooses, the next one binds.
    else if (event.key === 'Enter' && key && key.id !== picked) onPick(key);
    else return;
    event.preventDefault();
  }

  return (
    <div className="field">
      <label htmlFor={id}>{words.bindKey.key}</label>
      <div className="search">
        <Icon name="search" />
        <input
          id={id}
          type="text"
          role="combobox"
          className="input"
          placeholder={words.bindKey.search}
          autoComplete="off"
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: choosing a key is what the dialog was opened for
          autoFocus
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          {...(error ? { 'aria-invalid': true, 'aria-describedby': `${id}-error` } : {})}
          {...(active >= 0 ? { 'aria-activedescendant': optionId(active) } : {})}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div className="picker" role="listbox" id={`${id}-list`} aria-label={words.bindKey.keysToBind}>
        {shown.map((key, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the search box has the focus and the keys
          <div
            key={key.id}
            id={optionId(index)}
            role="option"
            className="option"
            aria-selected={key.id === picked}
            data-active={index === active}
            onClick={() => {
              setAt(index);
              onPick(key);
            }}
          >
            <span className="name">{key.name}</span>
            {bound.has(key.id) ? (
              <span className="sub">
                {inParts(words.bindKey.boundAs(<span className="mono">{bound.get(key.id)}</span>))}
              </span>
            ) : (
              <span className="mono sub">{key.envVar}</span>
            )}
            {key.id === picked && <Icon name="check" />}
          </div>
        ))}
        {found.length === 0 && <p className="none">{nothing(keys)}</p>}
        {found.length > most && <p className="none">{words.bindKey.more(found.length - most)}</p>}
      </div>
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
}

function nothing(keys: readonly KeyView[] | null): string {
  if (keys === null) return words.bindKey.reading;
  return keys.length === 0 ? words.bindKey.noKey : words.bindKey.noMatch;
}

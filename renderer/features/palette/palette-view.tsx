import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef } from 'react';
import * as words from '../../../electron/messages/window.ts';
import { Icon } from '../../ui/icons.tsx';
import { inParts } from '../../ui/in-parts.ts';
import { ErrorNote, Note } from '../../ui/note.tsx';
import { isCommand, isMac } from '../../ui/shortcuts.ts';
import { listen } from '../../vault-client.ts';
import { KeyResult } from './key-result.tsx';
import { PaletteFoot } from './palette-foot.tsx';
import { Results } from './results.tsx';
import { type PaletteModel, usePalette } from './use-palette.ts';

const list = 'palette-results';
const rows = 8;
/** The rest is for the message. */
const rowsBesideMessage = 5;

/** A search box, what it finds, and what the keys do with it. */
export function PaletteView() {
  const model = usePalette();
  const { query, active, message, exporting, total, error } = model;
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    document.documentElement.dataset['ready'] = 'true';
    return listen((clavis) => clavis.palette.onShown(() => input.current?.focus()));
  }, []);

  function onKeyDown(event: KeyboardEvent): void {
    // The Enter that ends a composed character is the input method's.
    if (event.nativeEvent.isComposing) return;
    const steps: Partial<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: rows, PageUp: -rows };
    const step = steps[event.key];
    if (step !== undefined) model.move(active + step);
    else if (event.key === 'Enter' && isCommand(event.nativeEvent)) model.exportKey();
    else if (event.key === 'Enter') model.act();
    else if (event.key === 'Escape') model.leave();
    else if (event.key !== 'Tab') return;
    event.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps the focus where it is
    <div
      className={`palette${isMac ? ' palette-mac' : ''}`}
      // The search box keeps the focus, whatever is clicked.
      onMouseDown={(event) => {
        if (event.target !== input.current) event.preventDefault();
      }}
    >
      <div className="palette-head">
        <Icon name={exporting ? 'folder' : 'search'} />
        {exporting && <span className="palette-about">{exporting.key.name}</span>}
        <input
          ref={input}
          type="text"
          role="combobox"
          className="palette-input"
          aria-label={exporting ? words.palette.exportTo(exporting.key.name) : words.palette.search}
          placeholder={exporting ? words.palette.toWhichFile : words.palette.search}
          autoComplete="off"
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: typing is what the palette was opened for
          autoFocus
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={list}
          {...(active < total ? { 'aria-activedescendant': `${list}-${active}` } : {})}
          value={query}
          onChange={(event) => model.type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <div className="palette-body">
        <Found model={model} rows={message ? rowsBesideMessage : rows} />
        {message?.kind === 'failed' && <ErrorNote error={message.error} />}
        {message?.kind === 'done' && (
          <div role="status">
            <Note tone="good" icon="check">
              {message.text}
            </Note>
          </div>
        )}
        {message === null && <ErrorNote error={error} />}
      </div>
      <PaletteFoot model={model} />
    </div>
  );
}

function Found({ model, rows: inSight }: { model: PaletteModel; rows: number }) {
  const { query, active, exporting, found, files, providers, total, now, isEmpty, error } = model;
  const names = useMemo(() => new Map((providers ?? []).map(({ id, name }) => [id, name])), [providers]);

  function keyRow(index: number): ReactNode {
    const key = found[index];
    return key && <KeyResult keyShown={key} providerName={names.get(key.provider) ?? key.provider} now={now} />;
  }
  function fileRow(index: number): ReactNode {
    const target = files[index];
    return (
      target && (
        <>
          <Icon name="file" />
          <span className="result-name">{target.project}</span>
          <span className="result-env mono">{target.file}</span>
        </>
      )
    );
  }

  if (total === 0 && !error) return <Nothing model={model} isEmpty={isEmpty} />;
  return (
    <Results
      id={list}
      label={exporting ? words.palette.envFiles : words.palette.keysTitle}
      count={total}
      active={active}
      rows={inSight}
      query={exporting ? `in ${exporting.key.id}: ${query}` : query}
      onActive={model.point}
      onPick={model.pick}
      row={exporting ? fileRow : keyRow}
    />
  );
}

function Nothing({ model, isEmpty }: { model: PaletteModel; isEmpty: boolean }) {
  const { query, exporting } = model;
  if (exporting && query === '')
    return (
      <div className="palette-nothing">
        <Icon name="folder" />
        <p>{inParts(words.palette.noProject(<strong>{exporting.key.name}</strong>))}</p>
        <p className="none">{words.palette.bindHint}</p>
      </div>
    );
  if (isEmpty)
    return (
      <div className="palette-nothing">
        <Icon name="key" />
        <p>{words.palette.none}</p>
        <p className="none">{words.palette.noneHint}</p>
      </div>
    );
  return (
    <div className="palette-nothing">
      <Icon name="search" />
      <p>
        {inParts(
          words.palette.noMatch(exporting ? words.palette.whatFile : words.palette.whatKey, <strong>{query}</strong>),
        )}
      </p>
    </div>
  );
}

import { useMemo, useRef, useState } from 'react';
import * as words from '../../../electron/messages/window.ts';
import { Button } from '../../ui/button.tsx';
import { inCorner } from '../../ui/in-corner.ts';
import { ErrorNote } from '../../ui/note.tsx';

import { useCall } from '../../ui/use-call.ts';
import { useNow } from '../../ui/use-now.ts';
import { VirtualRows } from '../../ui/virtual-rows.tsx';
import { useResource } from '../../use-resource.ts';
import { providers as providersSource, settings as settingsSource } from '../../vault-data.ts';
import { noteEmptied } from './trash-actions.ts';
import { trashed as trashedSource } from './trash-data.ts';
import { TrashRow } from './trash-row.tsx';

/** Deleted keys, until they are deleted permanently. */
export function TrashView() {
  const { value, error } = useResource(trashedSource);
  const providers = useResource(providersSource).value;
  const days = useResource(settingsSource).value?.trashDays;
  const now = useNow(60_000);
  const [selected, setSelected] = useState<string | null>(null);
  const { isPending: isEmptying, run } = useCall(inCorner({ name: 'empty trash' }));
  const lastIndex = useRef(0);
  const grid = useRef<HTMLDivElement>(null);
  const names = useMemo(() => new Map((providers ?? []).map(({ id, name }) => [id, name])), [providers]);

  const keys = value ?? [];
  // The row that moves up takes over from one that is gone.
  const index = keys.findIndex(({ id }) => id === selected);
  const active = index >= 0 ? index : Math.min(lastIndex.current, keys.length - 1);

  function select(at: number): void {
    lastIndex.current = at;
    setSelected(keys[at]?.id ?? null);
  }
  function focusButton(at: number): void {
    select(at);
    grid.current?.querySelector<HTMLElement>(`[aria-rowindex="${at + 1}"] button`)?.focus();
  }

  return (
    <div className="view trash">
      <div className="list-head">
        <h1>{words.trash.title}</h1>
        {keys.length > 0 && (
          <Button
            kind="danger"
            icon="trash"
            busy={isEmptying}
            onClick={() => run((clavis) => clavis.trash.empty({}), { done: noteEmptied })}
          >
            {words.trash.empty}
          </Button>
        )}
      </div>
      <ErrorNote error={error} actions={<Button onClick={trashedSource.reload}>{words.common.tryAgain}</Button>} />
      {value?.length === 0 && (
        <div className="nothing">
          <p>{words.trash.nothing(days === undefined ? '' : words.trash.forDays(days))}</p>
        </div>
      )}
      {keys.length > 0 && (
        <>
          <p className="trash-note">{words.trash.note(days === undefined ? '' : words.trash.keysStay(days))}</p>
          <VirtualRows
            label={words.trash.keysInTrash}
            grid={grid}
            items={keys}
            keyOf={({ id }) => id}
            nameOf={({ name }) => name}
            active={active}
            onActive={select}
            onOpen={focusButton}
            onPick={select}
            cells={(key, isActive) => (
              <TrashRow
                trashed={key}
                providerName={names.get(key.provider) ?? key.provider}
                now={now}
                isActive={isActive}
              />
            )}
          />
        </>
      )}
    </div>
  );
}

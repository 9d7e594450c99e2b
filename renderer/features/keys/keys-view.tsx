import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import * as words from '../../../electron/messages/window.ts';
import { Button } from '../../ui/button.tsx';
import { inParts } from '../../ui/in-parts.ts';
import { ErrorNote } from '../../ui/note.tsx';
import { chord } from '../../ui/shortcuts.ts';
import { focusDetail, isInDetail, Split } from '../../ui/split.tsx';
import { useNow } from '../../ui/use-now.ts';
import { focusActiveRow, VirtualRows } from '../../ui/virtual-rows.tsx';
import { useResource } from '../../use-resource.ts';
import { type KeyView, listen } from '../../vault-client.ts';
import * as data from '../../vault-data.ts';
import { AddKey } from './add-key.tsx';
import { deleteKey } from './delete-actions.ts';
import { editDrafts, isChanged, useEditDrafts } from './edit-drafts.ts';
import { FirstKey } from './first-key.tsx';
import { KeyDetail } from './key-detail.tsx';
import { draftOf } from './key-fields.tsx';
import { KeyRow } from './key-row.tsx';
import { KeySearch } from './key-search.tsx';
import { RotateKey } from './rotate-key.tsx';
import { search, searchable } from './search.ts';
import { useKeyShortcuts } from './use-key-shortcuts.ts';

interface KeysViewProps {
  readonly selected: string | null;
  readonly onSelect: (id: string | null) => void;
  readonly adding: boolean;
  readonly onAdding: (adding: boolean) => void;
  readonly onOpenProject: (id: string) => void;
  readonly onWriteFiles: (keyId: string) => void;
}

export function KeysView(props: KeysViewProps) {
  const { selected, onSelect, adding, onAdding, onOpenProject, onWriteFiles } = props;
  const { value: keys, error, isPart } = useResource(data.keys);
  const providersRead = useResource(data.providers).value;
  const lease = useResource(data.lease).value?.current ?? null;
  const singleKeys = useResource(data.settings).value?.singleKeyShortcuts ?? false;
  const now = useNow(20_000);
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState(false);
  const [rotating, setRotating] = useState<string | null>(null);
  const grid = useRef<HTMLDivElement>(null);
  const searchInput = useRef<HTMLInputElement>(null);

  const providers = providersRead ?? [];
  const found = useMemo(() => {
    if (query.trim() === '') return keys ?? [];
    return search(searchable(keys ?? [], providersRead ?? []), query);
  }, [keys, providersRead, query]);
  const names = useMemo(() => new Map((providersRead ?? []).map(({ id, name }) => [id, name])), [providersRead]);

  // What is selected stays in its place when it goes: the row that moves up takes over.
  const lastIndex = useRef(0);
  const index = selected === null ? -1 : found.findIndex((key) => key.id === selected);
  // In a part of the list it may be still to come: until then no other key is in its place.
  const waits = isPart === true && selected !== null && index < 0;
  const active = index >= 0 ? index : waits ? -1 : Math.min(lastIndex.current, found.length - 1);
  const view = found[active] ?? null;
  // The list first: the detail follows it, at the start and while the arrows run down the list.
  const shown = useDeferredValue(view, null);
  const edits = useEditDrafts(view?.id ?? null);
  useEffect(() => {
    if (active >= 0) lastIndex.current = active;
  }, [active]);

  // Main asks for a key, which a search may hide.
  useEffect(
    () =>
      listen((clavis) =>
        clavis.keys.onSelected(() => {
          setQuery('');
          setOpen(true);
        }),
      ),
    [],
  );

  const rotated = (rotating === null ? null : (keys ?? []).find((key) => key.id === rotating)) ?? null;

  function select(at: number): void {
    const key = found[at];
    if (key) onSelect(key.id);
  }
  function openDetail(at: number, byClick: boolean): void {
    select(at);
    setOpen(true);
    if (!byClick) requestAnimationFrame(focusDetail);
  }
  function back(): void {
    setOpen(false);
    if (view && !isEdited(view)) editDrafts.drop(view.id);
    requestAnimationFrame(() => focusActiveRow(grid.current));
  }
  function edit(key: KeyView): void {
    onSelect(key.id);
    if (!edits.has(key.id)) editDrafts.put(key.id, draftOf(key));
    setOpen(true);
  }

  function isEdited(key: KeyView): boolean {
    const draft = edits.get(key.id);
    return draft !== undefined && isChanged(key, draft);
  }

  useKeyShortcuts({
    view,
    singleKeys,
    list: grid,
    search: () => {
      // In a narrow window the search is behind the detail: it has to be there before it can have the focus.
      flushSync(() => setOpen(false));
      searchInput.current?.focus();
      searchInput.current?.select();
    },
    rotate: () => setRotating(view?.id ?? null),
    edit,
    remove: (key) => void deleteKey(key),
    enter: (event) => {
      if (event.target !== document.body) return false;
      focusActiveRow(grid.current);
      return true;
    },
    leave: (event) => {
      if (!open && !isInDetail(event.target)) return false;
      back();
      return true;
    },
  });

  if (!keys)
    return (
      <div className="view view-failed">
        <ErrorNote error={error} actions={<Button onClick={data.keys.reload}>{words.common.tryAgain}</Button>} />
      </div>
    );

  const dialogs = (
    <>
      {adding && (
        <AddKey
          onClose={() => onAdding(false)}
          onAdded={(key) => {
            onAdding(false);
            setQuery('');
            onSelect(key.id);
            requestAnimationFrame(() => focusActiveRow(grid.current));
          }}
        />
      )}
      {rotated && <RotateKey keyView={rotated} onClose={() => setRotating(null)} onWriteFiles={onWriteFiles} />}
    </>
  );

  const list = (
    <Split
      label={words.keyList.label}
      open={open}
      onBack={back}
      backTo={words.keyList.backTo}
      list={
        <>
          <h1 className="unseen">{words.keyList.title}</h1>
          <div className="list-head">
            <KeySearch
              input={searchInput}
              query={query}
              slash={singleKeys}
              onQuery={setQuery}
              onOpen={() => openDetail(active, false)}
              onLeave={() => focusActiveRow(grid.current)}
            />
            <Button icon="plus" title={words.keyList.addByKey(chord('N'))} onClick={() => onAdding(true)}>
              {words.keyList.add}
            </Button>
          </div>
          <ErrorNote error={error} actions={<Button onClick={data.keys.reload}>{words.common.tryAgain}</Button>} />
          {/* One part: when its last row goes, the focus finds what takes its place. */}
          <div className="found">
            {found.length === 0 && isPart && !error && <p className="nothing">{words.keyList.readingRest}</p>}
            {found.length === 0 && !isPart && (
              <div className="nothing">
                <p>{inParts(words.keyList.noMatch(<strong>{query}</strong>))}</p>
                <Button onClick={() => setQuery('')}>{words.keyList.showAll}</Button>
              </div>
            )}
            <VirtualRows
              label={words.keyList.title}
              grid={grid}
              items={found}
              keyOf={(key) => key.id}
              nameOf={(key) => key.name}
              active={active}
              onActive={select}
              onOpen={(at) => openDetail(at, false)}
              onPick={(at) => openDetail(at, true)}
              cells={(key, isActive) => (
                <KeyRow
                  view={key}
                  providerName={names.get(key.provider) ?? key.provider}
                  lease={lease?.keyId === key.id ? lease : null}
                  now={now}
                  isActive={isActive}
                  singleKeys={singleKeys}
                  isEdited={isEdited(key)}
                  onRotate={() => setRotating(key.id)}
                  onEdit={() => edit(key)}
                />
              )}
            />
          </div>
        </>
      }
      detail={
        shown && (
          <KeyDetail
            view={shown}
            providers={providers}
            lease={lease?.keyId === shown.id ? lease : null}
            now={now}
            draft={edits.get(shown.id) ?? null}
            onEditing={(on) => (on ? edit(shown) : editDrafts.drop(shown.id))}
            onRotate={() => setRotating(shown.id)}
            onOpenProject={onOpenProject}
            onWriteFiles={onWriteFiles}
          />
        )
      }
    />
  );
  // At one place whatever is around it: the form of the first key stays the same one when there is a list.
  return (
    <>
      {keys.length === 0 ? (
        <div className="view">
          <FirstKey addOpen={adding} onAdd={() => onAdding(true)} />
        </div>
      ) : (
        list
      )}
      {dialogs}
    </>
  );
}

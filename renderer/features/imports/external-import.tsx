import { useEffect, useState } from 'react';
import * as words from '../../../electron/messages/window.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { formatFound, notKept } from '../../ui/found-words.ts';
import { ErrorNote, Note } from '../../ui/note.tsx';
import { PickRow } from '../../ui/pick-row.tsx';
import { forgetInMain } from '../../ui/run-action.ts';

import { notifyDone } from '../../ui/toast-store.ts';
import { useCall } from '../../ui/use-call.ts';
import { useResource } from '../../use-resource.ts';
import type { ExternalImportView } from '../../vault-client.ts';
import { providers as providersSource } from '../../vault-data.ts';

type Entry = ExternalImportView['entries'][number];

/** In the order in which a person decides. */
function grouped(entries: readonly Entry[]): readonly (readonly [string, readonly Entry[]])[] {
  return [
    [words.externalImport.likeKeys, entries.filter(({ secret, heldBy }) => secret && heldBy === null)],
    [words.externalImport.others, entries.filter(({ secret, heldBy }) => !secret && heldBy === null)],
    [words.externalImport.savedAlready, entries.filter(({ heldBy }) => heldBy !== null)],
  ];
}

/** What is not in the list, and how to get at what was put away. */
function leftOutWords({ skipped, archived, trashed }: ExternalImportView): string[] {
  const others = skipped - archived - trashed;
  const counted = [
    archived > 0 && words.externalImport.archived(archived),
    trashed > 0 && words.externalImport.trashed(trashed),
  ].filter(Boolean);
  return [
    ...(counted.length > 0 ? [words.externalImport.leftOut(counted.join(', '))] : []),
    ...(others > 0 ? [words.externalImport.nothingToKeep(others)] : []),
  ];
}

/** Takes what is chosen of another program's export into the vault; values never come here. */
export function ExternalImport({ found, onClose }: { found: ExternalImportView; onClose: () => void }) {
  const { externalImportId, source, entries } = found;
  /** What was ticked by hand, by entry; the rest is as proposed. */
  const [ticked, setTicked] = useState<ReadonlyMap<string, boolean>>(new Map());
  const { isPending, error, run } = useCall();
  const providers = useResource(providersSource).value ?? [];
  const isChosen = ({ entryId, secret, heldBy }: Entry): boolean => heldBy === null && (ticked.get(entryId) ?? secret);
  const chosen = entries.filter(isChosen);

  // Main holds the values as long as this is open.
  useEffect(() => () => forgetInMain((clavis) => clavis.imports.forget({})), []);

  function take(): void {
    if (chosen.length === 0) return;
    const wanted = { externalImportId, entries: chosen.map(({ entryId }) => entryId) };
    run((clavis) => clavis.imports.take(wanted), {
      done: ({ kept, there }) =>
        notifyDone(words.externalImport.kept(kept, there > 0 ? words.externalImport.hadAlready(there) : '')),
      next: onClose,
    });
  }

  return (
    <Dialog
      title={words.externalImport.title}
      onClose={onClose}
      onSubmit={take}
      error={<ErrorNote error={error} />}
      actions={
        <Button kind="primary" type="submit" icon="key" busy={isPending} disabled={chosen.length === 0} autoFocus>
          {chosen.length === 0 ? words.common.nothingChosen : words.externalImport.submit(chosen.length)}
        </Button>
      }
    >
      <Note icon="lock">{[words.externalImport.lead(source), ...leftOutWords(found)].join(' ')}</Note>
      {entries.length === 0 && <p className="none">{words.externalImport.none}</p>}
      {grouped(entries).map(
        ([word, group]) =>
          group.length > 0 && (
            <fieldset key={word} className="picks">
              <legend>
                {word} <span className="none">{group.length}</span>
              </legend>
              {group.map((entry) => (
                <PickRow
                  key={entry.entryId}
                  title={entry.name}
                  sub={[
                    entry.heldBy === null
                      ? notKept(entry) || formatFound(entry)
                      : words.externalImport.savedAs(entry.heldBy),
                    entry.envVar,
                    entry.from,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                  provider={entry.provider}
                  providerName={providers.find(({ id }) => id === entry.provider)?.name ?? entry.provider}
                  last4={entry.last4}
                  checked={isChosen(entry)}
                  disabled={entry.heldBy !== null || notKept(entry) !== ''}
                  onChange={(on) => setTicked(new Map(ticked).set(entry.entryId, on))}
                />
              ))}
            </fieldset>
          ),
      )}
    </Dialog>
  );
}

import { useEffect, useEffectEvent, useState } from 'react';
import * as words from '../../../electron/messages/window.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { inParts } from '../../ui/in-parts.ts';
import { ErrorNote, Note } from '../../ui/note.tsx';

import { notifyDone } from '../../ui/toast-store.ts';
import { useCall } from '../../ui/use-call.ts';
import { useFormProblems } from '../../ui/use-form-problems.ts';
import { useResource } from '../../use-resource.ts';
import type { KeyRecoveryView } from '../../vault-client.ts';
import { providers as providersSource } from '../../vault-data.ts';
import { FoundRow, type Named } from './found-row.tsx';
import { SpareItems } from './spare-items.tsx';

/** What the keychain holds that the list doesn't know: the person names it, and it is kept. Nothing is removed but older items that the person chose. */
export function RecoverKeys({ onClose }: { onClose: () => void }) {
  const [view, setView] = useState<KeyRecoveryView | null>(null);
  const [named, setNamed] = useState<ReadonlyMap<string, Named>>(new Map());
  const problems = useFormProblems();
  const { fields } = problems;
  const scanning = useCall(problems);
  const taking = useCall(problems);
  const removing = useCall(problems);
  const providers = useResource(providersSource).value ?? [];

  function look(): void {
    scanning.run((clavis) => clavis.recovery.scan({}), {
      next(scanned) {
        setView(scanned);
        setNamed(new Map(scanned.found.map(({ entryId, name, envVar }) => [entryId, { name, envVar, taken: true }])));
      },
    });
  }
  const lookFirst = useEffectEvent(look);
  useEffect(() => lookFirst(), []);

  const chosen = [...named].flatMap(([entryId, { taken, name, envVar }]) => (taken ? [{ entryId, name, envVar }] : []));

  function take(): void {
    if (view === null || chosen.length === 0) return;
    const { recoveryId } = view;
    taking.run((clavis) => clavis.recovery.take({ recoveryId, entries: chosen }), {
      done({ kept, left }) {
        const not = left === 0 ? '' : words.recovery.notRecovered(left);
        notifyDone(words.recovery.recovered(kept, not));
      },
      next: onClose,
    });
  }

  function removeSpare(itemIds: string[]): void {
    if (view === null) return;
    const { recoveryId } = view;
    removing.run((clavis) => clavis.recovery.removeSpare({ recoveryId, itemIds }), {
      done: ({ removed }) => notifyDone(words.recovery.removed(removed)),
      next: look,
    });
  }

  function change(entryId: string, next: Named): void {
    setNamed(new Map(named).set(entryId, next));
    const before = named.get(entryId);
    if (before?.name !== next.name) problems.clearField(`${entryId}.name`);
    if (before?.envVar !== next.envVar) problems.clearField(`${entryId}.envVar`);
  }

  const nothing = view !== null && view.found.length === 0;
  return (
    <Dialog
      title={words.recovery.title}
      onClose={onClose}
      onSubmit={take}
      form={problems.form}
      error={<ErrorNote error={problems.error} />}
      dismiss={nothing ? words.common.close : words.common.cancel}
      actions={
        <>
          {problems.error && view === null && (
            <Button kind="primary" icon="rotate" onClick={look}>
              {words.common.lookAgain}
            </Button>
          )}
          {view && !nothing && (
            <Button kind="primary" type="submit" icon="key" busy={taking.isPending} disabled={chosen.length === 0}>
              {chosen.length === 0 ? words.common.nothingChosen : words.recovery.submit(chosen.length)}
            </Button>
          )}
        </>
      }
    >
      {scanning.isPending && view === null && <p className="none">{words.recovery.looking}</p>}
      {nothing && (
        <Note tone="good" icon="check">
          {words.recovery.nothing}
        </Note>
      )}
      {view && view.found.length > 0 && (
        <fieldset className="picks">
          <legend>
            {words.recovery.found} <span className="none">{view.found.length}</span>
          </legend>
          {view.found.map((found) => (
            <FoundRow
              key={found.entryId}
              found={found}
              named={named.get(found.entryId) ?? { name: '', envVar: '', taken: false }}
              providerName={providers.find(({ id }) => id === found.provider)?.name ?? found.provider}
              errors={{ name: fields[`${found.entryId}.name`], envVar: fields[`${found.entryId}.envVar`] }}
              onChange={(next) => change(found.entryId, next)}
            />
          ))}
        </fieldset>
      )}
      {view && view.spare.length > 0 && (
        <SpareItems key={view.recoveryId} items={view.spare} busy={removing.isPending} onRemove={removeSpare} />
      )}
      {view && view.damaged.length > 0 && (
        <Note tone="bad" icon="alert">
          {inParts(
            words.recovery.damaged(
              <strong>{words.recovery.damagedTitle}</strong>,
              view.damaged.map(({ name }) => name).join(', '),
            ),
          )}
        </Note>
      )}
      {view && view.missing.length > 0 && (
        <Note tone="bad" icon="alert">
          {inParts(
            words.recovery.missing(
              <strong>{words.recovery.missingTitle}</strong>,
              view.missing.map(({ name }) => name).join(', '),
            ),
          )}
        </Note>
      )}
    </Dialog>
  );
}

import { useState } from 'react';
import * as words from '../../../electron/messages/window.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote, Note } from '../../ui/note.tsx';
import { notifyDone } from '../../ui/toast-store.ts';
import { useResource } from '../../use-resource.ts';
import type { TargetView } from '../../vault-client.ts';
import { providers as providersSource } from '../../vault-data.ts';
import { ImportRow } from './import-row.tsx';
import { formatTake, formatTaken, grouped } from './import-words.ts';
import { useDialogQuery } from './use-dialog-query.ts';

/** Takes the keys that an env file holds into the vault and binds them there; their values never come here. */
export function ImportKeys({ target, onClose }: { target: TargetView; onClose: () => void }) {
  const {
    value: found,
    error,
    isPending,
    look,
    act,
  } = useDialogQuery((clavis) => clavis.projects.scanImport({ targetId: target.id }));
  /** What was ticked by hand, by name; the rest is as proposed. */
  const [ticked, setTicked] = useState<ReadonlyMap<string, boolean>>(new Map());
  const providers = useResource(providersSource).value ?? [];
  const names = new Map(providers.map(({ id, name }) => [id, name]));

  const variables = found?.variables ?? [];
  const chosen = variables.filter(({ name, secret, bound }) => !bound && (ticked.get(name) ?? secret));
  const chosenNames = new Set(chosen.map(({ name }) => name));
  const toTake = formatTake(chosen);

  function take(): void {
    if (!found || toTake === null) return;
    const { importId } = found;
    act((clavis) => clavis.projects.takeImport({ importId, names: [...chosenNames] }), {
      done: (taken) => notifyDone(formatTaken(taken, target.file)),
      next: onClose,
    });
  }

  return (
    <Dialog
      title={words.envImport.title(target.file)}
      onClose={onClose}
      onSubmit={take}
      error={<ErrorNote error={error} />}
      dismiss={toTake === null ? words.common.close : words.common.cancel}
      actions={
        error ? (
          <Button kind="primary" icon="rotate" autoFocus onClick={look}>
            {words.common.lookAgain}
          </Button>
        ) : (
          found && (
            <Button kind="primary" type="submit" icon="key" busy={isPending} disabled={toTake === null} autoFocus>
              {toTake ?? words.common.nothingChosen}
            </Button>
          )
        )
      }
    >
      {found && <Note icon="lock">{words.envImport.goStraight(target.file)}</Note>}
      {found && variables.length === 0 && <p className="none">{words.envImport.noKeyInside(target.file)}</p>}
      {found !== null && found.hidden > 0 && (
        <p className="none">
          {words.envImport.notShown(
            found.hidden === 1 ? words.envImport.oneMoreName : words.envImport.moreNames(found.hidden),
          )}
        </p>
      )}
      {grouped(variables).map(
        ([word, group]) =>
          group.length > 0 && (
            <fieldset key={word} className="picks">
              <legend>{word}</legend>
              {group.map((variable) => (
                <ImportRow
                  key={variable.name}
                  variable={variable}
                  providerName={names.get(variable.provider) ?? variable.provider}
                  checked={variable.bound || chosenNames.has(variable.name)}
                  onChange={(on) => setTicked(new Map(ticked).set(variable.name, on))}
                />
              ))}
            </fieldset>
          ),
      )}
    </Dialog>
  );
}

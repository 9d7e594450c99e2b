import { useEffect, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote, Note } from '../../ui/note.tsx';
import { count } from '../../ui/time.ts';
import { notifyDone } from '../../ui/toast-store.ts';
import { useFormProblems } from '../../ui/use-form-problems.ts';
import { useResource } from '../../use-resource.ts';
import { ask, type KeyRecoveryView } from '../../vault-client.ts';
import { providers as providersSource } from '../../vault-data.ts';
import { FoundRow, type Named } from './found-row.tsx';
import { SpareItems } from './spare-items.tsx';

/** What the keychain holds that the list doesn't know: the person names it, and it is kept. Nothing is removed but older items that the person chose. */
export function RecoverKeys({ onClose }: { onClose: () => void }) {
  const [view, setView] = useState<KeyRecoveryView | null>(null);
  const [named, setNamed] = useState<ReadonlyMap<string, Named>>(new Map());
  const problems = useFormProblems();
  const { show, clear, fields } = problems;
  const [busy, setBusy] = useState(false);
  const providers = useResource(providersSource).value ?? [];

  function look(): void {
    clear();
    void ask((clavis) => clavis.recovery.scan({})).then((answer) => {
      if (!answer.ok) {
        show(answer.error);
        return;
      }
      setView(answer.value);
      setNamed(
        new Map(answer.value.found.map(({ entryId, name, envVar }) => [entryId, { name, envVar, taken: true }])),
      );
    });
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens
  useEffect(look, []);

  const chosen = [...named].flatMap(([entryId, { taken, name, envVar }]) => (taken ? [{ entryId, name, envVar }] : []));

  async function take(): Promise<void> {
    if (busy || view === null || chosen.length === 0) return;
    const { recoveryId } = view;
    setBusy(true);
    clear();
    const answer = await ask((clavis) => clavis.recovery.take({ recoveryId, entries: chosen }));
    setBusy(false);
    if (!answer.ok) {
      show(answer.error);
      return;
    }
    const { kept, left } = answer.value;
    const not =
      left === 0
        ? ''
        : ` ${count(left, 'key')} not recovered: no key can have what is kept there, or it changed since.`;
    notifyDone(`${count(kept, 'value')} recovered. Their copies count as spent.${not}`);
    onClose();
  }

  async function removeSpare(itemIds: string[]): Promise<void> {
    if (busy || view === null) return;
    const { recoveryId } = view;
    setBusy(true);
    clear();
    const answer = await ask((clavis) => clavis.recovery.removeSpare({ recoveryId, itemIds }));
    setBusy(false);
    if (!answer.ok) {
      show(answer.error);
      return;
    }
    notifyDone(`${count(answer.value.removed, 'older item')} removed.`);
    look();
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
      title="Look for lost keys"
      onClose={onClose}
      onSubmit={() => void take()}
      form={problems.form}
      error={<ErrorNote error={problems.error} />}
      dismiss={nothing ? 'Close' : 'Cancel'}
      actions={
        <>
          {problems.error && view === null && (
            <Button kind="primary" icon="rotate" onClick={look}>
              Look again
            </Button>
          )}
          {view && !nothing && (
            <Button kind="primary" type="submit" icon="key" busy={busy} disabled={chosen.length === 0}>
              {chosen.length === 0 ? 'Nothing chosen' : `Recover ${count(chosen.length, 'key')}`}
            </Button>
          )}
        </>
      }
    >
      {view === null && !problems.error && <p className="none">Looking through your keychain…</p>}
      {nothing && (
        <Note tone="good" icon="check">
          The keychain holds no value of Clavis that the list doesn’t know.
        </Note>
      )}
      {view && view.found.length > 0 && (
        <fieldset className="picks">
          <legend>
            Found in your keychain <span className="none">{view.found.length}</span>
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
        <SpareItems key={view.recoveryId} items={view.spare} busy={busy} onRemove={(ids) => void removeSpare(ids)} />
      )}
      {view && view.damaged.length > 0 && (
        <Note tone="bad" icon="alert">
          <strong>Values changed by the keychain:</strong> {view.damaged.map(({ name }) => name).join(', ')}. They are
          left as they are. Copy these values at their providers again, then rotate.
        </Note>
      )}
      {view && view.missing.length > 0 && (
        <Note tone="bad" icon="alert">
          <strong>Values missing:</strong> {view.missing.map(({ name }) => name).join(', ')}. Rotate these keys, or
          restore them from a backup.
        </Note>
      )}
    </Dialog>
  );
}

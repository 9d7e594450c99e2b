import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { notifyDone } from '../../ui/toast-store.ts';
import { ask, type CallError, type KeyView, type ProviderView } from '../../vault-client.ts';
import { upsertKey } from '../../vault-data.ts';
import { draftOf, fieldsOf, KeyFieldsForm } from './key-fields.tsx';

interface EditKeyProps {
  readonly view: KeyView;
  readonly providers: readonly ProviderView[];
  readonly onDone: () => void;
}

export function EditKey({ view, providers, onDone }: EditKeyProps) {
  const [draft, setDraft] = useState(() => draftOf(view));
  const [error, setError] = useState<CallError | null>(null);
  const [busy, setBusy] = useState(false);

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const answer = await ask((clavis) => clavis.keys.edit({ ...fieldsOf(draft), id: view.id }));
    setBusy(false);
    if (!answer.ok) {
      setError(answer.error);
      return;
    }
    upsertKey(answer.value);
    notifyDone(`“${answer.value.name}” is saved.`);
    onDone();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onDone();
  }

  return (
    <form
      className="edit"
      aria-label={`Edit ${view.name}`}
      onSubmit={(event) => void save(event)}
      onKeyDown={onKeyDown}
      noValidate
    >
      <KeyFieldsForm
        draft={draft}
        providers={providers}
        onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
      />
      <ErrorNote error={error} />
      <div className="edit-foot">
        <Button kind="primary" type="submit" busy={busy}>
          Save
        </Button>
        <Button kind="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

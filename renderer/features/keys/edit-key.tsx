import { type FormEvent, type KeyboardEvent, useState } from 'react';
import * as words from '../../../electron/messages/window.ts';
import { Button } from '../../ui/button.tsx';
import { DiscardQuestion } from '../../ui/discard-question.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { notifyDone } from '../../ui/toast-store.ts';
import { useCall } from '../../ui/use-call.ts';
import { useFormProblems } from '../../ui/use-form-problems.ts';
import type { KeyView, ProviderView } from '../../vault-client.ts';
import { editDrafts, isChanged } from './edit-drafts.ts';
import { fieldsOf, type KeyDraft, KeyFieldsForm } from './key-fields.tsx';

interface EditKeyProps {
  readonly view: KeyView;
  readonly draft: KeyDraft;
  readonly providers: readonly ProviderView[];
  /** It is saved or discarded. */
  readonly onDone: () => void;
}

/** A key's fields in its detail. What was changed survives another selection, another view and a lock. */
export function EditKey({ view, draft, providers, onDone }: EditKeyProps) {
  const problems = useFormProblems();
  const { isPending, run } = useCall(problems);
  const [asking, setAsking] = useState(false);
  const { id } = view;

  function change(part: Partial<KeyDraft>): void {
    editDrafts.put(id, { ...draft, ...editDrafts.all().get(id), ...part });
    for (const field of Object.keys(part)) problems.clearField(field);
  }

  function save(event: FormEvent): void {
    event.preventDefault();
    run((clavis) => clavis.keys.edit({ ...fieldsOf(draft), id }), {
      done: ({ name }) => notifyDone(words.editKey.saved(name)),
      next: onDone,
    });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (isChanged(view, draft)) setAsking(true);
    else onDone();
  }

  return (
    <>
      <form
        ref={problems.form}
        className="edit"
        aria-label={words.editKey.title(view.name)}
        onSubmit={save}
        onKeyDown={onKeyDown}
        noValidate
      >
        <KeyFieldsForm draft={draft} providers={providers} errors={problems.fields} onChange={change} />
        <ErrorNote error={problems.error} />
        <div className="edit-foot">
          <Button kind="primary" type="submit" busy={isPending}>
            {words.common.save}
          </Button>
          <Button kind="quiet" onClick={onDone}>
            {words.common.cancel}
          </Button>
        </div>
      </form>
      {asking && <DiscardQuestion onKeep={() => setAsking(false)} onDiscard={onDone} />}
    </>
  );
}

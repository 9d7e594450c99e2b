import * as words from '../../../electron/messages/window.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { drafts, useDrafts } from '../../ui/drafts.ts';
import { ErrorNote } from '../../ui/note.tsx';
import { notifyDone } from '../../ui/toast-store.ts';
import { useFormProblems } from '../../ui/use-form-problems.ts';
import { useResource } from '../../use-resource.ts';
import type { KeyView } from '../../vault-client.ts';
import { providers as providersSource, settings as settingsSource } from '../../vault-data.ts';
import { fieldsOf, firstDraft, type KeyDraft, KeyFieldsForm } from './key-fields.tsx';
import { suggestionOf } from './suggestion.ts';
import { type NewValueCalls, useNewValue } from './use-new-value.ts';
import { useTypedProposal } from './use-typed-proposal.ts';
import { ValueSource } from './value-source.tsx';

interface AddKeyProps {
  readonly onClose: () => void;
  readonly onAdded: (key: KeyView) => void;
}

/** What was written by hand of a key to add: there again after a lock. */
const written = drafts<Partial<KeyDraft>>();
const its = 'new key';

export function hasUnsavedKey(): boolean {
  return written.all().has(its);
}

/** Adding a key: from the clipboard first, where the value never touches this window; typed or made at random else. */
export function AddKey({ onClose, onAdded }: AddKeyProps) {
  const usual = useResource(settingsSource).value;
  const providers = useResource(providersSource).value ?? [];
  const byHand = useDrafts(written).get(its);
  const problems = useFormProblems();
  const { choice, hasSource, isPending, submit } = useNewValue(problems);
  const { source, offer } = choice;
  const { proposal, onTyped } = useTypedProposal(choice.typed);

  // What was recognised fills in what was not written by hand.
  const recognized = source === 'clipboard' ? offer : source === 'typed' ? proposal : null;
  const suggested: Partial<KeyDraft> = recognized === null ? {} : suggestionOf(recognized);
  const draft = { ...firstDraft(usual), ...suggested, ...byHand };

  function change(part: Partial<KeyDraft>): void {
    written.put(its, { ...written.all().get(its), ...part });
    for (const field of Object.keys(part)) problems.clearField(field);
  }

  function save(): void {
    const fields = fieldsOf(draft);
    const calls: NewValueCalls = {
      check: (clavis) => clavis.keys.check({ ...fields, id: null }),
      offered: (offerId, keepOdd) => (clavis) => clavis.keys.addFromClipboard({ ...fields, offerId, keepOdd }),
      generated: (recipe) => (clavis) => clavis.keys.addGenerated({ ...fields, recipe }),
      typed: (value, keepOdd) => (clavis) => clavis.keys.add({ ...fields, value, keepOdd }),
    };
    submit(calls, {
      done({ key, without }) {
        written.drop(its);
        notifyDone(words.addKey.saved(key.name, without));
      },
      next: ({ key }) => onAdded(key),
    });
  }

  return (
    <Dialog
      title={words.addKey.title}
      form={problems.form}
      unsaved={byHand !== undefined}
      onClose={() => {
        written.drop(its);
        onClose();
      }}
      onSubmit={save}
      error={<ErrorNote error={problems.error} />}
      actions={
        <Button kind="primary" type="submit" busy={isPending} disabled={!hasSource}>
          {words.addKey.submit}
        </Button>
      }
    >
      <ValueSource
        {...choice}
        onValue={() => {
          choice.onValue();
          onTyped();
        }}
        typedHeldBy={proposal?.heldBy ?? null}
        providers={providers}
        typedLabel={words.addKey.value}
        heldAdvice={words.addKey.heldAdvice}
      >
        {hasSource && (
          <KeyFieldsForm
            draft={draft}
            providers={providers}
            errors={problems.fields}
            proposedName={suggested.name}
            onChange={change}
            nameFirst={source !== 'typed'}
          />
        )}
      </ValueSource>
    </Dialog>
  );
}

import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { notifyDone } from '../../ui/toast-store.ts';
import { useResource } from '../../use-resource.ts';
import { ask, type KeyView } from '../../vault-client.ts';
import { providers as providersSource, settings as settingsSource } from '../../vault-data.ts';
import { FormError } from './form-error.tsx';
import { fieldsOf, firstDraft, type KeyDraft, KeyFieldsForm } from './key-fields.tsx';
import { suggestionOf } from './suggestion.ts';
import { useNewValue } from './use-new-value.ts';
import { ValueSource } from './value-source.tsx';

interface AddKeyProps {
  readonly onClose: () => void;
  readonly onAdded: (key: KeyView) => void;
}

/** Adding a key: from the clipboard first, where the value never touches this window; typed or made at random else. */
export function AddKey({ onClose, onAdded }: AddKeyProps) {
  const usual = useResource(settingsSource).value;
  const providers = useResource(providersSource).value ?? [];
  const [written, setWritten] = useState<Partial<KeyDraft>>({});
  const { choice, isReady, busy, error, submit } = useNewValue();
  const { source, offer } = choice;

  // An offer fills in what was not written by hand; next to a typed value it has nothing to say.
  const suggested = source === 'clipboard' && offer ? suggestionOf(offer) : {};
  const draft = { ...firstDraft(usual), ...suggested, ...written };

  async function keep(): Promise<void> {
    const fields = fieldsOf(draft);
    const added = await submit({
      offered: (offerId) => ask((clavis) => clavis.keys.addFromClipboard({ ...fields, offerId })),
      generated: (recipe) => ask((clavis) => clavis.keys.addGenerated({ ...fields, recipe })),
      typed: (value) => ask((clavis) => clavis.keys.add({ ...fields, value })),
    });
    if (added === null) return;
    notifyDone(`“${added.name}” is kept.`);
    onAdded(added);
  }

  return (
    <Dialog
      title="Add a key"
      onClose={onClose}
      onSubmit={() => void keep()}
      error={<FormError error={error} typed={source === 'typed'} />}
      actions={
        <Button kind="primary" type="submit" busy={busy} disabled={!isReady}>
          Keep key
        </Button>
      }
    >
      <ValueSource {...choice} providers={providers} typedLabel="Value" heldAdvice="Give each application its own key.">
        {(isReady || source === 'generated') && (
          <KeyFieldsForm
            draft={draft}
            providers={providers}
            onChange={(part) => setWritten((before) => ({ ...before, ...part }))}
            nameFirst={source !== 'typed'}
          />
        )}
      </ValueSource>
    </Dialog>
  );
}

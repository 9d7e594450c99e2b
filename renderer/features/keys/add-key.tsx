import { useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { notifyDone } from '../../ui/toast-store.ts';
import { useResource } from '../../use-resource.ts';
import { type Answer, ask, type CallError, type KeyView } from '../../vault-client.ts';
import { providers as providersSource, settings as settingsSource, upsertKey } from '../../vault-data.ts';
import { FormError } from './form-error.tsx';
import { fieldsOf, firstDraft, type KeyDraft, KeyFieldsForm } from './key-fields.tsx';
import { firstRecipe, recipeOf } from './recipe.ts';
import type { Source } from './source-tabs.tsx';
import { suggestionOf } from './suggestion.ts';
import { takeValue } from './typed-value.tsx';
import { useOffer } from './use-offer.ts';
import { ValueSource } from './value-source.tsx';

interface AddKeyProps {
  readonly onClose: () => void;
  readonly onAdded: (key: KeyView) => void;
}

/** Adding a key: from the clipboard first, where the value never touches this window; typed or made at random else. */
export function AddKey({ onClose, onAdded }: AddKeyProps) {
  const [source, setSource] = useState<Source>('clipboard');
  const usual = useResource(settingsSource).value;
  const [written, setWritten] = useState<Partial<KeyDraft>>({});
  const [recipeDraft, setRecipe] = useState(firstRecipe);
  const [error, setError] = useState<CallError | null>(null);
  const [busy, setBusy] = useState(false);
  const typed = useRef<HTMLTextAreaElement>(null);
  const providers = useResource(providersSource).value ?? [];
  const { offer, error: offerError, read } = useOffer(true);

  // An offer fills in what was not written by hand; next to a typed value it has nothing to say.
  const suggested = source === 'clipboard' && offer ? suggestionOf(offer) : {};
  const draft = { ...firstDraft(usual), ...suggested, ...written };
  const recipe = recipeOf(recipeDraft);
  const canKeep = source === 'clipboard' ? Boolean(offer) : source === 'typed' || recipe !== null;

  function send(): Promise<Answer<KeyView>> {
    const fields = fieldsOf(draft);
    if (source === 'clipboard' && offer) {
      return ask((clavis) => clavis.keys.addFromClipboard({ ...fields, offerId: offer.offerId }));
    }
    if (source === 'generated' && recipe) return ask((clavis) => clavis.keys.addGenerated({ ...fields, recipe }));
    return ask((clavis) => clavis.keys.add({ ...fields, value: takeValue(typed) }));
  }

  async function keep(): Promise<void> {
    if (busy || !canKeep) return;
    setBusy(true);
    setError(null);
    const answer = await send();
    setBusy(false);
    if (answer.ok) {
      upsertKey(answer.value);
      notifyDone(`“${answer.value.name}” is kept.`);
      onAdded(answer.value);
      return;
    }
    setError(answer.error);
    if (answer.error.code === 'OFFER_UNKNOWN') read();
  }

  return (
    <Dialog
      title="Add a key"
      onClose={onClose}
      onSubmit={() => void keep()}
      error={<FormError error={error} typed={source === 'typed'} />}
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button kind="primary" type="submit" busy={busy} disabled={!canKeep}>
            Keep key
          </Button>
        </>
      }
    >
      <ValueSource
        source={source}
        onSource={setSource}
        offer={offer}
        offerError={offerError}
        providers={providers}
        typed={typed}
        typedLabel="Value"
        recipe={recipeDraft}
        onRecipe={setRecipe}
        heldAdvice="Give each application its own key."
      >
        {(canKeep || source === 'generated') && (
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

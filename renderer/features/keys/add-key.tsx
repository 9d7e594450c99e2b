import { useEffect, useRef, useState } from 'react';
import { useResource } from '../../resource.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote, Note } from '../../ui/note.tsx';
import { sayDone } from '../../ui/toast-store.ts';
import { ask, type CallError, type KeyView } from '../../vault-client.ts';
import { keepKey, providers as providersSource } from '../../vault-data.ts';
import { FormError } from './form-error.tsx';
import { emptyDraft, fieldsOf, KeyFieldsForm } from './key-fields.tsx';
import { NoOffer, OfferLine } from './offer-line.tsx';
import { type Source, SourceTabs } from './source-tabs.tsx';
import { follow, nothingSuggested, suggestionOf } from './suggestion.ts';
import { TypedValue, takeValue } from './typed-value.tsx';
import { useOffer } from './use-offer.ts';

interface AddKeyProps {
  readonly onClose: () => void;
  readonly onAdded: (key: KeyView) => void;
}

/** Adding a key: from the clipboard first, where the value never touches this window; typed second. */
export function AddKey({ onClose, onAdded }: AddKeyProps) {
  const [source, setSource] = useState<Source>('clipboard');
  const [draft, setDraft] = useState(emptyDraft);
  const [error, setError] = useState<CallError | null>(null);
  const [busy, setBusy] = useState(false);
  const typed = useRef<HTMLTextAreaElement>(null);
  const suggested = useRef(nothingSuggested);
  const providers = useResource(providersSource).value ?? [];
  const { offer, error: offerError, read } = useOffer(true);

  // An offer fills in what was not written by hand; beside a typed value it has nothing to say.
  useEffect(() => {
    const next = source === 'clipboard' && offer ? suggestionOf(offer) : nothingSuggested;
    const before = suggested.current;
    suggested.current = next;
    setDraft((now) => follow(now, before, next));
  }, [offer, source]);

  async function keep(): Promise<void> {
    const fields = fieldsOf(draft);
    if (busy || (source === 'clipboard' && !offer)) return;
    setBusy(true);
    setError(null);
    const answer =
      source === 'clipboard' && offer
        ? await ask((clavis) => clavis.keys.addFromClipboard({ ...fields, offerId: offer.offerId }))
        : await ask((clavis) => clavis.keys.add({ ...fields, value: takeValue(typed) }));
    setBusy(false);
    if (answer.ok) {
      keepKey(answer.value);
      sayDone(`“${answer.value.name}” is kept.`);
      onAdded(answer.value);
      return;
    }
    setError(answer.error);
    if (answer.error.code === 'OFFER_UNKNOWN') read();
  }

  const canKeep = source === 'typed' || Boolean(offer);
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
      <SourceTabs source={source} onChange={setSource} />
      <div role="tabpanel" aria-label={source === 'clipboard' ? 'From the clipboard' : 'Type it'} className="panel">
        {source === 'clipboard' && offer && <OfferLine offer={offer} providers={providers} />}
        {source === 'clipboard' && offer === null && <NoOffer />}
        {source === 'clipboard' && offer === undefined && <div className="offer" />}
        {source === 'clipboard' && <ErrorNote error={offerError} />}
        {source === 'clipboard' && offer?.heldBy && (
          <Note tone="due" icon="alert">
            This value is already kept as <strong>{offer.heldBy}</strong>. Give each application its own key.
          </Note>
        )}
        {source === 'typed' && <TypedValue label="Value" input={typed} />}
        {canKeep && (
          <KeyFieldsForm draft={draft} providers={providers} onChange={setDraft} nameFirst={source === 'clipboard'} />
        )}
      </div>
    </Dialog>
  );
}

import { useRef, useState } from 'react';
import { useResource } from '../../resource.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote, Note } from '../../ui/note.tsx';
import { count } from '../../ui/time.ts';
import { sayDone } from '../../ui/toast-store.ts';
import { ask, type CallError, type KeyView } from '../../vault-client.ts';
import { keepKey, providers as providersSource } from '../../vault-data.ts';
import { FormError } from './form-error.tsx';
import { NoOffer, OfferLine } from './offer-line.tsx';
import { type Source, SourceTabs } from './source-tabs.tsx';
import { TypedValue, takeValue } from './typed-value.tsx';
import { useOffer } from './use-offer.ts';

interface RotateKeyProps {
  readonly keyView: KeyView;
  readonly onClose: () => void;
  readonly onExportAll: () => void;
}

/** Giving a key its new value. The previous one stays for its grace. */
export function RotateKey({ keyView, onClose, onExportAll }: RotateKeyProps) {
  const [source, setSource] = useState<Source>('clipboard');
  const [error, setError] = useState<CallError | null>(null);
  const [busy, setBusy] = useState(false);
  const typed = useRef<HTMLTextAreaElement>(null);
  const providers = useResource(providersSource).value ?? [];
  const { offer, error: offerError, read } = useOffer(true);
  const { id, name, provider, projects } = keyView;
  const where = providers.find((one) => one.id === provider)?.name ?? 'your provider';

  async function rotate(): Promise<void> {
    if (busy || (source === 'clipboard' && !offer)) return;
    setBusy(true);
    setError(null);
    const answer =
      source === 'clipboard' && offer
        ? await ask((clavis) => clavis.keys.rotateFromClipboard({ id, offerId: offer.offerId }))
        : await ask((clavis) => clavis.keys.rotate({ id, value: takeValue(typed) }));
    setBusy(false);
    if (answer.ok) {
      keepKey(answer.value);
      sayDone(
        `“${name}” is rotated.`,
        projects > 0 ? { label: `Export to ${count(projects, 'project')}`, run: onExportAll } : undefined,
      );
      onClose();
      return;
    }
    setError(answer.error);
    if (answer.error.code === 'OFFER_UNKNOWN') read();
  }

  const strange = offer && provider !== '' && offer.provider !== '' && offer.provider !== provider;
  return (
    <Dialog
      title={`Rotate ${name}`}
      onClose={onClose}
      onSubmit={() => void rotate()}
      error={<FormError error={error} typed={source === 'typed'} />}
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button
            key={offer ? 'offered' : 'waiting'}
            kind="primary"
            type="submit"
            busy={busy}
            disabled={source === 'clipboard' && !offer}
            autoFocus={source === 'clipboard' && Boolean(offer)}
          >
            Rotate key
          </Button>
        </>
      }
    >
      <p className="lead">
        Make a new key at {where} and copy it. The previous value stays for a while, so that you can undo.
      </p>
      <SourceTabs source={source} onChange={setSource} />
      <div role="tabpanel" aria-label={source === 'clipboard' ? 'From the clipboard' : 'Type it'} className="panel">
        {source === 'clipboard' && offer && <OfferLine offer={offer} providers={providers} />}
        {source === 'clipboard' && offer === null && <NoOffer />}
        {source === 'clipboard' && offer === undefined && <div className="offer" />}
        {source === 'clipboard' && <ErrorNote error={offerError} />}
        {source === 'clipboard' && strange && (
          <Note tone="due" icon="alert">
            This is a key of {where}, and what is on your clipboard is not.
          </Note>
        )}
        {source === 'clipboard' && offer?.heldBy && (
          <Note tone="due" icon="alert">
            This value is already kept as <strong>{offer.heldBy}</strong>.
          </Note>
        )}
        {source === 'typed' && <TypedValue label="New value" input={typed} />}
      </div>
    </Dialog>
  );
}

import { useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Note } from '../../ui/note.tsx';
import { count } from '../../ui/time.ts';
import { notifyDone } from '../../ui/toast-store.ts';
import { useResource } from '../../use-resource.ts';
import { type Answer, ask, type CallError, type KeyView } from '../../vault-client.ts';
import { providers as providersSource, upsertKey } from '../../vault-data.ts';
import { FormError } from './form-error.tsx';
import { firstRecipe, recipeOf } from './recipe.ts';
import type { Source } from './source-tabs.tsx';
import { takeValue } from './typed-value.tsx';
import { useOffer } from './use-offer.ts';
import { ValueSource } from './value-source.tsx';

interface RotateKeyProps {
  readonly keyView: KeyView;
  readonly onClose: () => void;
  readonly onExportAll: () => void;
}

/** Giving a key its new value. The previous one stays for its grace. */
export function RotateKey({ keyView, onClose, onExportAll }: RotateKeyProps) {
  const [source, setSource] = useState<Source>('clipboard');
  const [recipeDraft, setRecipe] = useState(firstRecipe);
  const [error, setError] = useState<CallError | null>(null);
  const [busy, setBusy] = useState(false);
  const typed = useRef<HTMLTextAreaElement>(null);
  const providers = useResource(providersSource).value ?? [];
  const { offer, error: offerError, read } = useOffer(true);
  const { id, name, provider, projects } = keyView;
  const where = providers.find((one) => one.id === provider)?.name ?? 'your provider';

  const recipe = recipeOf(recipeDraft);
  const canRotate = source === 'clipboard' ? Boolean(offer) : source === 'typed' || recipe !== null;

  function send(): Promise<Answer<KeyView>> {
    if (source === 'clipboard' && offer) {
      return ask((clavis) => clavis.keys.rotateFromClipboard({ id, offerId: offer.offerId }));
    }
    if (source === 'generated' && recipe) return ask((clavis) => clavis.keys.rotateGenerated({ id, recipe }));
    return ask((clavis) => clavis.keys.rotate({ id, value: takeValue(typed) }));
  }

  async function rotate(): Promise<void> {
    if (busy || !canRotate) return;
    setBusy(true);
    setError(null);
    const answer = await send();
    setBusy(false);
    if (answer.ok) {
      upsertKey(answer.value);
      notifyDone(
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
            disabled={!canRotate}
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
      <ValueSource
        source={source}
        onSource={setSource}
        offer={offer}
        offerError={offerError}
        providers={providers}
        typed={typed}
        typedLabel="New value"
        recipe={recipeDraft}
        onRecipe={setRecipe}
      >
        {source === 'clipboard' && strange && (
          <Note tone="due" icon="alert">
            This is a key of {where}, and what is on your clipboard is not.
          </Note>
        )}
      </ValueSource>
    </Dialog>
  );
}

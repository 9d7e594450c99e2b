import * as words from '../../../electron/messages/window.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote, Note } from '../../ui/note.tsx';
import { notifyDone } from '../../ui/toast-store.ts';
import { useFormProblems } from '../../ui/use-form-problems.ts';
import { useResource } from '../../use-resource.ts';
import type { KeyView } from '../../vault-client.ts';
import { providers as providersSource } from '../../vault-data.ts';
import { type NewValueCalls, useNewValue } from './use-new-value.ts';
import { ValueSource } from './value-source.tsx';

interface RotateKeyProps {
  readonly keyView: KeyView;
  readonly onClose: () => void;
  readonly onWriteFiles: (keyId: string) => void;
}

/** Giving a key its new value. The previous one stays for its grace. */
export function RotateKey({ keyView, onClose, onWriteFiles }: RotateKeyProps) {
  const providers = useResource(providersSource).value ?? [];
  const problems = useFormProblems();
  const { choice, hasSource, isPending, submit } = useNewValue(problems);
  const { source, offer } = choice;
  const { id, name, provider, projects } = keyView;
  const where = providers.find((one) => one.id === provider)?.name ?? words.rotateKey.yourProvider;

  function rotate(): void {
    const calls: NewValueCalls = {
      offered: (offerId, keepOdd) => (clavis) => clavis.keys.rotateFromClipboard({ id, offerId, keepOdd }),
      generated: (recipe) => (clavis) => clavis.keys.rotateGenerated({ id, recipe }),
      typed: (value, keepOdd) => (clavis) => clavis.keys.rotate({ id, value, keepOdd }),
    };
    submit(calls, {
      done: ({ without }) =>
        notifyDone(
          words.rotateKey.rotated(name, without),
          projects > 0 ? { label: words.rotateKey.writeToFiles, run: () => onWriteFiles(id) } : undefined,
        ),
      next: onClose,
    });
  }

  const strange = offer && provider !== '' && offer.provider !== '' && offer.provider !== provider;
  return (
    <Dialog
      title={words.rotateKey.title(name)}
      form={problems.form}
      onClose={onClose}
      onSubmit={rotate}
      error={<ErrorNote error={problems.error} />}
      actions={
        <Button
          key={offer ? 'offered' : 'waiting'}
          kind="primary"
          type="submit"
          busy={isPending}
          disabled={!hasSource}
          autoFocus={source === 'clipboard' && Boolean(offer)}
        >
          {words.rotateKey.submit}
        </Button>
      }
    >
      <p className="lead">{words.rotateKey.lead(where)}</p>
      <ValueSource {...choice} providers={providers} typedLabel={words.rotateKey.newValue}>
        {source === 'clipboard' && strange && (
          <Note tone="due" icon="alert">
            {words.rotateKey.otherProvider(where)}
          </Note>
        )}
      </ValueSource>
    </Dialog>
  );
}

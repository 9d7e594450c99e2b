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
  const where = providers.find((one) => one.id === provider)?.name ?? 'your provider';

  function rotate(): void {
    const calls: NewValueCalls = {
      offered: (offerId, keepOdd) => (clavis) => clavis.keys.rotateFromClipboard({ id, offerId, keepOdd }),
      generated: (recipe) => (clavis) => clavis.keys.rotateGenerated({ id, recipe }),
      typed: (value, keepOdd) => (clavis) => clavis.keys.rotate({ id, value, keepOdd }),
    };
    submit(calls, {
      done: ({ without }) =>
        notifyDone(
          `“${name}” rotated.${without}`,
          projects > 0 ? { label: 'Write to files…', run: () => onWriteFiles(id) } : undefined,
        ),
      next: onClose,
    });
  }

  const strange = offer && provider !== '' && offer.provider !== '' && offer.provider !== provider;
  return (
    <Dialog
      title={`Rotate ${name}`}
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
          Rotate key
        </Button>
      }
    >
      <p className="lead">
        Make a new key at {where} and copy it. The previous value stays for a while, so that you can undo.
      </p>
      <ValueSource {...choice} providers={providers} typedLabel="New value">
        {source === 'clipboard' && strange && (
          <Note tone="due" icon="alert">
            This is a key of {where}, and what is on your clipboard is not.
          </Note>
        )}
      </ValueSource>
    </Dialog>
  );
}

import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icons.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { count } from '../../ui/time.ts';
import { notifyDone } from '../../ui/toast-store.ts';
import type { TargetView } from '../../vault-client.ts';
import { useDialogQuery } from './use-dialog-query.ts';

/** Keeps the committed file of names in step: what would be added, then one button that adds it. */
export function UpdateExample({ target, onClose }: { target: TargetView; onClose: () => void }) {
  const look = useDialogQuery((clavis) => clavis.projects.previewExample({ targetId: target.id }));
  const { value: example, error, isPending } = look;
  const added = example?.added.length ?? 0;
  const later = example?.later ?? [];

  function write(): void {
    if (!example || added === 0) return;
    const { exampleId } = example;
    look.act((clavis) => clavis.projects.writeExample({ exampleId }), {
      done: (written) => notifyDone(`${count(written.added, 'name')} added to ${written.file}.`),
      next: onClose,
    });
  }

  return (
    <Dialog
      title={`Update ${example?.file ?? '.env.example'}`}
      onClose={onClose}
      onSubmit={write}
      error={<ErrorNote error={error} />}
      dismiss={added > 0 ? 'Cancel' : 'Close'}
      actions={
        <>
          {error && (
            <Button kind="primary" icon="rotate" autoFocus onClick={look.look}>
              Look again
            </Button>
          )}
          {example && !error && (
            <Button kind="primary" type="submit" icon="file" busy={isPending} disabled={added === 0} autoFocus>
              {added === 0 ? 'Nothing to add' : `Add ${count(added, 'name')} to ${example.file}`}
            </Button>
          )}
        </>
      }
    >
      {example && (
        <p className="lead">
          {added === 0
            ? `${example.file} has every name that ${target.file} has.`
            : `The names that ${target.file} has and ${example.file} has not, without their values: it is made to be committed.`}
          {!example.exists && added > 0 && ' It is not there yet: it will be made.'}
        </p>
      )}
      {example && added > 0 && (
        <ul className="names" aria-label={`Names to add to ${example.file}`}>
          {example.added.map((name) => (
            <li key={name} className="mono">
              <Icon name="plus" />
              {name}=
            </li>
          ))}
        </ul>
      )}
      {example && later.length > 0 && (
        <p className="lead">
          Left out until they are in {target.file}: <span className="mono">{later.join(', ')}</span>. Clavis asks you
          before it writes such names there.
        </p>
      )}
    </Dialog>
  );
}

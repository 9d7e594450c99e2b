import * as words from '../../../electron/messages/window.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icons.tsx';
import { inParts } from '../../ui/in-parts.ts';
import { ErrorNote } from '../../ui/note.tsx';

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
      done: (written) => notifyDone(words.exampleFile.added(written.added, written.file)),
      next: onClose,
    });
  }

  return (
    <Dialog
      title={words.exampleFile.title(example?.file ?? '.env.example')}
      onClose={onClose}
      onSubmit={write}
      error={<ErrorNote error={error} />}
      dismiss={added > 0 ? words.common.cancel : words.common.close}
      actions={
        <>
          {error && (
            <Button kind="primary" icon="rotate" autoFocus onClick={look.look}>
              {words.common.lookAgain}
            </Button>
          )}
          {example && !error && (
            <Button kind="primary" type="submit" icon="file" busy={isPending} disabled={added === 0} autoFocus>
              {added === 0 ? words.exampleFile.nothingToAdd : words.exampleFile.add(added, example.file)}
            </Button>
          )}
        </>
      }
    >
      {example && (
        <p className="lead">
          {added === 0
            ? words.exampleFile.complete(example.file, target.file)
            : words.exampleFile.missing(target.file, example.file)}
          {!example.exists && added > 0 && words.exampleFile.notThereYet}
        </p>
      )}
      {example && added > 0 && (
        <ul className="names" aria-label={words.exampleFile.namesToAdd(example.file)}>
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
          {inParts(words.exampleFile.later(target.file, <span className="mono">{later.join(', ')}</span>))}
        </p>
      )}
    </Dialog>
  );
}

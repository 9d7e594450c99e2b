import { useEffect, useState, useSyncExternalStore } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icons.tsx';
import { inCorner } from '../../ui/in-corner.ts';
import { count } from '../../ui/time.ts';
import { useCall } from '../../ui/use-call.ts';
import { type AskedToDelete, askedToDelete, moveToTrash, noteMovedWithLines } from './delete-actions.ts';

const close = (): void => askedToDelete.set(null);

/** Asks what becomes of the lines of a key in use, while one is to be deleted. */
export function DeleteKey() {
  const asked = useSyncExternalStore(askedToDelete.subscribe, askedToDelete.get);
  // A lock takes the window's content away: it does not ask again when it comes back.
  useEffect(() => close, []);
  return asked && <DeleteInUse key={asked.key.id} asked={asked} />;
}

function DeleteInUse({ asked: { key, uses } }: { asked: AskedToDelete }) {
  const [lines, setLines] = useState<'leave' | 'remove'>('leave');
  const { isPending, run } = useCall(inCorner({ name: `delete ${key.id}`, subject: key.id }));
  const files = new Set(uses.map(({ project, file }) => `${project} ${file}`)).size;

  function move(): void {
    if (lines === 'remove') {
      run((clavis) => clavis.keys.deleteWithLines({ id: key.id }), {
        done: (outcomes) => noteMovedWithLines(key, outcomes),
        next: close,
      });
      return;
    }
    close();
    void moveToTrash(key);
  }

  return (
    <Dialog
      title={`Delete ${key.name}`}
      onClose={close}
      onSubmit={move}
      actions={
        <Button kind="danger" type="submit" icon="trash" busy={isPending}>
          Move to Trash
        </Button>
      }
    >
      <p className="lead">{`This key is used in ${count(files, 'file')}. In Trash it can be restored, and nothing writes it.`}</p>
      <ul className="delete-uses" aria-label="Used in">
        {uses.map(({ project, file, envVar }) => (
          <li key={`${project} ${file} ${envVar}`}>
            <Icon name="file" />
            <span className="use-where">
              {project} <span className="mono">{file}</span>
            </span>
            <span className="mono">{envVar}</span>
          </li>
        ))}
      </ul>
      <fieldset className="delete-lines">
        <legend>Its lines in these files</legend>
        <label>
          <input type="radio" name="lines" checked={lines === 'leave'} onChange={() => setLines('leave')} />
          <span>
            Leave the lines in these files
            <span className="hint">They keep their values. Restore the key, and Clavis manages them again.</span>
          </span>
        </label>
        <label>
          <input type="radio" name="lines" checked={lines === 'remove'} onChange={() => setLines('remove')} />
          <span>
            Remove them too
            <span className="hint">
              Clavis shows each line and asks, before it writes to a file. Restoring the key does not bring them back.
            </span>
          </span>
        </label>
      </fieldset>
    </Dialog>
  );
}

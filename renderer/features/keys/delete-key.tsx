import { useEffect, useState, useSyncExternalStore } from 'react';
import * as words from '../../../electron/messages/window.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icons.tsx';
import { inCorner } from '../../ui/in-corner.ts';

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
      title={words.deleteKey.title(key.name)}
      onClose={close}
      onSubmit={move}
      actions={
        <Button kind="danger" type="submit" icon="trash" busy={isPending}>
          {words.deleteKey.submit}
        </Button>
      }
    >
      <p className="lead">{words.deleteKey.usedInFiles(files)}</p>
      <ul className="delete-uses" aria-label={words.deleteKey.usedIn}>
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
        <legend>{words.deleteKey.lines}</legend>
        <label>
          <input type="radio" name="lines" checked={lines === 'leave'} onChange={() => setLines('leave')} />
          <span>
            {words.deleteKey.leaveLines}
            <span className="hint">{words.deleteKey.leaveLinesHint}</span>
          </span>
        </label>
        <label>
          <input type="radio" name="lines" checked={lines === 'remove'} onChange={() => setLines('remove')} />
          <span>
            {words.deleteKey.removeLines}
            <span className="hint">{words.deleteKey.removeLinesHint}</span>
          </span>
        </label>
      </fieldset>
    </Dialog>
  );
}

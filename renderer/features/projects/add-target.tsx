import * as words from '../../../electron/messages/window.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icons.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { notifyDone } from '../../ui/toast-store.ts';
import type { ProjectView } from '../../vault-client.ts';
import { dialectWords } from './dialects.ts';
import { useDialogQuery } from './use-dialog-query.ts';

/** The env files that main found in the project, each one press away; any other through main's own dialog. */
export function AddTarget({ project, onClose }: { project: ProjectView; onClose: () => void }) {
  const projectId = project.id;
  const {
    value: candidates,
    error,
    isPending,
    act,
  } = useDialogQuery((clavis) => clavis.projects.candidates({ projectId }));

  /** Null where main's own dialog was closed without a choice. */
  function done(changed: ProjectView | null): void {
    if (!changed) return;
    const added = changed.targets.find(({ id }) => project.targets.every((before) => before.id !== id));
    notifyDone(words.addTarget.added(added?.file ?? words.addTarget.theEnvFile, project.name));
  }
  const next = (changed: ProjectView | null): void => {
    if (changed) onClose();
  };

  return (
    <Dialog
      title={words.addTarget.title(project.name)}
      onClose={onClose}
      error={<ErrorNote error={error} />}
      actions={
        <Button
          icon="folder"
          busy={isPending}
          autoFocus={candidates?.length === 0}
          onClick={() => act((clavis) => clavis.projects.pickTarget({ projectId }), { done, next })}
        >
          {words.addTarget.another}
        </Button>
      }
    >
      {candidates?.length === 0 && <p className="lead">{words.addTarget.noneFound}</p>}
      {candidates && candidates.length > 0 && (
        <>
          <p className="lead">{words.addTarget.found}</p>
          <ul className="found" aria-label={words.addTarget.filesFound}>
            {candidates.map(({ candidateId, file, dialect }, at) => (
              <li key={candidateId}>
                <button
                  type="button"
                  className="found-file"
                  // biome-ignore lint/a11y/noAutofocus: choosing a file is what the dialog was opened for
                  autoFocus={at === 0}
                  aria-label={words.addTarget.addOf(file, dialectWords[dialect].name)}
                  onClick={() => act((clavis) => clavis.projects.addTarget({ projectId, candidateId }), { done, next })}
                >
                  <Icon name="file" />
                  <span className="mono found-name">{file}</span>
                  <span className="none">{dialectWords[dialect].name}</span>
                  <span className="found-add">
                    <Icon name="plus" />
                    {words.addTarget.add}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}

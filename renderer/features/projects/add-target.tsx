import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icons.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { notifyDone } from '../../ui/toast-store.ts';
import type { ProjectView } from '../../vault-client.ts';
import { keepProject } from '../../vault-data.ts';
import { dialectWords } from './dialects.ts';
import { useDialogQuery } from './use-dialog-query.ts';

/** The env files that main found in the project, each one press away; any other through main's own dialog. */
export function AddTarget({ project, onClose }: { project: ProjectView; onClose: () => void }) {
  const projectId = project.id;
  const { value: candidates, error, busy, act } = useDialogQuery((clavis) => clavis.projects.candidates({ projectId }));

  function keep(changed: ProjectView | null): void {
    if (!changed) return;
    keepProject(changed);
    const added = changed.targets.find(({ id }) => project.targets.every((before) => before.id !== id));
    notifyDone(`${added?.file ?? 'The env file'} is added to “${project.name}”.`);
    onClose();
  }
  const add = async (candidateId: string): Promise<void> =>
    keep(await act((clavis) => clavis.projects.addTarget({ projectId, candidateId })));
  const pick = async (): Promise<void> => keep(await act((clavis) => clavis.projects.pickTarget({ projectId })));

  return (
    <Dialog
      title={`Add an env file to ${project.name}`}
      onClose={onClose}
      error={<ErrorNote error={error} />}
      actions={
        <Button icon="folder" busy={busy} autoFocus={candidates?.length === 0} onClick={() => void pick()}>
          Another file…
        </Button>
      }
    >
      {candidates?.length === 0 && <p className="lead">Clavis found no other env file in this folder.</p>}
      {candidates && candidates.length > 0 && (
        <>
          <p className="lead">Found in this folder. Adding one changes nothing in it.</p>
          <ul className="found" aria-label="Env files found">
            {candidates.map(({ candidateId, file, dialect }, at) => (
              <li key={candidateId}>
                <button
                  type="button"
                  className="found-file"
                  // biome-ignore lint/a11y/noAutofocus: choosing a file is what the dialog was opened for
                  autoFocus={at === 0}
                  aria-label={`Add ${file}, ${dialectWords[dialect].name}`}
                  onClick={() => void add(candidateId)}
                >
                  <Icon name="file" />
                  <span className="mono found-name">{file}</span>
                  <span className="none">{dialectWords[dialect].name}</span>
                  <span className="found-add">
                    <Icon name="plus" />
                    Add
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

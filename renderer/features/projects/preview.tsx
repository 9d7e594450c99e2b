import * as words from '../../../electron/messages/window.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { notify, notifyDone } from '../../ui/toast-store.ts';
import type { ExportOutcome } from '../../vault-client.ts';
import { Diff } from './diff.tsx';
import { GitState, LinkNote } from './git-state.tsx';
import { Readers } from './readers.tsx';
import { RightsNote } from './rights-note.tsx';
import { ShadowedNote } from './shadowed-note.tsx';
import { useDialogQuery } from './use-dialog-query.ts';
import { formatWrite, formatWritten } from './write-words.ts';

interface PreviewProps {
  readonly target: { readonly id: string; readonly file: string };
  readonly onClose: () => void;
  readonly onWritten?: (outcome: ExportOutcome) => void;
}

/** What a write would change, and the one button that leads to it: main shows it in its own window, to be chosen from. */
export function Preview({ target: { id: targetId, file }, onClose, onWritten }: PreviewProps) {
  const {
    value: preview,
    error,
    isPending,
    look,
    put,
    act,
  } = useDialogQuery((clavis) => clavis.projects.preview({ targetId }));

  const safe = preview?.git.kind === 'safe';
  const toWrite = preview && formatWrite(preview);
  // What is to be fixed outside of Clavis: the person comes back and looks again.
  const canBeFixed = error !== null || preview?.git.kind === 'tracked' || preview?.git.kind === 'unknown';

  function write(): void {
    if (!preview || !safe || toWrite === null) return;
    act((clavis) => clavis.projects.writeFile({ targetId }), {
      done(outcome) {
        notifyWritten(outcome);
        onWritten?.(outcome);
      },
      next: onClose,
    });
  }

  return (
    <Dialog
      title={words.preview.title(file)}
      onClose={onClose}
      onSubmit={write}
      error={<ErrorNote error={error} />}
      dismiss={toWrite && safe ? words.common.cancel : words.common.close}
      actions={
        <>
          {canBeFixed && (
            <Button kind="primary" icon="rotate" autoFocus onClick={look}>
              {words.common.lookAgain}
            </Button>
          )}
          {preview && safe && !error && (
            <Button kind="primary" type="submit" busy={isPending} disabled={toWrite === null} icon="file" autoFocus>
              {toWrite ?? words.fileWrites.nothingToWrite}
            </Button>
          )}
        </>
      }
    >
      {preview && (
        <>
          <GitState
            preview={preview}
            isPending={isPending}
            onIgnore={(where) => act((clavis) => clavis.projects.ignore({ targetId, where }), { next: put })}
            onLeaveOutsideGit={() => act((clavis) => clavis.projects.leaveOutsideGit({ targetId }), { next: put })}
          />
          <LinkNote preview={preview} />
          <RightsNote
            preview={preview}
            isPending={isPending}
            onMakePrivate={() => act((clavis) => clavis.projects.makePrivate({ targetId }), { next: put })}
          />
          <Readers preview={preview} />
          <ShadowedNote preview={preview} />
          <Diff preview={preview} />
        </>
      )}
    </Dialog>
  );
}

function notifyWritten(outcome: ExportOutcome): void {
  const [first] = outcome.left;
  const why = outcome.error ?? first?.error;
  if (!why) notifyDone(formatWritten(outcome));
  else {
    const which = first && !outcome.error ? words.preview.leftOut(first.envVar) : '';
    notify({ tone: 'bad', text: `${formatWritten(outcome)} ${which}${why.message}`, code: why.code, until: null });
  }
}

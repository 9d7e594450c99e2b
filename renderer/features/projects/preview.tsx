import { useCallback, useEffect, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { sayDone } from '../../ui/toast-store.ts';
import { ask, type CallError, type PreviewView, type TargetView } from '../../vault-client.ts';
import { Diff } from './diff.tsx';
import { GitState } from './git-state.tsx';
import { sayWrite, sayWritten } from './write-words.ts';

/** What an export would change, and the one button that does it. */
export function Preview({ target, onClose }: { target: TargetView; onClose: () => void }) {
  const [preview, setPreview] = useState<PreviewView | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const [busy, setBusy] = useState(false);

  const look = useCallback(async () => {
    const answer = await ask((clavis) => clavis.projects.preview({ targetId: target.id }));
    setError(answer.ok ? null : answer.error);
    setPreview(answer.ok ? answer.value : null);
  }, [target.id]);

  useEffect(() => {
    void look();
  }, [look]);

  const safe = preview?.git.kind === 'safe';
  const toWrite = preview && sayWrite(preview);
  // What is to be mended outside of Clavis: the person comes back and looks again.
  const mendable = error !== null || preview?.git.kind === 'tracked' || preview?.git.kind === 'unknown';

  async function ignore(): Promise<void> {
    setBusy(true);
    const answer = await ask((clavis) => clavis.projects.ignore({ targetId: target.id }));
    setBusy(false);
    setError(answer.ok ? null : answer.error);
    if (answer.ok) setPreview(answer.value);
  }

  async function write(): Promise<void> {
    if (!preview || !safe || toWrite === null || busy) return;
    setBusy(true);
    const { previewId } = preview;
    const answer = await ask((clavis) => clavis.projects.export({ previewId }));
    setBusy(false);
    if (!answer.ok) {
      setError(answer.error);
      return;
    }
    sayDone(sayWritten(answer.value));
    onClose();
  }

  return (
    <Dialog
      title={`What would change in ${target.file}`}
      onClose={onClose}
      onSubmit={() => void write()}
      error={<ErrorNote error={error} />}
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            {toWrite && safe ? 'Cancel' : 'Close'}
          </Button>
          {mendable && (
            <Button kind="primary" icon="rotate" autoFocus onClick={() => void look()}>
              Look again
            </Button>
          )}
          {preview && safe && !error && (
            <Button kind="primary" type="submit" busy={busy} disabled={toWrite === null} icon="file" autoFocus>
              {toWrite ?? 'Nothing to write'}
            </Button>
          )}
        </>
      }
    >
      {preview && <GitState preview={preview} busy={busy} onIgnore={() => void ignore()} />}
      {preview && <Diff preview={preview} />}
    </Dialog>
  );
}

import { useState, useSyncExternalStore } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import type { ExportOutcome } from '../../vault-client.ts';
import { type ExportRun, exportRun, startExportAll, updateOutcome } from './export-all-run.ts';
import { OutcomeList } from './outcome-list.tsx';
import { Preview } from './preview.tsx';
import { formatOutcomes } from './write-words.ts';

/** An export of every target while it runs, and how each of them ended; closed, it goes on. */
export function ExportAll({ onClose }: { onClose: () => void }) {
  const run = useSyncExternalStore(exportRun.subscribe, exportRun.get);
  const [preview, setPreview] = useState<ExportOutcome | null>(null);
  return (
    <>
      <Dialog
        title="Export all"
        onClose={onClose}
        error={<ErrorNote error={run.error} />}
        dismiss="Close"
        actions={
          run.error && (
            <Button kind="primary" icon="rotate" autoFocus onClick={() => void startExportAll()}>
              Try again
            </Button>
          )
        }
      >
        {run.running && <Progress run={run} />}
        {run.error && <p className="lead">No file was written.</p>}
        {run.outcomes && (
          <>
            <p className="lead" aria-live="polite">
              {formatOutcomes(run.outcomes)}
            </p>
            <OutcomeList outcomes={run.outcomes} onPreview={setPreview} />
          </>
        )}
      </Dialog>
      {preview && (
        <Preview
          target={{ id: preview.targetId, file: preview.file }}
          onWritten={(result) => updateOutcome(preview.targetId, result)}
          onClose={() => setPreview(null)}
        />
      )}
    </>
  );
}

function Progress({ run: { done, total, latest } }: { run: ExportRun }) {
  return (
    <div className="progress">
      <p>
        {total === 0 ? 'Comparing files with the vault…' : `${done} of ${total} files done`}
        {latest && (
          <span className="mono sub">
            {latest.project}/{latest.file}
          </span>
        )}
      </p>
      <progress aria-label="Files done" max={Math.max(1, total)} value={done} />
    </div>
  );
}

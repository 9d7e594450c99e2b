import { useState, useSyncExternalStore } from 'react';
import * as words from '../../../electron/messages/window.ts';
import { Dialog } from '../../ui/dialog.tsx';
import type { ExportOutcome } from '../../vault-client.ts';
import { OutcomeList } from './outcome-list.tsx';
import { Preview } from './preview.tsx';
import { updateOutcome, type WriteRun, writeRun } from './write-run.ts';
import { formatOutcomes } from './write-words.ts';

/** So many files take long enough to watch. */
const watchedFrom = 10;

/** How far a write of many files is, and how each file ended where a person has to look at one; closed, it goes on. */
export function WriteResults() {
  const run = useSyncExternalStore(writeRun.subscribe, writeRun.get);
  const { running, hidden, outcomes, total } = run;
  if (hidden || (outcomes === null && !(running && total >= watchedFrom))) return null;
  return <Results run={run} onClose={running ? writeRun.hide : writeRun.close} />;
}

function Results({ run, onClose }: { run: WriteRun; onClose: () => void }) {
  const [preview, setPreview] = useState<ExportOutcome | null>(null);
  return (
    <>
      <Dialog title={words.fileWrites.title} onClose={onClose} dismiss={words.common.close}>
        {run.running && <Progress run={run} />}
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
          onWritten={updateOutcome}
          onClose={() => setPreview(null)}
        />
      )}
    </>
  );
}

function Progress({ run: { done, total, latest } }: { run: WriteRun }) {
  return (
    <div className="progress">
      <p>
        {words.fileWrites.done(done, total)}
        {latest && (
          <span className="mono sub">
            {latest.project}/{latest.file}
          </span>
        )}
      </p>
      <progress aria-label={words.fileWrites.filesDone} max={Math.max(1, total)} value={done} />
    </div>
  );
}

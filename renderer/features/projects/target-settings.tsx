import { useId, useState } from 'react';
import { dialects } from '../../../electron/ipc/page-tables.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { drafts, useDrafts } from '../../ui/drafts.ts';
import { ErrorNote } from '../../ui/note.tsx';
import { notifyDone } from '../../ui/toast-store.ts';
import { ask, type CallError, type TargetView } from '../../vault-client.ts';
import { keepProject } from '../../vault-data.ts';
import { dialectWords } from './dialects.ts';

type TargetDraft = Pick<TargetView, 'dialect' | 'expands'>;

/** What was chosen and not saved, by target. */
const targetDrafts = drafts<TargetDraft>();

/** Who reads the file, on which depends how values are written into it. */
export function TargetSettings({ target, onClose }: { target: TargetView; onClose: () => void }) {
  const entered = useDrafts(targetDrafts).get(target.id);
  const { dialect, expands } = entered ?? target;
  const [error, setError] = useState<CallError | null>(null);
  const [busy, setBusy] = useState(false);
  const name = useId();
  const changed = dialect !== target.dialect || expands !== target.expands;

  async function save(): Promise<void> {
    if (busy || !changed) return;
    setBusy(true);
    setError(null);
    const answer = await ask((clavis) => clavis.projects.setTarget({ targetId: target.id, dialect, expands }));
    setBusy(false);
    if (!answer.ok) {
      setError(answer.error);
      return;
    }
    targetDrafts.drop(target.id);
    keepProject(answer.value);
    notifyDone(`${target.file} is written for ${dialectWords[dialect].name}. Nothing in it changed yet.`);
    onClose();
  }

  const change = (part: Partial<TargetDraft>): void => targetDrafts.put(target.id, { dialect, expands, ...part });
  return (
    <Dialog
      title={`Settings of ${target.file}`}
      unsaved={changed}
      onClose={() => {
        targetDrafts.drop(target.id);
        onClose();
      }}
      onSubmit={() => void save()}
      error={<ErrorNote error={error} />}
      actions={
        <Button kind="primary" type="submit" busy={busy} disabled={!changed}>
          Save
        </Button>
      }
    >
      <fieldset className="field choices">
        <legend>File format</legend>
        {dialects.map((one) => (
          <label key={one} className="choice">
            <input
              type="radio"
              name={name}
              value={one}
              checked={dialect === one}
              aria-describedby={`${name}-${one}`}
              aria-label={dialectWords[one].name}
              onChange={() => change({ dialect: one })}
            />
            <span className="choice-label">{dialectWords[one].name}</span>
            <span className="choice-hint" id={`${name}-${one}`}>
              {dialectWords[one].readBy}
            </span>
          </label>
        ))}
      </fieldset>
      {dialect === 'dotenv' && (
        <label className="choice">
          <input
            type="checkbox"
            checked={expands}
            aria-describedby={`${name}-expands`}
            aria-label="The reader expands $names"
            onChange={(event) => change({ expands: event.currentTarget.checked })}
          />
          <span className="choice-label">
            The reader expands <code>$names</code>
          </span>
          <span className="choice-hint" id={`${name}-expands`}>
            Vite, Next and Bun do. Clavis then writes each $ of a value so that it stays one.
          </span>
        </label>
      )}
    </Dialog>
  );
}

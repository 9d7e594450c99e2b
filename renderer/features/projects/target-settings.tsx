import { useId } from 'react';
import { dialects } from '../../../electron/ipc/page-tables.ts';
import * as words from '../../../electron/messages/window.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { drafts, useDrafts } from '../../ui/drafts.ts';
import { inParts } from '../../ui/in-parts.ts';
import { ErrorNote } from '../../ui/note.tsx';
import { notifyDone } from '../../ui/toast-store.ts';
import { useCall } from '../../ui/use-call.ts';
import type { TargetView } from '../../vault-client.ts';
import { dialectWords } from './dialects.ts';

type TargetDraft = Pick<TargetView, 'dialect' | 'expands'>;

/** What was chosen and not saved, by target. */
const targetDrafts = drafts<TargetDraft>();

/** Who reads the file, on which depends how values are written into it. */
export function TargetSettings({ target, onClose }: { target: TargetView; onClose: () => void }) {
  const entered = useDrafts(targetDrafts).get(target.id);
  const { dialect, expands } = entered ?? target;
  const { isPending, error, run } = useCall();
  const name = useId();
  const changed = dialect !== target.dialect || expands !== target.expands;

  function save(): void {
    if (!changed) return;
    run((clavis) => clavis.projects.setTarget({ targetId: target.id, dialect, expands }), {
      done() {
        targetDrafts.drop(target.id);
        notifyDone(words.targetSettings.saved(target.file, dialectWords[dialect].name));
      },
      next: onClose,
    });
  }

  const change = (part: Partial<TargetDraft>): void => targetDrafts.put(target.id, { dialect, expands, ...part });
  return (
    <Dialog
      title={words.targetSettings.title(target.file)}
      unsaved={changed}
      onClose={() => {
        targetDrafts.drop(target.id);
        onClose();
      }}
      onSubmit={save}
      error={<ErrorNote error={error} />}
      actions={
        <Button kind="primary" type="submit" busy={isPending} disabled={!changed}>
          {words.common.save}
        </Button>
      }
    >
      <fieldset className="field choices">
        <legend>{words.targetSettings.format}</legend>
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
            aria-label={words.targetSettings.expandsLabel}
            onChange={(event) => change({ expands: event.currentTarget.checked })}
          />
          <span className="choice-label">{inParts(words.targetSettings.expands(<code>$names</code>))}</span>
          <span className="choice-hint" id={`${name}-expands`}>
            {words.targetSettings.expandsHint}
          </span>
        </label>
      )}
    </Dialog>
  );
}

import { useEffect, useRef, useState } from 'react';
import * as words from '../../../electron/messages/window.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { PassphraseField, readPassphrase } from '../../ui/passphrase-field.tsx';
import { forgetInMain } from '../../ui/run-action.ts';

import { notifyDone } from '../../ui/toast-store.ts';
import { useCall } from '../../ui/use-call.ts';
import { useFormProblems } from '../../ui/use-form-problems.ts';
import type { RestoreView } from '../../vault-client.ts';
import { Progress } from './progress.tsx';
import { type Choice, firstChoice, RestoreChoice } from './restore-choice.tsx';
import { formatRestore } from './restore-words.ts';

interface RestoreBackupProps {
  readonly picked: { readonly pickedId: string; readonly file: string };
  readonly onClose: () => void;
}

/** Opens a backup, shows it compared with what is here, and takes what is chosen. */
export function RestoreBackup({ picked, onClose }: RestoreBackupProps) {
  const { pickedId, file } = picked;
  const passphrase = useRef<HTMLInputElement>(null);
  const [view, setView] = useState<RestoreView | null>(null);
  const [choice, setChoice] = useState<Choice>({ keys: new Set(), projects: new Set(), settings: false });
  const problems = useFormProblems();
  const { isPending, run } = useCall(problems);

  // Main holds the backup's values as long as this is open.
  useEffect(() => () => forgetInMain((clavis) => clavis.backup.forget({})), []);

  function open(): void {
    const typed = readPassphrase(passphrase);
    if (typed === '') {
      problems.mark({ passphrase: words.restore.enterPassphrase });
      return;
    }
    run((clavis) => clavis.backup.preview({ pickedId, passphrase: typed }), {
      next(opened) {
        setView(opened);
        setChoice(firstChoice(opened));
      },
    });
  }

  function restore(restoreId: string): void {
    const wanted = {
      restoreId,
      keys: [...choice.keys],
      projects: [...choice.projects],
      settings: choice.settings,
    };
    run((clavis) => clavis.backup.restore(wanted), {
      done({ keys, projects }) {
        const what = [
          ...(keys > 0 ? [words.restore.keys(keys)] : []),
          ...(projects > 0 ? [words.restore.projects(projects)] : []),
          ...(wanted.settings ? [words.restore.settings] : []),
        ];
        notifyDone(words.restore.restored(file, what.join(', ') || words.restore.nothing));
      },
      next: onClose,
    });
  }

  const toDo = formatRestore(choice.keys.size, choice.projects.size, choice.settings);
  return (
    <Dialog
      title={words.restore.title(file)}
      onClose={onClose}
      onSubmit={() => (view ? toDo !== null && restore(view.restoreId) : open())}
      form={problems.form}
      error={<ErrorNote error={problems.error} />}
      actions={
        view ? (
          <Button kind="primary" type="submit" busy={isPending} disabled={toDo === null} autoFocus>
            {toDo ?? words.common.nothingChosen}
          </Button>
        ) : (
          <Button kind="primary" type="submit" icon="lock" busy={isPending}>
            {words.restore.open}
          </Button>
        )
      }
    >
      {view ? (
        <RestoreChoice view={view} choice={choice} onChange={setChoice} />
      ) : (
        <>
          <p className="lead">{words.restore.lead}</p>
          <div className="fields">
            <PassphraseField
              label={words.restore.passphrase}
              input={passphrase}
              error={problems.fields['passphrase']}
              onChange={() => problems.clearField('passphrase')}
            />
          </div>
        </>
      )}
      {isPending && <Progress word={view ? words.restore.valuesKept : words.restore.valuesCompared} />}
    </Dialog>
  );
}

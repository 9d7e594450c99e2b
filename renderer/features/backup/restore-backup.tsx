import { useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { PassphraseField, readPassphrase } from '../../ui/passphrase-field.tsx';
import { count } from '../../ui/time.ts';
import { notifyDone } from '../../ui/toast-store.ts';
import { useFormProblems } from '../../ui/use-form-problems.ts';
import { type Answer, ask, type RestoreView } from '../../vault-client.ts';
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
  const [busy, setBusy] = useState(false);

  // Main holds the backup's values as long as this is open.
  useEffect(() => () => void ask((clavis) => clavis.backup.forget({})), []);

  async function run<T>(work: () => Promise<Answer<T>>): Promise<T | null> {
    if (busy) return null;
    setBusy(true);
    problems.clear();
    const answer = await work();
    setBusy(false);
    if (answer.ok) return answer.value;
    problems.show(answer.error);
    return null;
  }

  async function open(): Promise<void> {
    const typed = readPassphrase(passphrase);
    if (typed === '') {
      problems.mark({ passphrase: 'Enter the passphrase.' });
      return;
    }
    const opened = await run(() => ask((clavis) => clavis.backup.preview({ pickedId, passphrase: typed })));
    if (!opened) return;
    setView(opened);
    setChoice(firstChoice(opened));
  }

  async function restore(restoreId: string): Promise<void> {
    const wanted = {
      restoreId,
      keys: [...choice.keys],
      projects: [...choice.projects],
      settings: choice.settings,
    };
    const done = await run(() => ask((clavis) => clavis.backup.restore(wanted)));
    if (!done) return;
    const what = [
      ...(done.keys > 0 ? [count(done.keys, 'key')] : []),
      ...(done.projects > 0 ? [count(done.projects, 'project')] : []),
      ...(wanted.settings ? ['settings'] : []),
    ];
    notifyDone(`Restored from ${file}: ${what.join(', ') || 'nothing'}.`);
    onClose();
  }

  const toDo = formatRestore(choice.keys.size, choice.projects.size, choice.settings);
  return (
    <Dialog
      title={`Restore from ${file}`}
      onClose={onClose}
      onSubmit={() => void (view ? toDo !== null && restore(view.restoreId) : open())}
      form={problems.form}
      error={<ErrorNote error={problems.error} />}
      actions={
        view ? (
          <Button kind="primary" type="submit" busy={busy} disabled={toDo === null} autoFocus>
            {toDo ?? 'Nothing chosen'}
          </Button>
        ) : (
          <Button kind="primary" type="submit" icon="lock" busy={busy}>
            Open backup
          </Button>
        )
      }
    >
      {view ? (
        <RestoreChoice view={view} choice={choice} onChange={setChoice} />
      ) : (
        <>
          <p className="lead">Nothing changes before you have seen what it holds.</p>
          <div className="fields">
            <PassphraseField
              label="Passphrase"
              input={passphrase}
              error={problems.fields['passphrase']}
              onChange={() => problems.clearField('passphrase')}
            />
          </div>
        </>
      )}
      {busy && <Progress word={view ? 'Values kept' : 'Values compared'} />}
    </Dialog>
  );
}

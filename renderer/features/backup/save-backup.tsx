import { useRef, useState } from 'react';
import { leastPassphrase } from '../../../electron/ipc/page-tables.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { formatProblem } from '../../ui/field-errors.ts';
import { ErrorNote, Note } from '../../ui/note.tsx';
import { PassphraseField, readPassphrase } from '../../ui/passphrase-field.tsx';
import { count } from '../../ui/time.ts';
import { notify, notifyDone } from '../../ui/toast-store.ts';
import { useFormProblems } from '../../ui/use-form-problems.ts';
import { ask } from '../../vault-client.ts';
import { Progress } from './progress.tsx';

/** Everything in one encrypted file, at a place that is chosen in the system's own dialog. */
export function SaveBackup({ onClose }: { onClose: () => void }) {
  const typed = useRef<HTMLInputElement>(null);
  const problems = useFormProblems();
  const [busy, setBusy] = useState(false);

  async function save(): Promise<void> {
    if (busy) return;
    problems.clear();
    const passphrase = readPassphrase(typed);
    if ([...passphrase].length < leastPassphrase) {
      problems.mark({ passphrase: formatProblem('PASSPHRASE_WEAK', { least: leastPassphrase }) });
      return;
    }
    setBusy(true);
    const answer = await ask((clavis) => clavis.backup.save({ passphrase }));
    setBusy(false);
    if (!answer.ok) {
      problems.show(answer.error);
      return;
    }
    // Closed without a place: nothing happened, and the form is as it was.
    if (answer.value === null) return;
    const { file, keys, missing, inTrash } = answer.value;
    const left = inTrash === 0 ? '' : ` ${count(inTrash, 'key')} in Trash left out.`;
    if (missing.length === 0) notifyDone(`${count(keys, 'key')} backed up to ${file}.${left}`);
    else {
      const text = `${count(keys, 'key')} backed up to ${file}.${left} Left out, for the keychain has no value: ${missing.join(', ')}.`;
      notify({ tone: 'plain', icon: 'alert', text, until: null });
    }
    onClose();
  }

  return (
    <Dialog
      title="Back up"
      onClose={onClose}
      onSubmit={() => void save()}
      form={problems.form}
      error={<ErrorNote error={problems.error} />}
      actions={
        <Button kind="primary" type="submit" icon="save" busy={busy}>
          Choose a place and save
        </Button>
      }
    >
      <p className="lead">
        One file with every key and its value, your projects and settings. It is encrypted in the <code>age</code>{' '}
        format: any program that knows it can open the file with your passphrase, nobody can without. Keys in Trash are
        left out.
      </p>
      <div className="fields">
        <PassphraseField
          label="Passphrase"
          input={typed}
          hint={`${leastPassphrase} characters or more, such as a few words. Clavis asks for it again before the file is saved.`}
          error={problems.fields['passphrase']}
          onChange={() => problems.clearField('passphrase')}
        />
      </div>
      <Note tone="due" icon="alert">
        Without the passphrase the backup can’t be opened, and there is no way to reset it. Keep it where you find it
        when this computer is gone.
      </Note>
      {busy && <Progress word="Values read" />}
    </Dialog>
  );
}

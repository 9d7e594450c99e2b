import { useRef } from 'react';
import { leastPassphrase } from '../../../electron/ipc/page-tables.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { formatProblem } from '../../ui/field-errors.ts';
import { ErrorNote, Note } from '../../ui/note.tsx';
import { PassphraseField, readPassphrase } from '../../ui/passphrase-field.tsx';
import { count } from '../../ui/time.ts';
import { notify, notifyDone } from '../../ui/toast-store.ts';
import { useCall } from '../../ui/use-call.ts';
import { useFormProblems } from '../../ui/use-form-problems.ts';
import type { Result } from '../../vault-client.ts';
import { Progress } from './progress.tsx';

/** Everything in one encrypted file, at a place that is chosen in the system's own dialog. */
export function SaveBackup({ onClose }: { onClose: () => void }) {
  const typed = useRef<HTMLInputElement>(null);
  const problems = useFormProblems();
  const { isPending, run } = useCall(problems);

  function save(): void {
    problems.clear();
    const passphrase = readPassphrase(typed);
    if ([...passphrase].length < leastPassphrase) {
      problems.mark({ passphrase: formatProblem('PASSPHRASE_WEAK', { least: leastPassphrase }) });
      return;
    }
    // Null where it was closed without a place: nothing happened, and the form is as it was.
    run((clavis) => clavis.backup.save({ passphrase }), {
      done: (saved) => saved && notifySaved(saved),
      next: (saved) => saved && onClose(),
    });
  }

  return (
    <Dialog
      title="Back up"
      onClose={onClose}
      onSubmit={save}
      form={problems.form}
      error={<ErrorNote error={problems.error} />}
      actions={
        <Button kind="primary" type="submit" icon="save" busy={isPending}>
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
      {isPending && <Progress word="Values read" />}
    </Dialog>
  );
}

function notifySaved({ file, keys, missing, inTrash }: NonNullable<Result<'backup.save'>>): void {
  const left = inTrash === 0 ? '' : ` ${count(inTrash, 'key')} in Trash left out.`;
  if (missing.length === 0) notifyDone(`${count(keys, 'key')} backed up to ${file}.${left}`);
  else {
    const text = `${count(keys, 'key')} backed up to ${file}.${left} Left out, for the keychain has no value: ${missing.join(', ')}.`;
    notify({ tone: 'plain', icon: 'alert', text, until: null });
  }
}

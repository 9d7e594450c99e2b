import { useRef } from 'react';
import { leastPassphrase } from '../../../electron/ipc/page-tables.ts';
import * as words from '../../../electron/messages/window.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { formatProblem } from '../../ui/field-errors.ts';
import { inParts } from '../../ui/in-parts.ts';
import { ErrorNote, Note } from '../../ui/note.tsx';
import { PassphraseField, readPassphrase } from '../../ui/passphrase-field.tsx';

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
      title={words.backup.backUp}
      onClose={onClose}
      onSubmit={save}
      form={problems.form}
      error={<ErrorNote error={problems.error} />}
      actions={
        <Button kind="primary" type="submit" icon="save" busy={isPending}>
          {words.backup.submit}
        </Button>
      }
    >
      <p className="lead">{inParts(words.backup.lead(<code>age</code>))}</p>
      <div className="fields">
        <PassphraseField
          label={words.backup.passphrase}
          input={typed}
          hint={words.backup.passphraseHint(leastPassphrase)}
          error={problems.fields['passphrase']}
          onChange={() => problems.clearField('passphrase')}
        />
      </div>
      <Note tone="due" icon="alert">
        {words.backup.noReset}
      </Note>
      {isPending && <Progress word={words.backup.valuesRead} />}
    </Dialog>
  );
}

function notifySaved({ file, keys, missing, inTrash }: NonNullable<Result<'backup.save'>>): void {
  const left = inTrash === 0 ? '' : words.backup.inTrash(inTrash);
  if (missing.length === 0) notifyDone(words.backup.saved(keys, file, left));
  else {
    const text = words.backup.savedWithout(keys, file, left, missing.join(', '));
    notify({ tone: 'plain', icon: 'alert', text, until: null });
  }
}

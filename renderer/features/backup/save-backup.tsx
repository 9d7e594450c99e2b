import { useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote, Note } from '../../ui/note.tsx';
import { PassphraseField, takePassphrase } from '../../ui/passphrase-field.tsx';
import { count } from '../../ui/time.ts';
import { notify, notifyDone } from '../../ui/toast-store.ts';
import { ask, type CallError } from '../../vault-client.ts';
import { Progress } from './progress.tsx';

const shortest = 12;

/** Everything in one encrypted file, at a place that is chosen in the system's own dialog. */
export function SaveBackup({ onClose }: { onClose: () => void }) {
  const typed = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<'empty' | 'short' | 'fits'>('empty');
  const [error, setError] = useState<CallError | null>(null);
  const [busy, setBusy] = useState(false);

  function look(): void {
    const { length } = typed.current?.value ?? '';
    if (length === 0) setState('empty');
    else setState(length < shortest ? 'short' : 'fits');
  }

  async function save(): Promise<void> {
    if (busy || state !== 'fits') return;
    const passphrase = takePassphrase(typed);
    setState('empty');
    setBusy(true);
    setError(null);
    const answer = await ask((clavis) => clavis.backup.save({ passphrase }));
    setBusy(false);
    if (!answer.ok) {
      setError(answer.error);
      return;
    }
    // Closed without a place: the passphrase has to be typed again, or the window would have had to keep it.
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

  const hint =
    state === 'short'
      ? `${shortest} characters or more.`
      : 'A few words that belong together for you alone. Clavis asks for it again before the file is saved.';
  return (
    <Dialog
      title="Back up"
      onClose={onClose}
      onSubmit={() => void save()}
      error={<ErrorNote error={error} />}
      actions={
        <Button kind="primary" type="submit" icon="save" busy={busy} disabled={!busy && state !== 'fits'}>
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
        <PassphraseField label="Passphrase" input={typed} hint={hint} onChange={look} />
      </div>
      <Note tone="due" icon="alert">
        Without the passphrase the backup can’t be opened, and there is no way to reset it. Keep it where you find it
        when this computer is gone.
      </Note>
      {busy && <Progress word="Values read" />}
    </Dialog>
  );
}

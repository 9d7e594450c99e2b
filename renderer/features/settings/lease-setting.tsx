import { type FormEvent, useEffect, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { sayDone } from '../../ui/toast-store.ts';
import { ask, type CallError } from '../../vault-client.ts';

const shortest = 5;
const longest = 300;

/** How long a copied value stays on the clipboard, 5 to 300 seconds. */
export function LeaseSetting() {
  const [kept, setKept] = useState<number | null>(null);
  const [text, setText] = useState('');
  const [error, setError] = useState<CallError | null>(null);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    void ask((clavis) => clavis.settings.get({})).then((answer) => {
      if (!answer.ok) {
        setError(answer.error);
        return;
      }
      setKept(answer.value.leaseSeconds);
      setText(String(answer.value.leaseSeconds));
    });
  }, []);

  const seconds = Number(text);
  const fits = Number.isInteger(seconds) && seconds >= shortest && seconds <= longest;

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!fits || busy || seconds === kept) return;
    setBusy(true);
    setError(null);
    const answer = await ask((clavis) => clavis.settings.set({ leaseSeconds: seconds }));
    setBusy(false);
    if (!answer.ok) {
      setError(answer.error);
      if (kept !== null) setText(String(kept));
      return;
    }
    setKept(answer.value.leaseSeconds);
    setText(String(answer.value.leaseSeconds));
    sayDone(`A copied value stays ${answer.value.leaseSeconds} s.`);
  }

  return (
    <form className="setting" aria-label="Clipboard" onSubmit={(event) => void save(event)} noValidate>
      <h3>Clipboard</h3>
      <div className="setting-line">
        <TextField
          label="Seconds a copied value stays"
          className="field-seconds"
          type="number"
          inputMode="numeric"
          min={shortest}
          max={longest}
          value={text}
          aria-invalid={text !== '' && !fits}
          onChange={setText}
          disabled={kept === null}
          aria-describedby="lease-hint"
        />
        <Button
          type="submit"
          kind={fits && seconds !== kept ? 'primary' : 'plain'}
          busy={busy}
          disabled={!fits || seconds === kept}
        >
          Save
        </Button>
      </div>
      <p className="hint" id="lease-hint">
        {fits || text === ''
          ? 'Then Clavis clears the clipboard. A longer time than now asks first.'
          : `From ${shortest} to ${longest} seconds.`}
      </p>
      <ErrorNote error={error} />
    </form>
  );
}

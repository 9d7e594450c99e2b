import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { useResource } from '../../use-resource.ts';
import { ask, type CallError } from '../../vault-client.ts';
import { lock } from '../../vault-data.ts';

/** All that there is in the window while it is locked, and what unlocking is worth here. */
export function LockScreen() {
  const checks = useResource(lock).value?.checks === true;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);

  async function unlock(): Promise<void> {
    setBusy(true);
    setError(null);
    const answer = await ask((clavis) => clavis.lock.unlock({}));
    setBusy(false);
    if (answer.ok) lock.set(answer.value);
    else setError(answer.error);
  }

  return (
    <main className="lock">
      <div className="lock-top" />
      <div className="lock-body">
        <span className="lock-mark" aria-hidden="true">
          <Icon name="lock" />
        </span>
        <h1>Clavis is locked</h1>
        <p className="lock-worth">
          {checks
            ? 'Touch ID is asked before anything is shown.'
            : 'This hides the list; it doesn’t check who is there. Your keychain and your screen lock do.'}
        </p>
        <Button kind="primary" className="lock-open" busy={busy} autoFocus onClick={() => void unlock()}>
          {busy && checks ? 'Waiting for Touch ID' : 'Unlock'}
        </Button>
        <ErrorNote error={error} />
      </div>
    </main>
  );
}

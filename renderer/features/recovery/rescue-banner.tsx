import { useEffect, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { dateAndClock } from '../../ui/time.ts';
import { ask, type RescueView } from '../../vault-client.ts';

/** After a start that had to rebuild the vault: from what, and where the damaged file is. */
export function RescueBanner({ onRecover }: { onRecover: () => void }) {
  const [rescue, setRescue] = useState<RescueView | null>(null);
  useEffect(() => {
    void ask((clavis) => clavis.recovery.report({})).then((answer) => {
      if (answer.ok) setRescue(answer.value);
    });
  }, []);
  if (rescue === null) return null;
  const { aside, copyFrom } = rescue;
  return (
    <div className="banner" role="alert">
      <Note
        tone="due"
        icon="alert"
        actions={
          <>
            <Button kind="quiet" onClick={() => setRescue(null)}>
              Close
            </Button>
            <Button onClick={onRecover}>Look for lost keys</Button>
          </>
        }
      >
        <strong>{copyFrom === null ? 'Your list began anew.' : 'Your list was rebuilt.'}</strong>{' '}
        {copyFrom === null
          ? 'The vault’s database was damaged, and there was no copy of it.'
          : `The vault’s database was damaged; this is its copy of ${dateAndClock(copyFrom)}. What changed since is missing.`}{' '}
        Values in your keychain are untouched.
        {aside && (
          <>
            {' '}
            The damaged file is kept as <span className="mono">{aside}</span>.
          </>
        )}
      </Note>
    </div>
  );
}

import { useEffect, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { dateAndClock } from '../../ui/time.ts';
import { useCall } from '../../ui/use-call.ts';
import type { RepairView } from '../../vault-client.ts';

/** After a start that had to rebuild the vault: from what, and where the damaged file is. */
export function RepairBanner({ onRecover }: { onRecover: () => void }) {
  const [repair, setRepair] = useState<RepairView | null>(null);
  const { run } = useCall();
  useEffect(() => run((clavis) => clavis.recovery.report({}), { next: setRepair }), [run]);
  if (repair === null) return null;
  const { aside, copyFrom } = repair;
  return (
    <div className="banner" role="alert">
      <Note
        tone="due"
        icon="alert"
        actions={
          <>
            <Button kind="quiet" onClick={() => setRepair(null)}>
              Close
            </Button>
            <Button onClick={onRecover}>Look for lost keys</Button>
          </>
        }
      >
        <strong>{copyFrom === null ? 'Your list started empty.' : 'Your list was rebuilt.'}</strong>{' '}
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

import { useEffect, useState } from 'react';
import * as words from '../../../electron/messages/window.ts';
import { Button } from '../../ui/button.tsx';
import { inParts } from '../../ui/in-parts.ts';
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
              {words.common.close}
            </Button>
            <Button onClick={onRecover}>{words.recovery.title}</Button>
          </>
        }
      >
        <strong>{copyFrom === null ? words.repair.startedEmpty : words.repair.rebuilt}</strong>{' '}
        {copyFrom === null ? words.repair.noCopy : words.repair.fromCopy(dateAndClock(copyFrom))}{' '}
        {words.repair.untouched}
        {aside && inParts(words.repair.keptAs(<span className="mono">{aside}</span>))}
      </Note>
    </div>
  );
}

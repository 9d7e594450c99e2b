import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { runAction } from '../../ui/run-action.ts';
import { count } from '../../ui/time.ts';
import { notify, notifyDone } from '../../ui/toast-store.ts';

/** The log of failures, for the person to send, among the settings. */
export function DiagnosticsSection() {
  const [busy, setBusy] = useState(false);

  async function copy(): Promise<void> {
    setBusy(true);
    const copied = await runAction({ name: 'diagnostics', call: (clavis) => clavis.diagnostics.copy({}) });
    setBusy(false);
    if (copied === null) return;
    const { entries } = copied.value;
    if (entries > 0) notifyDone(`Copied: ${count(entries, 'entry', 'entries')}.`);
    else notify({ tone: 'plain', text: 'Nothing to copy: no failure was noted.' });
  }

  return (
    <section className="setting" aria-label="Diagnostics">
      <h3>Diagnostics</h3>
      <p className="none">
        Clavis notes failures that nobody waits for in a file on this computer: when, where in its code, and of what
        kind. No value, no name, no path. Nothing is sent; a copy is yours to look at, and to add to a report.
      </p>
      <div className="setting-actions">
        <Button icon="copy" busy={busy} onClick={() => void copy()}>
          Copy diagnostics
        </Button>
      </div>
    </section>
  );
}

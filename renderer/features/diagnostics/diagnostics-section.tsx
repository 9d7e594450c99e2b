import { useState } from 'react';
import * as words from '../../../electron/messages/window.ts';
import { Button } from '../../ui/button.tsx';
import { runAction } from '../../ui/run-action.ts';

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
    if (entries > 0) notifyDone(words.diagnostics.copied(entries));
    else notify({ tone: 'plain', text: words.diagnostics.nothing });
  }

  return (
    <section className="setting" aria-label={words.diagnostics.title}>
      <h3>{words.diagnostics.title}</h3>
      <p className="none">{words.diagnostics.lead}</p>
      <div className="setting-actions">
        <Button icon="copy" busy={busy} onClick={() => void copy()}>
          {words.diagnostics.copy}
        </Button>
      </div>
    </section>
  );
}

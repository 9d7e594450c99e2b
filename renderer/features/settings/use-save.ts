import { useState } from 'react';
import { ask, type CallError, type SettingsView } from '../../vault-client.ts';
import { settings } from '../../vault-data.ts';

export interface Saving {
  /** Main has it, or asks the person about it in a dialog of its own. */
  readonly busy: boolean;
  readonly error: CallError | null;
  /** Whether it is kept. What is refused changes nothing, and what is shown stays what is kept. */
  readonly save: (wanted: Partial<SettingsView>) => Promise<boolean>;
}

/** Keeping one setting, and what came of it. */
export function useSave(): Saving {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);

  async function save(wanted: Partial<SettingsView>): Promise<boolean> {
    if (busy) return false;
    setBusy(true);
    setError(null);
    const answer = await ask((clavis) => clavis.settings.set(wanted));
    setBusy(false);
    if (answer.ok) settings.set(answer.value);
    else setError(answer.error);
    return answer.ok;
  }
  return { busy, error, save };
}

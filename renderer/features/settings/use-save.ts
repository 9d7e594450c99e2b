import { useCall } from '../../ui/use-call.ts';
import type { CallError, SettingsView } from '../../vault-client.ts';

interface SaveThen {
  /** It is kept. */
  readonly done: () => void;
  /** It is kept or refused: what is shown is what is kept. */
  readonly next: () => void;
}

export interface Saving {
  /** Main has it, or asks the person about it in a dialog of its own. */
  readonly isPending: boolean;
  readonly error: CallError | null;
  /** What is refused changes nothing, and what is shown stays what is kept. */
  readonly save: (wanted: Partial<SettingsView>, then?: SaveThen) => void;
}

/** Keeping one setting, and what came of it. */
export function useSave(): Saving {
  const { isPending, error, run } = useCall();
  return {
    isPending,
    error,
    save: (wanted, then) =>
      run((clavis) => clavis.settings.set(wanted), {
        done: () => then?.done(),
        next: () => then?.next(),
        failed: () => then?.next(),
      }),
  };
}

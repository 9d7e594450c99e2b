import { ErrorNote } from '../../ui/note.tsx';
import type { CallError } from '../../vault-client.ts';

/** What main refused; a typed value is gone from this window by then, and has to be entered again. */
export function FormError({ error, typed }: { error: CallError | null; typed: boolean }) {
  return (
    <>
      <ErrorNote error={error} />
      {error && typed && <p className="hint again">Enter the value again: this window does not keep it.</p>}
    </>
  );
}

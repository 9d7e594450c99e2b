import { type ReactNode, useId } from 'react';
import { ErrorNote } from '../../ui/note.tsx';
import type { CallError } from '../../vault-client.ts';

export interface OptionWords {
  readonly label: string;
  /** Its effect, in a line. */
  readonly hint: ReactNode;
}

interface OptionProps extends OptionWords {
  readonly error: CallError | null;
  /** Gets the ids that tie the words to the control. */
  readonly children: (ids: { id: string; 'aria-describedby': string }) => ReactNode;
}

/** One setting: what it is and does, and its control next to. */
export function Option({ label, hint, error, children }: OptionProps) {
  const id = useId();
  return (
    <div className="setting-row">
      <div className="setting-words">
        <label htmlFor={id}>{label}</label>
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      </div>
      <div className="setting-control">{children({ id, 'aria-describedby': `${id}-hint` })}</div>
      <ErrorNote error={error} />
    </div>
  );
}

/** Settings of one kind under their heading. */
export function OptionGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="setting" aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

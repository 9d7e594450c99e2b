import type { ReactNode } from 'react';
import type { CallError } from '../vault-client.ts';
import { Icon, type IconName } from './icons.tsx';
import { Said } from './said.tsx';

export type Tone = 'plain' | 'due' | 'bad' | 'good';

interface NoteProps {
  readonly tone?: Tone;
  readonly icon: IconName;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

/** Something to know about what is shown, with what can be done about it. */
export function Note({ tone = 'plain', icon, children, actions }: NoteProps) {
  return (
    <div className={`note note-${tone}`}>
      <Icon name={icon} />
      <div className="note-text">{children}</div>
      {actions && <div className="note-actions">{actions}</div>}
    </div>
  );
}

/** What main said went wrong, next to what failed. The code is small and last. */
export function ErrorNote({ error, actions }: { error: CallError | null; actions?: ReactNode }) {
  return (
    <div role="alert">
      {error && (
        <Note tone="bad" icon="stop" actions={actions}>
          <Said text={error.message} /> <span className="code">{error.code}</span>
        </Note>
      )}
    </div>
  );
}

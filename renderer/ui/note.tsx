import type { ReactNode } from 'react';
import type { CallError } from '../vault-client.ts';
import { ErrorDetails } from './error-details.tsx';
import { Icon, type IconName } from './icons.tsx';
import { Said } from './said.tsx';
import { isSilent } from './silent-errors.ts';

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

/** What main said went wrong, next to what failed; nothing of what the person knows already. */
export function ErrorNote({ error, actions }: { error: CallError | null; actions?: ReactNode }) {
  return (
    <div role="alert">
      {error && !isSilent(error) && (
        <Note {...looks(error)} actions={actions}>
          <Said text={error.message} />
          <ErrorDetails code={error.code} />
        </Note>
      )}
    </div>
  );
}

/** A backup whose passphrase was not repeated was called off, or mistyped: that is no failure of anything. */
function looks({ code }: CallError): { tone: Tone; icon: IconName } {
  return code === 'BACKUP_NOT_CONFIRMED' ? { tone: 'plain', icon: 'info' } : { tone: 'bad', icon: 'stop' };
}

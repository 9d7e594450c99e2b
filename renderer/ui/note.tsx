import type { ReactNode } from 'react';
import type { CallError } from '../vault-client.ts';
import { ErrorDetails } from './error-details.tsx';
import { Icon, type IconName } from './icons.tsx';
import { Said } from './said.tsx';
import { isCalledOff, isSilent } from './silent-errors.ts';

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
  return <div role="alert">{error && !isSilent(error) && <ErrorText error={error} actions={actions} />}</div>;
}

function ErrorText({ error, actions }: { error: CallError; actions: ReactNode }) {
  const isFailure = !isCalledOff(error);
  return (
    <Note tone={isFailure ? 'bad' : 'plain'} icon={isFailure ? 'stop' : 'info'} actions={actions}>
      <Said text={error.message} />
      {isFailure && <ErrorDetails code={error.code} />}
    </Note>
  );
}

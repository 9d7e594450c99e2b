import { type FormEvent, type ReactNode, useId } from 'react';
import * as words from '../../../electron/messages/window.ts';
import { Button } from '../../ui/button.tsx';
import type { IconName } from '../../ui/icons.tsx';
import type { SharedProps } from './use-question.ts';

interface Props extends Pick<SharedProps, 'isReady' | 'isPending' | 'problem'> {
  readonly title: string;
  readonly lead: ReactNode;
  readonly children: ReactNode;
  /** What the one button that agrees says, and what it says while main tries what was typed. */
  readonly action: { readonly icon: IconName; readonly words: string; readonly pending: string };
  /** Whether there is something to be sent. */
  readonly isFilled: boolean;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
}

/** A question that is answered by typing: nothing is sent before main takes an answer. */
export function QuestionForm(props: Props) {
  const { title, lead, children, action, isReady, isPending, isFilled, problem, onSubmit, onCancel } = props;
  const titleId = useId();
  const leadId = useId();

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (isReady && !isPending && isFilled) onSubmit();
  }

  return (
    <form
      className="question"
      role="dialog"
      aria-modal="true"
      aria-labelledby={titleId}
      aria-describedby={leadId}
      onSubmit={submit}
      noValidate
    >
      <header className="question-head">
        <h1 id={titleId}>{title}</h1>
        <p id={leadId} className="lead">
          {lead}
        </p>
      </header>
      <div className="question-body question-form">{children}</div>
      {problem}
      <footer className="question-foot">
        <Button held={!isReady} onClick={onCancel}>
          {words.common.cancel}
        </Button>
        <Button kind="primary" icon={action.icon} type="submit" held={!isReady || !isFilled} busy={isPending}>
          {isPending ? action.pending : action.words}
        </Button>
      </footer>
    </form>
  );
}

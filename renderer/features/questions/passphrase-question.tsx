import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import type { PassphraseView } from '../../question-client.ts';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { PassphraseField, takePassphrase } from '../../ui/passphrase-field.tsx';
import { count } from '../../ui/time.ts';
import type { SharedProps } from './use-question.ts';

type Props = { readonly question: PassphraseView } & SharedProps;

/** The passphrase of a backup once again: only the one who typed it first can. */
export function PassphraseQuestion({ question, isReady, isPending, problem, answer }: Props) {
  const { questionId, file, wrong, triesLeft } = question;
  const input = useRef<HTMLInputElement>(null);
  const [isEmpty, setEmpty] = useState(true);
  const titleId = useId();
  const leadId = useId();

  // What was typed stays until main has taken it: an answer that came too early is not lost.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time it is asked, in an empty field
  useEffect(() => {
    takePassphrase(input);
    setEmpty(true);
    input.current?.focus();
  }, [questionId]);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!isReady || isPending || isEmpty) return;
    answer({ questionId, kind: 'passphrase', passphrase: input.current?.value ?? '' });
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
        <h1 id={titleId}>Type the passphrase of this backup again</h1>
        <p id={leadId} className="lead">
          <code>{file}</code> is saved only if it opens with what you type here.
        </p>
      </header>
      <div className="question-body question-form">
        <PassphraseField
          label="Passphrase"
          input={input}
          {...(wrong || isPending ? {} : { hint: 'A backup that is there already stays as it is until then.' })}
          onChange={() => setEmpty(input.current?.value === '')}
        />
        <div role="alert">
          {wrong && !isPending && (
            <Note tone="bad" icon="stop">
              <strong>Passphrases don’t match.</strong> {formatTries(triesLeft)}
            </Note>
          )}
        </div>
      </div>
      {problem}
      <footer className="question-foot">
        <Button held={!isReady} onClick={() => answer({ questionId, kind: 'no' })}>
          Cancel
        </Button>
        <Button kind="primary" icon="save" type="submit" held={!isReady || isEmpty} busy={isPending}>
          {isPending ? 'Opening backup…' : 'Save backup'}
        </Button>
      </footer>
    </form>
  );
}

function formatTries(left: number): string {
  return left === 1 ? '1 try left, then it is not saved.' : `${count(left, 'try', 'tries')} left.`;
}

import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import * as words from '../../../electron/messages/window.ts';
import type { PassphraseView } from '../../question-client.ts';
import { Button } from '../../ui/button.tsx';
import { inParts } from '../../ui/in-parts.ts';
import { Note } from '../../ui/note.tsx';
import { PassphraseField, takePassphrase } from '../../ui/passphrase-field.tsx';

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
        <h1 id={titleId}>{words.passphraseQuestion.title}</h1>
        <p id={leadId} className="lead">
          {inParts(words.passphraseQuestion.lead(<code>{file}</code>))}
        </p>
      </header>
      <div className="question-body question-form">
        <PassphraseField
          label={words.passphraseQuestion.passphrase}
          input={input}
          {...(wrong || isPending ? {} : { hint: words.passphraseQuestion.keptUntilThen })}
          onChange={() => setEmpty(input.current?.value === '')}
        />
        <div role="alert">
          {wrong && !isPending && (
            <Note tone="bad" icon="stop">
              <strong>{words.passphraseQuestion.wrong}</strong> {formatTries(triesLeft)}
            </Note>
          )}
        </div>
      </div>
      {problem}
      <footer className="question-foot">
        <Button held={!isReady} onClick={() => answer({ questionId, kind: 'no' })}>
          {words.common.cancel}
        </Button>
        <Button kind="primary" icon="save" type="submit" held={!isReady || isEmpty} busy={isPending}>
          {isPending ? words.passphraseQuestion.opening : words.passphraseQuestion.save}
        </Button>
      </footer>
    </form>
  );
}

function formatTries(left: number): string {
  return left === 1 ? words.passphraseQuestion.lastTry : words.passphraseQuestion.triesLeft(left);
}

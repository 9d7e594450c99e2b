import { useRef, useState } from 'react';
import { leastPassphrase } from '../../../electron/ipc/page-tables.ts';
import * as words from '../../../electron/messages/window.ts';
import type { NewPassphraseView } from '../../question-client.ts';
import { formatProblem } from '../../ui/field-errors.ts';
import { Note } from '../../ui/note.tsx';
import { PassphraseField, readPassphrase } from '../../ui/passphrase-field.tsx';
import { QuestionForm } from './question-form.tsx';
import type { SharedProps } from './use-question.ts';
import { useTypedAnswer } from './use-typed-answer.ts';

type Props = { readonly question: NewPassphraseView } & SharedProps;
const texts = {
  create: {
    title: words.passphraseVault.createTitle,
    lead: words.passphraseVault.createLead,
    action: { icon: 'shield', words: words.passphraseVault.create, pending: words.passphraseVault.creating },
  },
  change: {
    title: words.passphraseVault.changeTitle,
    lead: words.passphraseVault.changeLead,
    action: { icon: 'shield', words: words.passphraseVault.changeNow, pending: words.passphraseVault.changing },
  },
  move: {
    title: words.passphraseVault.moveTitle,
    lead: words.passphraseVault.moveLead,
    action: { icon: 'shield', words: words.passphraseVault.moveNow, pending: words.passphraseVault.creating },
  },
} as const;

type Problems = { readonly first?: string; readonly again?: string };

/** Says what a passphrase vault protects and what not, and takes its passphrase, typed twice. */
export function NewPassphraseQuestion({ question, isReady, isPending, problem, answer }: Props) {
  const { questionId, purpose } = question;
  const { input, isEmpty, changed } = useTypedAnswer(questionId);
  const again = useRef<HTMLInputElement>(null);
  const [problems, setProblems] = useState<Problems>({});

  function submit(): void {
    const passphrase = readPassphrase(input);
    const found = problemsOf(passphrase, readPassphrase(again));
    setProblems(found);
    if (found.first) input.current?.focus();
    else if (found.again) again.current?.focus();
    else answer({ questionId, kind: 'new-passphrase', passphrase });
  }

  return (
    <QuestionForm
      {...texts[purpose]}
      isFilled={!isEmpty}
      onSubmit={submit}
      onCancel={() => answer({ questionId, kind: 'no' })}
      {...{ isReady, isPending, problem }}
    >
      <ul className="question-facts">
        <li>
          <strong>{words.passphraseVault.protects}</strong> {words.passphraseVault.protectsWhat}
        </li>
        <li>
          <strong>{words.passphraseVault.protectsNot}</strong> {words.passphraseVault.protectsNotWhat}
        </li>
      </ul>
      <PassphraseField
        label={words.passphraseVault.passphrase}
        input={input}
        hint={words.passphraseVault.leastLength(leastPassphrase)}
        error={problems.first}
        onChange={() => {
          changed();
          setProblems({});
        }}
      />
      <PassphraseField
        label={words.passphraseVault.repeat}
        input={again}
        error={problems.again}
        onChange={() => setProblems({})}
      />
      <Note tone="due" icon="alert">
        {words.passphraseVault.noReset}
      </Note>
    </QuestionForm>
  );
}

function problemsOf(passphrase: string, again: string): Problems {
  if ([...passphrase].length < leastPassphrase)
    return { first: formatProblem('PASSPHRASE_WEAK', { least: leastPassphrase }) };
  return passphrase === again ? {} : { again: words.passphraseVault.different };
}

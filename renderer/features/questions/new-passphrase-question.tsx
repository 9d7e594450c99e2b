import { useRef, useState } from 'react';
import { leastPassphrase } from '../../../electron/ipc/page-tables.ts';
import type { NewPassphraseView } from '../../question-client.ts';
import { formatProblem } from '../../ui/field-errors.ts';
import { Note } from '../../ui/note.tsx';
import { PassphraseField, readPassphrase } from '../../ui/passphrase-field.tsx';
import { QuestionForm } from './question-form.tsx';
import type { SharedProps } from './use-question.ts';
import { useTypedAnswer } from './use-typed-answer.ts';

type Props = { readonly question: NewPassphraseView } & SharedProps;
const words = {
  create: {
    title: 'Keep values in a passphrase vault',
    lead: 'This computer has no keychain that Clavis can use. A passphrase vault keeps your values in one file in Clavis’ own folder, each sealed with AES-256 under a key that only your passphrase opens.',
    action: { icon: 'shield', words: 'Create vault', pending: 'Creating vault…' },
  },
  change: {
    title: 'Choose a new passphrase',
    lead: 'It opens the file of your values from now on. Copies of that file that were made before still open with the passphrase there was.',
    action: { icon: 'shield', words: 'Change passphrase', pending: 'Changing…' },
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
      {...words[purpose]}
      isFilled={!isEmpty}
      onSubmit={submit}
      onCancel={() => answer({ questionId, kind: 'no' })}
      {...{ isReady, isPending, problem }}
    >
      <ul className="question-facts">
        <li>
          <strong>Protects</strong> the values when the file is copied or the disk is stolen, and while Clavis is
          locked.
        </li>
        <li>
          <strong>Does not protect</strong> them from other programs of yours while Clavis is unlocked, nor hide the
          names of your keys.
        </li>
      </ul>
      <PassphraseField
        label="Passphrase"
        input={input}
        hint={`${leastPassphrase} characters or more, such as a few words.`}
        error={problems.first}
        onChange={() => {
          changed();
          setProblems({});
        }}
      />
      <PassphraseField
        label="Repeat passphrase"
        input={again}
        error={problems.again}
        onChange={() => setProblems({})}
      />
      <Note tone="due" icon="alert">
        You type it after each start and each lock. Without it nobody can open the values, and there is no way to reset
        it.
      </Note>
    </QuestionForm>
  );
}

function problemsOf(passphrase: string, again: string): Problems {
  if ([...passphrase].length < leastPassphrase)
    return { first: formatProblem('PASSPHRASE_WEAK', { least: leastPassphrase }) };
  return passphrase === again ? {} : { again: 'Passphrases don’t match.' };
}

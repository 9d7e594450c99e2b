import type { PassphraseView } from '../../question-client.ts';
import { Note } from '../../ui/note.tsx';
import { PassphraseField, readPassphrase } from '../../ui/passphrase-field.tsx';
import { count } from '../../ui/time.ts';
import { QuestionForm } from './question-form.tsx';
import type { SharedProps } from './use-question.ts';
import { useTypedAnswer } from './use-typed-answer.ts';

type Props = { readonly question: PassphraseView } & SharedProps;

/** The passphrase of a backup once again: only the one who typed it first can. */
export function PassphraseQuestion({ question, isReady, isPending, problem, answer }: Props) {
  const { questionId, file, wrong, triesLeft } = question;
  const { input, isEmpty, changed } = useTypedAnswer(questionId);
  return (
    <QuestionForm
      title="Type the passphrase of this backup again"
      lead={
        <>
          <code>{file}</code> is saved only if it opens with what you type here.
        </>
      }
      action={{ icon: 'save', words: 'Save backup', pending: 'Opening backup…' }}
      isFilled={!isEmpty}
      onSubmit={() => answer({ questionId, kind: 'passphrase', passphrase: readPassphrase(input) })}
      onCancel={() => answer({ questionId, kind: 'no' })}
      {...{ isReady, isPending, problem }}
    >
      <PassphraseField
        label="Passphrase"
        input={input}
        {...(wrong || isPending ? {} : { hint: 'A backup that is there already stays as it is until then.' })}
        onChange={changed}
      />
      <div role="alert">
        {wrong && !isPending && (
          <Note tone="bad" icon="stop">
            <strong>Passphrases don’t match.</strong> {formatTries(triesLeft)}
          </Note>
        )}
      </div>
    </QuestionForm>
  );
}

function formatTries(left: number): string {
  return left === 1 ? '1 try left, then it is not saved.' : `${count(left, 'try', 'tries')} left.`;
}

import * as words from '../../../electron/messages/window.ts';
import type { PassphraseView } from '../../question-client.ts';
import { inParts } from '../../ui/in-parts.ts';
import { Note } from '../../ui/note.tsx';
import { PassphraseField, readPassphrase } from '../../ui/passphrase-field.tsx';
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
      title={words.passphraseQuestion.title}
      lead={inParts(words.passphraseQuestion.lead(<code>{file}</code>))}
      action={{ icon: 'save', words: words.passphraseQuestion.save, pending: words.passphraseQuestion.opening }}
      isFilled={!isEmpty}
      onSubmit={() => answer({ questionId, kind: 'passphrase', passphrase: readPassphrase(input) })}
      onCancel={() => answer({ questionId, kind: 'no' })}
      {...{ isReady, isPending, problem }}
    >
      <PassphraseField
        label={words.passphraseQuestion.passphrase}
        input={input}
        {...(wrong || isPending ? {} : { hint: words.passphraseQuestion.keptUntilThen })}
        onChange={changed}
      />
      <div role="alert">
        {wrong && !isPending && (
          <Note tone="bad" icon="stop">
            <strong>{words.passphraseQuestion.wrong}</strong> {formatTries(triesLeft)}
          </Note>
        )}
      </div>
    </QuestionForm>
  );
}

function formatTries(left: number): string {
  return left === 1 ? words.passphraseQuestion.lastTry : words.passphraseQuestion.triesLeft(left);
}

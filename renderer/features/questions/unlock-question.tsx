import type { UnlockView } from '../../question-client.ts';
import { Note } from '../../ui/note.tsx';
import { PassphraseField, readPassphrase } from '../../ui/passphrase-field.tsx';
import { count } from '../../ui/time.ts';
import { QuestionForm } from './question-form.tsx';
import type { SharedProps } from './use-question.ts';
import { useSecondsLeft } from './use-seconds-left.ts';
import { useTypedAnswer } from './use-typed-answer.ts';

type Props = { readonly question: UnlockView } & SharedProps;

const words = {
  unlock: {
    title: 'Unlock Clavis',
    lead: 'Your values are sealed with your passphrase.',
    action: { icon: 'lock', words: 'Unlock', pending: 'Unlocking…' },
  },
  change: {
    title: 'Type your passphrase first',
    lead: 'Then you choose the one that opens your values from now on.',
    action: { icon: 'right', words: 'Go on', pending: 'Trying…' },
  },
} as const;

/** What an answer waits for anyway is no pause. */
const noPauseMs = 1_000;

/** The passphrase that opens the vault. After a wrong one main takes none for a while, which is said. */
export function UnlockQuestion({ question, isReady, isPending, problem, answer }: Props) {
  const { questionId, purpose, wrong, waitMs } = question;
  const { input, isEmpty, changed } = useTypedAnswer(questionId);
  const seconds = useSecondsLeft(waitMs > noPauseMs ? waitMs : 0, questionId);
  const pause = seconds > 0 && `You can try again in ${count(seconds, 'second')}.`;
  return (
    <QuestionForm
      {...words[purpose]}
      isFilled={!isEmpty}
      onSubmit={() => answer({ questionId, kind: 'unlock', passphrase: readPassphrase(input) })}
      onCancel={() => answer({ questionId, kind: 'no' })}
      {...{ isReady, isPending, problem }}
    >
      <PassphraseField label="Passphrase" input={input} onChange={changed} />
      <div role="alert">
        {!isPending && (wrong || pause) && (
          <Note tone="bad" icon="stop">
            <strong>{wrong ? 'That is not the passphrase.' : 'After wrong passphrases Clavis waits.'}</strong> {pause}
          </Note>
        )}
      </div>
    </QuestionForm>
  );
}

import * as words from '../../../electron/messages/window.ts';
import type { UnlockView } from '../../question-client.ts';
import { Note } from '../../ui/note.tsx';
import { PassphraseField, readPassphrase } from '../../ui/passphrase-field.tsx';
import { QuestionForm } from './question-form.tsx';
import type { SharedProps } from './use-question.ts';
import { useSecondsLeft } from './use-seconds-left.ts';
import { useTypedAnswer } from './use-typed-answer.ts';

type Props = { readonly question: UnlockView } & SharedProps;

const texts = {
  unlock: {
    title: words.passphraseVault.unlockTitle,
    lead: words.passphraseVault.unlockLead,
    action: { icon: 'lock', words: words.passphraseVault.unlock, pending: words.passphraseVault.unlocking },
  },
  change: {
    title: words.passphraseVault.confirmTitle,
    lead: words.passphraseVault.confirmLead,
    action: { icon: 'right', words: words.passphraseVault.goOn, pending: words.passphraseVault.trying },
  },
  move: {
    title: words.passphraseVault.moveConfirmTitle,
    lead: words.passphraseVault.moveConfirmLead,
    action: { icon: 'right', words: words.passphraseVault.moveNow, pending: words.passphraseVault.trying },
  },
} as const;

/** What an answer waits for anyway is no pause. */
const noPauseMs = 1_000;

/** The passphrase that opens the vault. After a wrong one main takes none for a while, which is said. */
export function UnlockQuestion({ question, isReady, isPending, problem, answer }: Props) {
  const { questionId, purpose, wrong, waitMs } = question;
  const { input, isEmpty, changed } = useTypedAnswer(questionId);
  const seconds = useSecondsLeft(waitMs > noPauseMs ? waitMs : 0, questionId);
  const pause = seconds > 0 && words.passphraseVault.tryAgainIn(seconds);
  return (
    <QuestionForm
      {...texts[purpose]}
      isFilled={!isEmpty}
      onSubmit={() => answer({ questionId, kind: 'unlock', passphrase: readPassphrase(input) })}
      onCancel={() => answer({ questionId, kind: 'no' })}
      {...{ isReady, isPending, problem }}
    >
      <PassphraseField label={words.passphraseVault.passphrase} input={input} onChange={changed} />
      <div role="alert">
        {!isPending && (wrong || pause) && (
          <Note tone="bad" icon="stop">
            <strong>{wrong ? words.passphraseVault.wrong : words.passphraseVault.waits}</strong> {pause}
          </Note>
        )}
      </div>
    </QuestionForm>
  );
}

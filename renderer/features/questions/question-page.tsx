import { useEffect } from 'react';
import type { QuestionView } from '../../question-client.ts';
import { ErrorNote } from '../../ui/note.tsx';
import { isCommand } from '../../ui/shortcuts.ts';
import { NewPassphraseQuestion } from './new-passphrase-question.tsx';
import { PassphraseQuestion } from './passphrase-question.tsx';
import { UnlockQuestion } from './unlock-question.tsx';
import { useQuestion } from './use-question.ts';
import { WriteQuestion } from './write-question.tsx';

/** What main asks in its own window; Escape says no, and so does the system's key for closing a window. */
export function QuestionPage({ first }: { first: QuestionView | null }) {
  const { question, isReady, isPending, error, answer } = useQuestion(first);
  const questionId = question?.questionId;

  useEffect(() => {
    document.documentElement.dataset['ready'] = 'true';
  }, []);

  useEffect(() => {
    if (questionId === undefined) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      const closes = event.key === 'Escape' || (isCommand(event) && event.key.toLowerCase() === 'w');
      if (closes && !event.isComposing && isReady) answer({ questionId, kind: 'no' });
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [questionId, isReady, answer]);

  const problem = error && (
    <div className="question-form">
      <ErrorNote error={error} />
    </div>
  );
  if (!question) return problem;
  const shared = { isReady, isPending, answer, problem };
  switch (question.kind) {
    case 'write':
      return <WriteQuestion question={question} {...shared} />;
    case 'passphrase':
      return <PassphraseQuestion question={question} {...shared} />;
    case 'new-passphrase':
      return <NewPassphraseQuestion question={question} {...shared} />;
    case 'unlock':
      return <UnlockQuestion question={question} {...shared} />;
  }
}

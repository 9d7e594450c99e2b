import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import {
  ask,
  getQuestion,
  type QuestionAnswer,
  type QuestionBridge,
  type QuestionView,
} from '../../question-client.ts';
import type { ErrorPlace } from '../../ui/answering.ts';
import { type PageOfCalls, useAnswering } from '../../ui/use-answering.ts';
import type { CallError } from '../../vault-client.ts';

export interface AskedQuestion {
  readonly question: QuestionView | null;
  /** Main takes an answer now. It decides by its own clock; until then the buttons rest. */
  readonly isReady: boolean;
  /** An answer is on its way, or being tried. */
  readonly isPending: boolean;
  /** Why there is no question, or why an answer did not get through. */
  readonly error: CallError | null;
  readonly answer: (given: QuestionAnswer) => void;
}

/** What every question is drawn with. */
export interface SharedProps extends Pick<AskedQuestion, 'isReady' | 'isPending' | 'answer'> {
  /** Why an answer did not get through, where it did not. */
  readonly problem: ReactNode;
}

/** What main asks, and from when on it takes an answer: each time the window gets the focus it waits again. */
export function useQuestion(first: QuestionView | null): AskedQuestion {
  const [question, setQuestion] = useState(first);
  const [error, show] = useState<CallError | null>(null);
  const timer = useRef(0);
  const place: ErrorPlace = { show, clear: () => show(null) };
  // Main closes this page before it locks.
  const page: PageOfCalls<QuestionBridge> = { ask, isLocked: () => false, notify: show };
  const { read, reset } = useAnswering(page, place);
  const { isPending, run } = useAnswering(page, place);
  // Of its own: a no need not wait for what is being tried.
  const { run: refuse } = useAnswering(page, place);

  const take = useCallback((found: QuestionView | null, look: () => void) => {
    clearTimeout(timer.current);
    setQuestion(found);
    if (found && found.waitMs > 0) timer.current = window.setTimeout(look, found.waitMs);
  }, []);

  const look = useCallback(() => {
    clearTimeout(timer.current);
    read(getQuestion, { next: (found) => take(found, look), failed: () => setQuestion(null) });
  }, [read, take]);

  useEffect(() => {
    look();
    addEventListener('focus', look);
    return () => {
      clearTimeout(timer.current);
      removeEventListener('focus', look);
    };
  }, [look]);

  const answer = useCallback(
    (given: QuestionAnswer) => {
      const send = given.kind === 'no' ? refuse : run;
      // Whether it counted is main's to say: what is asked then tells.
      send(
        async (clavis) => {
          const answered = await clavis.question.answer(given);
          return answered.ok ? getQuestion(clavis) : answered;
        },
        {
          next(found) {
            // What was being read is older.
            reset();
            take(found, look);
          },
        },
      );
    },
    [run, refuse, reset, take, look],
  );

  return { question, isReady: question?.waitMs === 0, isPending, error, answer };
}

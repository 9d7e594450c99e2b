import { useCallback, useEffect, useRef, useState } from 'react';
import { answerQuestion, getQuestion, type QuestionAnswer, type QuestionView } from '../../question-client.ts';

export interface AskedQuestion {
  readonly question: QuestionView | null;
  /** Main takes an answer now. It decides by its own clock; until then the buttons rest. */
  readonly isReady: boolean;
  /** An answer is on its way, or being tried. */
  readonly isBusy: boolean;
  readonly answer: (given: QuestionAnswer) => void;
}

/** What main asks, and from when on it takes an answer: each time the window gets the focus it waits again. */
export function useQuestion(first: QuestionView | null): AskedQuestion {
  const [question, setQuestion] = useState(first);
  const [isBusy, setBusy] = useState(false);
  const timer = useRef(0);
  const looks = useRef(0);

  const look = useCallback(async () => {
    looks.current += 1;
    const mine = looks.current;
    clearTimeout(timer.current);
    const found = await getQuestion();
    if (mine !== looks.current) return;
    setQuestion(found);
    if (found && found.waitMs > 0) timer.current = window.setTimeout(look, found.waitMs);
  }, []);

  useEffect(() => {
    void look();
    addEventListener('focus', look);
    return () => {
      looks.current += 1;
      clearTimeout(timer.current);
      removeEventListener('focus', look);
    };
  }, [look]);

  const answer = useCallback(
    (given: QuestionAnswer) => {
      setBusy(true);
      void answerQuestion(given)
        .then(look)
        .finally(() => setBusy(false));
    },
    [look],
  );

  return { question, isReady: question?.waitMs === 0, isBusy, answer };
}

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { ask, type TypedProposal } from '../../vault-client.ts';
import { isEmptyValue, readValue } from './typed-value.tsx';

/** How long nothing is typed until main is asked, in ms. */
const pauseMs = 250;

/**
 * What main recognises in the value that is being typed; null: nothing. The value goes to main alone, as it does when it is saved, and
 * main answers with names.
 */
export function useTypedProposal(typed: RefObject<HTMLTextAreaElement | null>) {
  const [proposal, setProposal] = useState<TypedProposal | null>(null);
  const timer = useRef(0);
  /** Counts what was typed: an answer to something else is none. */
  const typedTimes = useRef(0);

  useEffect(
    () => () => {
      typedTimes.current += 1;
      clearTimeout(timer.current);
    },
    [],
  );

  const onTyped = useCallback(() => {
    typedTimes.current += 1;
    const mine = typedTimes.current;
    clearTimeout(timer.current);
    if (isEmptyValue(typed)) {
      setProposal(null);
      return;
    }
    timer.current = window.setTimeout(() => {
      void ask((clavis) => clavis.keys.recognize({ value: readValue(typed) })).then((answer) => {
        if (mine === typedTimes.current) setProposal(answer.ok ? answer.value : null);
      });
    }, pauseMs);
  }, [typed]);

  return { proposal, onTyped };
}

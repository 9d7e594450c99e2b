import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { inCorner } from '../../ui/in-corner.ts';
import { useCall } from '../../ui/use-call.ts';
import type { TypedProposal } from '../../vault-client.ts';
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
  const { read, reset } = useCall(inCorner({ name: 'recognize' }));

  useEffect(() => () => clearTimeout(timer.current), []);

  const onTyped = useCallback(() => {
    // What is recognised in something else that was typed is none.
    reset();
    clearTimeout(timer.current);
    if (isEmptyValue(typed)) {
      setProposal(null);
      return;
    }
    timer.current = window.setTimeout(() => {
      const value = readValue(typed);
      read((clavis) => clavis.keys.recognize({ value }), { next: setProposal, failed: () => setProposal(null) });
    }, pauseMs);
  }, [typed, read, reset]);

  return { proposal, onTyped };
}

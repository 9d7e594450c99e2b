import { type RefObject, useEffect, useRef, useState } from 'react';
import { takePassphrase } from '../../ui/passphrase-field.tsx';

export interface TypedAnswer {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly isEmpty: boolean;
  /** To be called whenever the field's text changed. */
  readonly changed: () => void;
}

/** A field that is empty and has the focus each time main asks; what is typed stays until main has taken it. */
export function useTypedAnswer(questionId: string): TypedAnswer {
  const input = useRef<HTMLInputElement>(null);
  const [isEmpty, setEmpty] = useState(true);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each time it is asked
  useEffect(() => {
    takePassphrase(input);
    setEmpty(true);
    input.current?.focus();
  }, [questionId]);

  return { input, isEmpty, changed: () => setEmpty(input.current?.value === '') };
}

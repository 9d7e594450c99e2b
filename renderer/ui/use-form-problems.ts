import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { CallError } from '../vault-client.ts';
import { type FieldErrors, fieldErrorsOf } from './field-errors.ts';

export interface FormProblems {
  /** For the form: the first marked field in it takes the focus. */
  readonly form: RefObject<HTMLFormElement | null>;
  readonly fields: FieldErrors;
  /** What is about no field of the form. */
  readonly error: CallError | null;
  /** Shows what main refused: at the fields that it names, with those that are wrong besides; else under the form. */
  readonly show: (error: CallError, besides?: FieldErrors) => void;
  /** Marks these fields, all at once. */
  readonly mark: (fields: FieldErrors) => void;
  /** Before the next try. */
  readonly clear: () => void;
  /** The person changes this field. */
  readonly clearField: (field: string) => void;
}

interface Shown {
  readonly fields: FieldErrors;
  readonly error: CallError | null;
  /** Main's error whose fields are marked. */
  readonly of: CallError | null;
}

const none: Shown = { fields: {}, error: null, of: null };

/** What is wrong with a form: one way for all of them. What was typed is never touched by it. */
export function useFormProblems(): FormProblems {
  const form = useRef<HTMLFormElement>(null);
  const [shown, setShown] = useState(none);
  /** What was marked last, until the focus went there. */
  const fresh = useRef<Shown | null>(null);

  const put = useCallback((next: Shown) => {
    fresh.current = next;
    setShown(next);
  }, []);

  useLayoutEffect(() => {
    if (fresh.current !== shown) return;
    fresh.current = null;
    const first = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (first) first.focus();
    // No field of this form has such a problem: it is said under the form.
    else if (shown.of) setShown({ ...none, error: shown.of });
  }, [shown]);

  return {
    form,
    fields: shown.fields,
    error: shown.error,
    show: useCallback(
      (error, besides = {}) => {
        const fields = fieldErrorsOf(error);
        put(fields ? { fields: { ...fields, ...besides }, error: null, of: error } : { ...none, error });
      },
      [put],
    ),
    mark: useCallback((fields) => put({ ...none, fields }), [put]),
    clear: useCallback(() => setShown(none), []),
    clearField: useCallback((field) => {
      setShown((before) => {
        if (before.fields[field] === undefined) return before;
        const { [field]: _, ...fields } = before.fields;
        return { ...before, fields };
      });
    }, []),
  };
}

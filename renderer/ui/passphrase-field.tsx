import { type RefObject, useLayoutEffect } from 'react';
import { Field } from './field.tsx';

interface PassphraseFieldProps {
  readonly label: string;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly onChange?: () => void;
}

/** Typed by hand; it lives in the element alone, never in React's state, and goes with the form. */
export function PassphraseField({ label, input, hint, error, onChange }: PassphraseFieldProps) {
  useLayoutEffect(() => {
    const element = input.current;
    return () => {
      if (element) element.value = '';
    };
  }, [input]);
  return (
    <Field label={label} hint={hint} error={error} className="field-wide">
      {(ids) => (
        <input {...ids} ref={input} className="input" type="password" autoComplete="off" required onChange={onChange} />
      )}
    </Field>
  );
}

/** What was typed, for the call that needs it. */
export function readPassphrase(input: RefObject<HTMLInputElement | null>): string {
  return input.current?.value ?? '';
}

/** What was typed, which is gone from the page by then. */
export function takePassphrase(input: RefObject<HTMLInputElement | null>): string {
  const element = input.current;
  if (!element) return '';
  const { value } = element;
  element.value = '';
  return value;
}

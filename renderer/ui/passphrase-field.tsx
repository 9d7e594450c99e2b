import type { RefObject } from 'react';
import { Field } from './field.tsx';

interface PassphraseFieldProps {
  readonly label: string;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly hint?: string;
  readonly onChange?: () => void;
}

/** Typed by hand; it lives in the element alone, never in React's state. */
export function PassphraseField({ label, input, hint, onChange }: PassphraseFieldProps) {
  return (
    <Field label={label} hint={hint} className="field-wide">
      {(ids) => (
        <input {...ids} ref={input} className="input" type="password" autoComplete="off" required onChange={onChange} />
      )}
    </Field>
  );
}

/** What was typed, which is gone from the page by then. */
export function takePassphrase(input: RefObject<HTMLInputElement | null>): string {
  const element = input.current;
  if (!element) return '';
  const { value } = element;
  element.value = '';
  return value;
}

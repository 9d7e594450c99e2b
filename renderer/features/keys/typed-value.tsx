import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import * as words from '../../../electron/messages/window.ts';
import { Field } from '../../ui/field.tsx';
import { Icon } from '../../ui/icons.tsx';

interface TypedValueProps {
  readonly label: string;
  readonly input: RefObject<HTMLTextAreaElement | null>;
  /** While another source is chosen it is out of sight, and keeps what was typed. */
  readonly isChosen: boolean;
  readonly error: string | undefined;
  readonly onInput: () => void;
}

/**
 * Where a value is typed. It lives in the element alone, never in React's state, and goes with the form: saved, closed or locked.
 * Several lines, for keys in PEM.
 */
export function TypedValue({ label, input, isChosen, error, onInput }: TypedValueProps) {
  const [shown, setShown] = useState(false);

  // Typing the value is what this tab is for.
  useEffect(() => {
    if (isChosen) input.current?.focus();
  }, [isChosen, input]);

  useLayoutEffect(() => {
    const element = input.current;
    return () => {
      if (element) element.value = '';
    };
  }, [input]);

  return (
    <div hidden={!isChosen}>
      <Field label={label} className="field-wide value-field" error={error}>
        {(ids) => (
          <>
            <textarea
              {...ids}
              ref={input}
              className={`input mono value${shown ? '' : ' value-hidden'}`}
              rows={2}
              autoComplete="off"
              autoCapitalize="off"
              autoCorrect="off"
              spellCheck={false}
              required
              onInput={onInput}
            />
            <button
              type="button"
              className="button button-quiet value-show"
              aria-pressed={shown}
              onClick={() => setShown(!shown)}
            >
              <Icon name="eye" />
              <span>{words.newValue.show}</span>
            </button>
          </>
        )}
      </Field>
    </div>
  );
}

/** Whether nothing was typed; the value itself is not read for it. */
export function isEmptyValue(input: RefObject<HTMLTextAreaElement | null>): boolean {
  return input.current?.validity.valueMissing !== false;
}

/** What was typed, for the call that saves it. */
export function readValue(input: RefObject<HTMLTextAreaElement | null>): string {
  return input.current?.value ?? '';
}

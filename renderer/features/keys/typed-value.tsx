import { type RefObject, useState } from 'react';
import { Field } from '../../ui/field.tsx';
import { Icon } from '../../ui/icons.tsx';

/**
 * Where a value is typed. It lives in the element alone, never in React's state, and `takeValue` empties it; several
 * lines, for keys in PEM.
 */
export function TypedValue({ label, input }: { label: string; input: RefObject<HTMLTextAreaElement | null> }) {
  const [shown, setShown] = useState(false);
  return (
    <Field label={label} className="field-wide value-field">
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
            // biome-ignore lint/a11y/noAutofocus: typing the value is what this tab is for
            autoFocus
          />
          <button
            type="button"
            className="button button-quiet value-show"
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
          >
            <Icon name="eye" />
            <span>Show</span>
          </button>
        </>
      )}
    </Field>
  );
}

/** What was typed, which is gone from the page by then. */
export function takeValue(input: RefObject<HTMLTextAreaElement | null>): string {
  const element = input.current;
  if (!element) return '';
  const { value } = element;
  element.value = '';
  return value;
}

import * as words from '../../../electron/messages/window.ts';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Icon } from '../../ui/icons.tsx';
import { inParts } from '../../ui/in-parts.ts';
import { formatStrength, formOf, forms, type RecipeDraft } from './recipe.ts';

interface GeneratedValueProps {
  readonly draft: RecipeDraft;
  readonly error: string | undefined;
  readonly onChange: (draft: RecipeDraft) => void;
}

/** How a secret of one's own is made: in main, from random bytes, and never shown here. */
export function GeneratedValue({ draft, error, onChange }: GeneratedValueProps) {
  return (
    <>
      <div className="offer">
        <span className="mark mark-none" aria-hidden="true">
          <Icon name="dice" />
        </span>
        <p>
          {inParts(
            words.newValue.random(
              <strong>{words.newValue.randomValue}</strong>,
              <span className="mono">JWT_SECRET</span>,
            ),
          )}
        </p>
      </div>
      <div className="fields">
        <SelectField
          label={words.newValue.form}
          value={draft.form}
          options={forms.map(({ form, label }) => ({ value: form, label }))}
          onChange={(form) => onChange({ form, size: String(formOf({ form, size: '' })?.usual ?? draft.size) })}
        />
        <TextField
          label={formOf(draft)?.unit === 'bytes' ? words.newValue.randomBytes : words.newValue.characters}
          type="number"
          inputMode="numeric"
          value={draft.size}
          error={error}
          hint={formatStrength(draft)}
          onChange={(size) => onChange({ ...draft, size })}
        />
      </div>
    </>
  );
}

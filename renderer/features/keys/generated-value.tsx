import { SelectField, TextField } from '../../ui/field.tsx';
import { Icon } from '../../ui/icons.tsx';
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
          <strong>A random value</strong> for a secret of your own, such as <span className="mono">JWT_SECRET</span>. It
          goes straight into your keychain.
        </p>
      </div>
      <div className="fields">
        <SelectField
          label="Form"
          value={draft.form}
          options={forms.map(({ form, label }) => ({ value: form, label }))}
          onChange={(form) => onChange({ form, size: String(formOf({ form, size: '' })?.usual ?? draft.size) })}
        />
        <TextField
          label={formOf(draft)?.unit === 'bytes' ? 'Random bytes' : 'Characters'}
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

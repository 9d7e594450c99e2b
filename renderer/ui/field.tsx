import { type ComponentProps, type ReactNode, useId } from 'react';
import { Icon } from './icons.tsx';

/** Ties the label, the hint and what is wrong to the control. */
export interface FieldIds {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
}

interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong with it, and what to do; takes the hint's place. */
  readonly error?: string | undefined;
  readonly children: (ids: FieldIds) => ReactNode;
  readonly className?: string;
}

export function Field({ label, hint, error, children, className }: FieldProps) {
  const id = useId();
  return (
    <div className={`field${className ? ` ${className}` : ''}`}>
      <label htmlFor={id}>{label}</label>
      {children({ id, ...describedBy(id, hint, error) })}
      <FieldError id={`${id}-error`} error={error} />
      {hint && !error && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** How a control tells of its hint, or of what is wrong with it. */
function describedBy(id: string, hint: ReactNode, error: string | undefined): Omit<FieldIds, 'id'> {
  if (error) return { 'aria-describedby': `${id}-error`, 'aria-invalid': true };
  return hint ? { 'aria-describedby': `${id}-hint` } : {};
}

/** What is wrong with a field, under it. */
export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null;
  return (
    <span className="field-error" id={id}>
      <Icon name="alert" />
      <span>{error}</span>
    </span>
  );
}

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'onChange' | 'id'> {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly mono?: boolean;
  readonly onChange: (value: string) => void;
}

export function TextField({ label, hint, error, mono, onChange, className, ...rest }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} {...(className ? { className } : {})}>
      {(ids) => (
        <input
          type="text"
          autoComplete="off"
          spellCheck={false}
          {...rest}
          {...ids}
          className={`input${mono ? ' mono' : ''}`}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

interface SelectFieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

export function SelectField({ label, hint, value, options, onChange }: SelectFieldProps) {
  return (
    <Field label={label} hint={hint}>
      {(ids) => (
        <select
          {...ids}
          className="input select"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

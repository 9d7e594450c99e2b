import { useId } from 'react';
import { Field, SelectField, TextField } from '../../ui/field.tsx';
import type { KeyFields, KeyView, ProviderView, SettingsView } from '../../vault-client.ts';

/** The fields of a key as they are written in a form: tags as one line. */
export interface KeyDraft extends Omit<KeyFields, 'tags'> {
  readonly tags: string;
}

/** A new key's fields: what the settings give a new key, as far as they are known, and nothing else. */
export function firstDraft(usual: SettingsView | null): KeyDraft {
  return {
    name: '',
    provider: '',
    envVar: '',
    copyPolicy: usual?.defaultPolicy ?? 'once',
    rotateEveryDays: usual === null ? 90 : usual.rotateEveryDays,
    note: '',
    tags: '',
  };
}

const intervals = [30, 60, 90, 180] as const;

function intervalOf(days: number | null): KeyFields['rotateEveryDays'] {
  return intervals.find((interval) => interval === days) ?? null;
}

export function draftOf(key: KeyView): KeyDraft {
  const { name, provider, envVar, copyPolicy, note } = key;
  const rotateEveryDays = intervalOf(key.rotateEveryDays);
  return { name, provider, envVar, copyPolicy, note, rotateEveryDays, tags: key.tags.join(', ') };
}

export function fieldsOf(draft: KeyDraft): KeyFields {
  const tags = draft.tags
    .split(',')
    .map((tag) => tag.trim())
    .filter(Boolean);
  return { ...draft, name: draft.name.trim(), envVar: draft.envVar.trim(), tags: [...new Set(tags)] };
}

interface KeyFieldsFormProps {
  readonly draft: KeyDraft;
  readonly providers: readonly ProviderView[];
  /** What was changed alone: the rest may be another one by now than the draft that is shown. */
  readonly onChange: (part: Partial<KeyDraft>) => void;
  /** Whether the name takes the focus: it is what one would change first. */
  readonly nameFirst?: boolean;
}

export function KeyFieldsForm({ draft, providers, onChange, nameFirst = true }: KeyFieldsFormProps) {
  return (
    <div className="fields">
      <TextField
        label="Name"
        value={draft.name}
        onChange={(name) => onChange({ name })}
        autoFocus={nameFirst}
        required
      />
      <TextField
        label="Environment variable"
        mono
        value={draft.envVar}
        onChange={(envVar) => onChange({ envVar })}
        required
      />
      <SelectField
        label="Provider"
        value={draft.provider}
        onChange={(id) => {
          const envVar = providers.find((provider) => provider.id === id)?.envVar;
          onChange({ provider: id, ...(envVar && draft.envVar === '' ? { envVar } : {}) });
        }}
        options={[{ value: '', label: 'None' }, ...providers.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <SelectField
        label="Rotate every"
        value={String(draft.rotateEveryDays ?? 'never')}
        onChange={(days) => onChange({ rotateEveryDays: intervalOf(Number(days)) })}
        options={[
          ...intervals.map((days) => ({ value: String(days), label: `${days} days` })),
          { value: 'never', label: 'Never' },
        ]}
      />
      <CopyPolicyField value={draft.copyPolicy} onChange={(copyPolicy) => onChange({ copyPolicy })} />
      <Field label="Permissions it was given" className="field-wide">
        {(ids) => (
          <textarea
            {...ids}
            className="input"
            rows={2}
            placeholder="Read models, write files"
            value={draft.note}
            onChange={(event) => onChange({ note: event.currentTarget.value })}
          />
        )}
      </Field>
      <TextField
        label="Tags"
        className="field-wide"
        placeholder="production, billing"
        value={draft.tags}
        onChange={(tags) => onChange({ tags })}
      />
    </div>
  );
}

function CopyPolicyField({
  value,
  onChange,
}: {
  value: KeyFields['copyPolicy'];
  onChange: (value: KeyFields['copyPolicy']) => void;
}) {
  const name = useId();
  const choices = [
    { value: 'once', label: 'Copy once', hint: 'After that it asks first.' },
    { value: 'always', label: 'Copy always', hint: 'Clavis asks you to confirm this.' },
  ] as const;
  return (
    <fieldset className="field field-wide choices">
      <legend>Copying</legend>
      {choices.map((choice) => (
        <label key={choice.value} className="choice">
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={value === choice.value}
            onChange={() => onChange(choice.value)}
          />
          <span className="choice-label">{choice.label}</span>
          <span className="choice-hint">{choice.hint}</span>
        </label>
      ))}
    </fieldset>
  );
}

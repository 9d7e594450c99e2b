import { useId, useLayoutEffect, useRef } from 'react';
import { defaultSettings, rotationIntervals } from '../../../electron/ipc/page-tables.ts';
import { Field, SelectField, TextField } from '../../ui/field.tsx';
import type { FieldErrors } from '../../ui/field-errors.ts';
import type { KeyFields, KeyView, ProviderView, SettingsView } from '../../vault-client.ts';

/** The fields of a key as they are written in a form: tags as one line. */
export interface KeyDraft extends Omit<KeyFields, 'tags'> {
  readonly tags: string;
}

/** A new key's fields: what the settings give a new key, as far as they are known, and nothing else. */
export function firstDraft(usual: SettingsView | null): KeyDraft {
  const { defaultPolicy, rotateEveryDays } = usual ?? defaultSettings;
  return {
    name: '',
    provider: '',
    envVar: '',
    copyPolicy: defaultPolicy,
    rotateEveryDays,
    note: '',
    tags: '',
  };
}

function intervalOf(days: number | null): KeyFields['rotateEveryDays'] {
  return rotationIntervals.find((interval) => interval === days) ?? null;
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
  readonly errors: FieldErrors;
  /** The name that Clavis proposes: selected, so that what is typed takes its place. */
  readonly proposedName?: string | undefined;
  /** What was changed alone: the rest may be another one by now than the draft that is shown. */
  readonly onChange: (part: Partial<KeyDraft>) => void;
  /** Whether the name takes the focus: it is what one would change first. */
  readonly nameFirst?: boolean;
}

export function KeyFieldsForm(props: KeyFieldsFormProps) {
  const { draft, providers, errors, proposedName, onChange, nameFirst = true } = props;
  const name = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const input = name.current;
    if (proposedName && input?.value === proposedName && input.matches(':focus')) input.select();
  }, [proposedName]);
  return (
    <div className="fields">
      <TextField
        ref={name}
        label="Name"
        error={errors['name']}
        value={draft.name}
        onChange={(name) => onChange({ name })}
        autoFocus={nameFirst}
        required
      />
      <TextField
        label="Environment variable"
        mono
        error={errors['envVar']}
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
        options={rotationIntervals.map((days) =>
          days === null ? { value: 'never', label: 'Never' } : { value: String(days), label: `${days} days` },
        )}
      />
      <CopyPolicyField value={draft.copyPolicy} onChange={(copyPolicy) => onChange({ copyPolicy })} />
      <Field label="Scopes / permissions" className="field-wide" error={errors['note']}>
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
        error={errors['tags']}
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
    { value: 'once', label: 'Ask before a second copy', hint: 'One copy, then Clavis asks first.' },
    { value: 'always', label: 'Copy freely', hint: 'Clavis asks you to confirm this.' },
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

import { useId, useLayoutEffect, useRef } from 'react';
import { defaultSettings, rotationIntervals } from '../../../electron/ipc/page-tables.ts';
import * as words from '../../../electron/messages/window.ts';
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
        label={words.keyFields.name}
        error={errors['name']}
        value={draft.name}
        onChange={(name) => onChange({ name })}
        autoFocus={nameFirst}
        required
      />
      <TextField
        label={words.keyFields.envVar}
        mono
        error={errors['envVar']}
        value={draft.envVar}
        onChange={(envVar) => onChange({ envVar })}
        required
      />
      <SelectField
        label={words.keyFields.provider}
        value={draft.provider}
        onChange={(id) => {
          const envVar = providers.find((provider) => provider.id === id)?.envVar;
          onChange({ provider: id, ...(envVar && draft.envVar === '' ? { envVar } : {}) });
        }}
        options={[
          { value: '', label: words.keyFields.noProvider },
          ...providers.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <SelectField
        label={words.keyFields.rotateEvery}
        value={String(draft.rotateEveryDays ?? 'never')}
        onChange={(days) => onChange({ rotateEveryDays: intervalOf(Number(days)) })}
        options={rotationIntervals.map((days) =>
          days === null
            ? { value: 'never', label: words.keyFields.never }
            : { value: String(days), label: words.keyFields.days(days) },
        )}
      />
      <CopyPolicyField value={draft.copyPolicy} onChange={(copyPolicy) => onChange({ copyPolicy })} />
      <Field label={words.keyFields.note} className="field-wide" error={errors['note']}>
        {(ids) => (
          <textarea
            {...ids}
            className="input"
            rows={2}
            placeholder={words.keyFields.noteExample}
            value={draft.note}
            onChange={(event) => onChange({ note: event.currentTarget.value })}
          />
        )}
      </Field>
      <TextField
        label={words.keyFields.tags}
        error={errors['tags']}
        className="field-wide"
        placeholder={words.keyFields.tagsExample}
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
    { value: 'once', label: words.keyFields.once, hint: words.keyFields.onceHint },
    { value: 'always', label: words.keyFields.always, hint: words.keyFields.alwaysHint },
  ] as const;
  return (
    <fieldset className="field field-wide choices">
      <legend>{words.keyFields.copying}</legend>
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

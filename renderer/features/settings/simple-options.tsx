import { useId } from 'react';
import { ErrorNote } from '../../ui/note.tsx';
import type { SettingsView } from '../../vault-client.ts';
import { Option, type OptionWords } from './option.tsx';
import { useSave } from './use-save.ts';

interface SwitchOptionProps extends OptionWords {
  readonly on: boolean;
  readonly wanted: (on: boolean) => Partial<SettingsView>;
}

export function SwitchOption({ on, wanted, ...words }: SwitchOptionProps) {
  const { isPending, error, save } = useSave();
  return (
    <Option {...words} error={error}>
      {(ids) => (
        <input
          {...ids}
          type="checkbox"
          role="switch"
          className="switch"
          checked={on}
          aria-checked={on}
          aria-busy={isPending || undefined}
          onChange={(event) => save(wanted(event.currentTarget.checked))}
        />
      )}
    </Option>
  );
}

interface Choice {
  readonly label: string;
  readonly wanted: Partial<SettingsView>;
  /** Whether it is the one that is kept. */
  readonly chosen: boolean;
}

interface ChoiceOptionProps extends OptionWords {
  readonly choices: readonly Choice[];
}

/** One of many, in a list that opens. */
export function SelectOption({ choices, ...words }: ChoiceOptionProps) {
  const { isPending, error, save } = useSave();
  return (
    <Option {...words} error={error}>
      {(ids) => (
        <select
          {...ids}
          className="input select"
          value={choices.findIndex(({ chosen }) => chosen)}
          aria-busy={isPending || undefined}
          onChange={(event) => {
            const choice = choices[Number(event.currentTarget.value)];
            if (choice) save(choice.wanted);
          }}
        >
          {choices.map(({ label }, at) => (
            <option key={label} value={at}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Option>
  );
}

/** One of two or three, side by side. */
export function SegmentOption({ label, hint, choices }: ChoiceOptionProps) {
  const id = useId();
  const { isPending, error, save } = useSave();
  return (
    <div className="setting-row">
      <div className="setting-words">
        <span id={`${id}-label`}>{label}</span>
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      </div>
      <div
        className="setting-control tabs"
        role="radiogroup"
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-hint`}
        aria-busy={isPending || undefined}
      >
        {choices.map((choice) => (
          <label key={choice.label} className="segment">
            <input type="radio" name={id} checked={choice.chosen} onChange={() => save(choice.wanted)} />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
      <ErrorNote error={error} />
    </div>
  );
}

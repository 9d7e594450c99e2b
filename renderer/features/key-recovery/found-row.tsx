import { useId } from 'react';
import * as words from '../../../electron/messages/window.ts';
import { FieldError } from '../../ui/field.tsx';
import { Mark } from '../../ui/mark.tsx';
import { dateAndClock } from '../../ui/time.ts';
import type { KeyRecoveryView } from '../../vault-client.ts';

type Found = KeyRecoveryView['found'][number];

/** What the person calls a found value. */
export interface Named {
  readonly name: string;
  readonly envVar: string;
  readonly taken: boolean;
}

interface FoundRowProps {
  readonly found: Found;
  readonly named: Named;
  readonly providerName: string;
  readonly errors: { readonly name?: string | undefined; readonly envVar?: string | undefined };
  readonly onChange: (named: Named) => void;
}

/** A value that the list doesn't know, with the name it will get. It is read when it is taken. */
export function FoundRow({ found, named, providerName, errors, onChange }: FoundRowProps) {
  const id = useId();
  const problemOf = (field: 'name' | 'envVar') =>
    errors[field] ? { 'aria-invalid': true, 'aria-describedby': `${id}-${field}` } : {};
  const { nameHere, provider, changedAt, values } = found;
  const what = nameHere === null ? providerName || words.recovery.aValue : words.recovery.anotherValue(nameHere);
  return (
    <div className="pick-row found-row">
      <input
        type="checkbox"
        aria-label={words.recovery.recoverOf(named.name)}
        checked={named.taken}
        onChange={(event) => onChange({ ...named, taken: event.currentTarget.checked })}
      />
      <Mark provider={provider} name={providerName} />
      <span className="two-lines pick-what">
        {nameHere === null ? (
          <span className="found-names">
            <span className="found-name">
              <input
                className="input"
                aria-label={words.recovery.name}
                {...problemOf('name')}
                value={named.name}
                onChange={(event) => onChange({ ...named, name: event.currentTarget.value })}
              />
              <FieldError id={`${id}-name`} error={errors.name} />
            </span>
            <span className="found-name">
              <input
                className="input mono"
                aria-label={words.recovery.envVar}
                {...problemOf('envVar')}
                value={named.envVar}
                onChange={(event) => onChange({ ...named, envVar: event.currentTarget.value })}
              />
              <FieldError id={`${id}-envVar`} error={errors.envVar} />
            </span>
          </span>
        ) : (
          <span className="name">{nameHere}</span>
        )}
        <span className="sub">
          {what}
          {values > 1 && ` · ${words.recovery.values(values)}`}
        </span>
      </span>
      {changedAt !== null && <span className="sub pick-value">{dateAndClock(changedAt)}</span>}
    </div>
  );
}

import { Mark } from '../../ui/mark.tsx';
import type { ImportVariable } from './import-words.ts';

interface ImportRowProps {
  readonly variable: ImportVariable;
  readonly providerName: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A variable of a file, masked, to be taken or left. */
export function ImportRow({ variable, providerName, checked, onChange }: ImportRowProps) {
  const { name, provider, label, last4, heldBy, bound } = variable;
  const what = bound ? 'Bound in this file' : heldBy === null ? label : `Already kept as ${heldBy}: will be bound`;
  return (
    <label className="import-row">
      <input
        type="checkbox"
        checked={checked}
        disabled={bound}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <Mark provider={provider} name={providerName} />
      <span className="two-lines import-what">
        <span className="mono">{name}</span>
        {what && <span className="sub">{what}</span>}
      </span>
      <span className="mono import-value">••••{last4}</span>
    </label>
  );
}

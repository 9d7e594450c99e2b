import { PickRow } from '../../ui/pick-row.tsx';
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
    <PickRow
      title={name}
      mono
      sub={what}
      provider={provider}
      providerName={providerName}
      last4={last4}
      checked={checked}
      disabled={bound}
      onChange={onChange}
    />
  );
}

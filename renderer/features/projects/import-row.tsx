import * as words from '../../../electron/messages/window.ts';
import { formatFound, notKept } from '../../ui/found-words.ts';
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
  const { name, provider, last4, heldBy, bound } = variable;
  const left = notKept(variable);
  const own = left || formatFound(variable);
  const what = bound ? words.envImport.bound : heldBy === null || left !== '' ? own : words.envImport.savedAs(heldBy);
  return (
    <PickRow
      title={name}
      mono
      sub={what}
      provider={provider}
      providerName={providerName}
      last4={last4}
      checked={checked}
      disabled={bound || left !== ''}
      onChange={onChange}
    />
  );
}

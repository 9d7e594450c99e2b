import * as words from '../../../electron/messages/window.ts';
import { IconButton } from '../../ui/button.tsx';
import { ago, dateAndClock } from '../../ui/time.ts';
import { useNow } from '../../ui/use-now.ts';
import type { BindingView, KeyView } from '../../vault-client.ts';
import { DriftChip } from './drift-chip.tsx';
import { type VariableState, variableWords } from './drift-words.ts';

interface BindingRowProps {
  readonly binding: BindingView;
  /** Undefined until its line is compared. */
  readonly state: VariableState | undefined;
  readonly bound: KeyView | null;
  /** Until they are, a key that isn't found is not one in Trash. */
  readonly keysAreKnown: boolean;
  readonly onUnbind: () => void;
  readonly onOpenKey: (id: string) => void;
}

/** A variable of a target: its name over its key, how its line stands, when it last held the key's value. */
export function BindingRow({ binding, state, bound, keysAreKnown, onUnbind, onOpenKey }: BindingRowProps) {
  const now = useNow(30_000);
  const { envVar, exportedAt } = binding;
  return (
    <tr>
      <th scope="row" className="mono binding-var">
        {envVar}
      </th>
      <td className="binding-key">
        {bound ? (
          <button type="button" className="text-link" onClick={() => onOpenKey(bound.id)}>
            {bound.name}
          </button>
        ) : (
          <span className="none">
            {binding.keyId === null ? words.projects.notBound : keysAreKnown && words.projects.keyInTrash}
          </span>
        )}
      </td>
      <td className="binding-state" title={exportedAt === null ? undefined : dateAndClock(exportedAt)}>
        {state && <DriftChip word={variableWords[state]} />}
        {exportedAt !== null && (
          <span className="binding-written">{words.projects.upToDate(ago(exportedAt, now))}</span>
        )}
        {exportedAt === null && !state && <span className="binding-written">{words.projects.notWritten}</span>}
      </td>
      <td className="binding-end">
        {binding.keyId !== null && (
          <IconButton icon="unlink" label={words.projects.unbindOf(envVar)} onClick={onUnbind} />
        )}
      </td>
    </tr>
  );
}

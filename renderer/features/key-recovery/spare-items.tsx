import { useState } from 'react';
import * as words from '../../../electron/messages/window.ts';
import { Button } from '../../ui/button.tsx';
import { dateAndClock } from '../../ui/time.ts';
import type { KeyRecoveryView } from '../../vault-client.ts';

type Spare = KeyRecoveryView['spare'][number];

interface SpareItemsProps {
  readonly items: readonly Spare[];
  readonly busy: boolean;
  readonly onRemove: (itemIds: string[]) => void;
}

/** Items next to those that are read, as an earlier version or another keyring left them. None is chosen by itself. */
export function SpareItems({ items, busy, onRemove }: SpareItemsProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  function choose(itemId: string, isChosen: boolean): void {
    const next = new Set(chosen);
    if (isChosen) next.add(itemId);
    else next.delete(itemId);
    setChosen(next);
  }
  return (
    <fieldset className="picks">
      <legend>
        {words.recovery.older} <span className="none">{items.length}</span>
      </legend>
      {items.map((item) => (
        <label key={item.itemId} className="pick-row">
          <input
            type="checkbox"
            aria-label={words.recovery.remove(describe(item))}
            checked={chosen.has(item.itemId)}
            onChange={(event) => choose(item.itemId, event.currentTarget.checked)}
          />
          <span className="two-lines pick-what">
            <span className="name">{item.name}</span>
            <span className="sub">{about(item)}</span>
          </span>
        </label>
      ))}
      <div className="setting-actions">
        <Button icon="trash" busy={busy} disabled={chosen.size === 0} onClick={() => onRemove([...chosen])}>
          {chosen.size === 0 ? words.recovery.removeNone : words.recovery.removeItems(chosen.size)}
        </Button>
      </div>
    </fieldset>
  );
}

function about({ isPrevious, collection, changedAt }: Spare): string {
  const parts = [
    isPrevious ? words.recovery.previousValue : words.recovery.notRead,
    collection === '' ? '' : words.recovery.inCollection(collection),
    changedAt === null ? '' : words.recovery.changedAt(dateAndClock(changedAt)),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** Names what a box is for, where several of one key are listed. */
function describe(item: Spare): string {
  return words.recovery.itemOf(item.name, about(item));
}

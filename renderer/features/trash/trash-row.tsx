import { Button } from '../../ui/button.tsx';
import { Cell } from '../../ui/cell.tsx';
import { Mark } from '../../ui/mark.tsx';
import { restoreKey } from '../../ui/restore-key.ts';
import { ago, count, dateAndClock, fromNow } from '../../ui/time.ts';
import type { TrashedKey } from '../../vault-client.ts';
import { deletePermanently, removeLines } from './trash-actions.ts';

interface TrashRowProps {
  readonly trashed: TrashedKey;
  readonly providerName: string;
  readonly now: number;
  /** Only the active row's buttons take part in the Tab order. */
  readonly isActive: boolean;
}

/** A key in Trash: name over variable · last four · when it was deleted, and until when it stays · files with its lines · what can be done. */
export function TrashRow({ trashed, providerName, now, isActive }: TrashRowProps) {
  const { name, envVar, provider, last4, deletedAt, expiresAt, files } = trashed;
  const tabIndex = isActive ? 0 : -1;
  const left = expiresAt > now ? `Erased ${fromNow(expiresAt, now)}` : 'Erased within a day';
  return (
    <>
      <Cell className="cell-name">
        <Mark provider={provider} name={providerName} />
        <span className="two-lines">
          <span className="name">{name}</span>
          <span className="mono sub">{envVar}</span>
        </span>
      </Cell>
      <Cell className="cell-last4 mono">{last4 && <span className="last4">{last4}</span>}</Cell>
      <Cell
        className="cell-trashed"
        title={`Deleted ${dateAndClock(deletedAt)}; its values are erased ${dateAndClock(expiresAt)}`}
      >
        <span className="two-lines">
          <span>Deleted {ago(deletedAt, now)}</span>
          <span className="sub">{left}</span>
        </span>
      </Cell>
      <Cell className="cell-trash-files">
        {files > 0 && (
          <Button
            kind="quiet"
            icon="file"
            tabIndex={tabIndex}
            aria-label={`In ${count(files, 'file')}…: remove the lines of ${name}`}
            title={`Remove its lines from ${count(files, 'file')}…`}
            onClick={() => void removeLines(trashed)}
          >
            {`In ${count(files, 'file')}…`}
          </Button>
        )}
      </Cell>
      <Cell className="cell-trash-actions">
        <Button
          icon="undo"
          tabIndex={tabIndex}
          aria-label={`Restore ${name}`}
          title="Restore"
          onClick={() => void restoreKey(trashed)}
        >
          Restore
        </Button>
        <Button
          kind="danger"
          icon="trash"
          tabIndex={tabIndex}
          aria-label={`Delete permanently: ${name}`}
          title="Delete permanently…"
          onClick={() => void deletePermanently(trashed)}
        >
          Delete permanently
        </Button>
      </Cell>
    </>
  );
}

import * as words from '../../../electron/messages/window.ts';
import { Button } from '../../ui/button.tsx';
import { Cell } from '../../ui/cell.tsx';
import { Mark } from '../../ui/mark.tsx';
import { restoreKey } from '../../ui/restore-key.ts';
import { ago, dateAndClock, fromNow } from '../../ui/time.ts';
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
  const left = expiresAt > now ? words.trash.erasedWhen(fromNow(expiresAt, now)) : words.trash.erasedSoon;
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
      <Cell className="cell-trashed" title={words.trash.times(dateAndClock(deletedAt), dateAndClock(expiresAt))}>
        <span className="two-lines">
          <span>{words.trash.deletedAgo(ago(deletedAt, now))}</span>
          <span className="sub">{left}</span>
        </span>
      </Cell>
      <Cell className="cell-trash-files">
        {files > 0 && (
          <Button
            kind="quiet"
            icon="file"
            tabIndex={tabIndex}
            aria-label={words.trash.linesOf(files, name)}
            title={words.trash.linesTip(files)}
            onClick={() => void removeLines(trashed)}
          >
            {words.trash.inFiles(files)}
          </Button>
        )}
      </Cell>
      <Cell className="cell-trash-actions">
        <Button
          icon="undo"
          tabIndex={tabIndex}
          aria-label={words.trash.restoreOf(name)}
          title={words.trash.restore}
          onClick={() => void restoreKey(trashed)}
        >
          {words.trash.restore}
        </Button>
        <Button
          kind="danger"
          icon="trash"
          tabIndex={tabIndex}
          aria-label={words.trash.eraseOf(name)}
          title={words.trash.eraseTip}
          onClick={() => void deletePermanently(trashed)}
        >
          {words.trash.erase}
        </Button>
      </Cell>
    </>
  );
}

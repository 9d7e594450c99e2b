import * as words from '../../../electron/messages/window.ts';
import { IconButton } from '../../ui/button.tsx';
import { Cell } from '../../ui/cell.tsx';
import { Icon } from '../../ui/icons.tsx';
import { LeaseRing } from '../../ui/lease-ring.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Menu } from '../../ui/menu.tsx';
import { ago } from '../../ui/time.ts';
import type { KeyView, LeaseView } from '../../vault-client.ts';
import { dueOf } from './due.ts';
import { allowCopy, clearLease, copyKey } from './key-actions.ts';
import { keyMenu } from './key-menu.ts';

interface KeyRowProps {
  readonly view: KeyView;
  readonly providerName: string;
  readonly lease: LeaseView | null;
  readonly now: number;
  /** Only the active row's buttons take part in the Tab order. */
  readonly isActive: boolean;
  /** Whether a letter alone does what a button does, as its tooltip then says. */
  readonly singleKeys: boolean;
  /** Its form holds changes that are not saved. */
  readonly isEdited: boolean;
  readonly onRotate: () => void;
  readonly onEdit: () => void;
}

/** A key's row: mark · name over ENV_VAR · last four · projects · last used · what is due; on hover and focus its buttons. */
export function KeyRow(props: KeyRowProps) {
  const { view, providerName, lease, now, isActive, singleKeys, isEdited, onRotate, onEdit } = props;
  const tabIndex = isActive ? 0 : -1;
  return (
    <>
      <Cell className="cell-name">
        <Mark provider={view.provider} name={providerName} />
        <span className="two-lines">
          <span className="name">
            {view.name}
            {view.pinned && <Icon name="pin" />}
            {isEdited && (
              <span className="row-edited" title={words.keyList.notSaved}>
                <Icon name="pencil" />
                <span className="unseen">{words.keyList.notSaved}</span>
              </span>
            )}
          </span>
          <span className="mono sub">{view.envVar}</span>
        </span>
      </Cell>
      <Cell className="cell-last4 mono">{view.last4 && <span className="last4">{view.last4}</span>}</Cell>
      <Cell className="cell-projects" title={words.keyList.usedBy(view.projects)}>
        <Icon name="folder" />
        <span>{view.projects}</span>
        <span className="wide-only">{words.keyList.projects(view.projects)}</span>
      </Cell>
      <Cell className="cell-used">{view.lastUsedAt === null ? words.keyList.unused : ago(view.lastUsedAt, now)}</Cell>
      <Cell className="cell-due">
        <State view={view} now={now} />
      </Cell>
      <Cell className={`row-actions${lease ? ' row-actions-kept' : ''}`}>
        {lease && (
          <button
            type="button"
            className="lease-clear"
            tabIndex={tabIndex}
            aria-label={words.keyList.clearClipboard}
            onClick={stopped(() => void clearLease())}
          >
            <LeaseRing lease={lease} />
            {words.keyList.clear}
          </button>
        )}
        <span className="row-buttons">
          {view.grant === 'spent' && lease && (
            <IconButton
              icon="shield"
              label={words.keyList.allowOneMoreOf(view.name)}
              tip={words.keyList.noCopyLeftTip}
              tabIndex={tabIndex}
              onClick={stopped(() => void allowCopy(view))}
            />
          )}
          {view.grant === 'spent' && !lease && (
            <button
              type="button"
              className="spent-button"
              tabIndex={tabIndex}
              title={words.keyList.noCopyLeftTip}
              aria-label={words.keyList.allowOneMoreOf(view.name)}
              onClick={stopped(() => void allowCopy(view))}
            >
              {words.keyList.allowOneMore}
            </button>
          )}
          {view.grant !== 'spent' && (
            <IconButton
              icon="copy"
              label={words.keyList.copyOf(view.name)}
              tip={singleKeys ? words.keyList.copyByLetter : words.keyActions.copy}
              tabIndex={tabIndex}
              onClick={stopped(() => void copyKey(view))}
            />
          )}
          <IconButton
            icon="rotate"
            label={words.keyList.rotateOf(view.name)}
            tip={singleKeys ? words.keyList.rotateByLetter : words.keyList.rotate}
            tabIndex={tabIndex}
            onClick={stopped(onRotate)}
          />
          <Menu label={words.keyList.moreFor(view.name)} tabIndex={tabIndex} items={keyMenu(view, onEdit)} />
        </span>
      </Cell>
    </>
  );
}

function State({ view, now }: { view: KeyView; now: number }) {
  if (view.valueMissing)
    return (
      <span className="chip chip-bad">
        <Icon name="alert" />
        {words.keyList.valueMissing}
      </span>
    );
  const due = dueOf(view, now);
  if (due)
    return (
      <span className={`chip ${due.overdue ? 'chip-due' : 'chip-plain'}`}>
        <Icon name="clock" />
        {due.text}
      </span>
    );
  if (view.grant === 'spent')
    return (
      <span className="chip chip-plain">
        <Icon name="check" />
        {words.keyList.noCopyLeft}
      </span>
    );
  return null;
}

/** A row's own click opens it; its buttons don't. */
function stopped(run: () => void): (event: { stopPropagation(): void }) => void {
  return (event) => {
    event.stopPropagation();
    run();
  };
}

import { useEffect, useRef } from 'react';
import * as words from '../../../electron/messages/window.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { inParts } from '../../ui/in-parts.ts';
import { LeaseRing } from '../../ui/lease-ring.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Note } from '../../ui/note.tsx';
import { clock, date, fromNow } from '../../ui/time.ts';
import type { KeyView, LeaseView, ProviderView } from '../../vault-client.ts';
import { EditKey } from './edit-key.tsx';
import { allowCopy, clearLease, copyKey, finishRotation, undoRotation } from './key-actions.ts';
import { KeyFacts } from './key-facts.tsx';
import type { KeyDraft } from './key-fields.tsx';
import { KeyHistory } from './key-history.tsx';
import { keyMenu } from './key-menu.ts';
import { KeyUses } from './key-uses.tsx';

interface KeyDetailProps {
  readonly view: KeyView;
  readonly providers: readonly ProviderView[];
  readonly lease: LeaseView | null;
  readonly now: number;
  /** What is entered in its form; null: it is not edited. */
  readonly draft: KeyDraft | null;
  readonly onEditing: (editing: boolean) => void;
  readonly onRotate: () => void;
  readonly onOpenProject: (id: string) => void;
  readonly onWriteFiles: (keyId: string) => void;
}

export function KeyDetail(props: KeyDetailProps) {
  const { view, providers, lease, now, draft, onEditing, onRotate } = props;
  const editing = draft !== null;
  const edit = useFocusAfter(editing);
  const providerName = providers.find(({ id }) => id === view.provider)?.name ?? view.provider;
  const overdue = view.rotationDueAt !== null && view.rotationDueAt <= now;
  const rotateNext = overdue || view.valueMissing;
  return (
    <article className="detail">
      <header className="detail-head">
        <Mark provider={view.provider} name={providerName} large />
        <div className="detail-title">
          <h2>{view.name}</h2>
          <p className="mono">{view.envVar}</p>
        </div>
      </header>
      <div className="detail-actions">
        {view.grant === 'spent' ? (
          <Button icon="shield" onClick={() => void allowCopy(view)}>
            {words.keyActions.allowOneMore}
          </Button>
        ) : (
          <Button kind={rotateNext || editing ? 'plain' : 'primary'} icon="copy" onClick={() => void copyKey(view)}>
            {words.keyActions.copy}
          </Button>
        )}
        <Button kind={rotateNext && !editing ? 'primary' : 'plain'} icon="rotate" onClick={onRotate}>
          {words.keyDetail.rotate}
        </Button>
        <span className="detail-small-actions">
          {!editing && (
            <IconButton ref={edit} icon="pencil" label={words.keyActions.edit} onClick={() => onEditing(true)} />
          )}
          <Menu
            label={words.keyDetail.more}
            items={keyMenu(view, () => onEditing(true)).filter(({ label }) => label !== words.keyActions.edit)}
          />
        </span>
      </div>
      {lease && (
        <Note
          icon="clipboard"
          actions={
            <Button kind="quiet" onClick={() => void clearLease()}>
              {words.keyDetail.clear}
            </Button>
          }
        >
          <span className="note-lease">
            {words.keyDetail.onClipboard} <LeaseRing lease={lease} />
          </span>
        </Note>
      )}
      {view.valueMissing && (
        <Note tone="bad" icon="alert">
          {inParts(words.keyDetail.valueMissingText(<strong>{words.keyDetail.valueMissing}</strong>))}
        </Note>
      )}
      {overdue && view.rotationDueAt !== null && (
        <Note tone="due" icon="clock">
          {inParts(
            words.keyDetail.overdue(
              <strong>{words.keyDetail.rotationDue}</strong>,
              date(view.rotationDueAt),
              fromNow(view.rotationDueAt, now),
              providerName || words.rotateKey.yourProvider,
            ),
          )}
        </Note>
      )}
      {view.undoRotationUntil !== null && view.undoRotationUntil > now && (
        <Note
          icon="undo"
          actions={
            <>
              <Button kind="quiet" onClick={() => void undoRotation(view)}>
                {words.keyDetail.undoRotation}
              </Button>
              <Button kind="quiet" onClick={() => void finishRotation(view)}>
                {words.keyDetail.finishNow}
              </Button>
            </>
          }
        >
          {words.keyDetail.keptUntil(date(view.undoRotationUntil), clock(view.undoRotationUntil))}
        </Note>
      )}
      {draft ? (
        <EditKey key={view.id} view={view} draft={draft} providers={providers} onDone={() => onEditing(false)} />
      ) : (
        <KeyFacts view={view} providerName={providerName} now={now} />
      )}
      <KeyUses keyId={view.id} onOpenProject={props.onOpenProject} onWriteFiles={props.onWriteFiles} />
      <KeyHistory view={view} now={now} />
    </article>
  );
}

/** For the button that begins something: it has the focus again when that is over and nothing else has taken it. */
function useFocusAfter(isUnderWay: boolean) {
  const button = useRef<HTMLButtonElement>(null);
  const wasUnderWay = useRef(isUnderWay);
  useEffect(() => {
    if (wasUnderWay.current && !isUnderWay && document.activeElement === document.body) button.current?.focus();
    wasUnderWay.current = isUnderWay;
  }, [isUnderWay]);
  return button;
}

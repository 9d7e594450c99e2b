import { useEffect, useRef } from 'react';
import { Button, IconButton } from '../../ui/button.tsx';
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
            Allow one more copy
          </Button>
        ) : (
          <Button kind={rotateNext || editing ? 'plain' : 'primary'} icon="copy" onClick={() => void copyKey(view)}>
            Copy
          </Button>
        )}
        <Button kind={rotateNext && !editing ? 'primary' : 'plain'} icon="rotate" onClick={onRotate}>
          Rotate
        </Button>
        <span className="detail-small-actions">
          {!editing && <IconButton ref={edit} icon="pencil" label="Edit" onClick={() => onEditing(true)} />}
          <Menu label="More" items={keyMenu(view, () => onEditing(true)).filter(({ label }) => label !== 'Edit')} />
        </span>
      </div>
      {lease && (
        <Note
          icon="clipboard"
          actions={
            <Button kind="quiet" onClick={() => void clearLease()}>
              Clear
            </Button>
          }
        >
          <span className="note-lease">
            On your clipboard <LeaseRing lease={lease} />
          </span>
        </Note>
      )}
      {view.valueMissing && (
        <Note tone="bad" icon="alert">
          <strong>Value missing.</strong> The keychain had no value for this key when it was last asked. Rotate it to
          give it a new one, restore it from a backup, or look for it in Settings under Recover.
        </Note>
      )}
      {overdue && view.rotationDueAt !== null && (
        <Note tone="due" icon="clock">
          <strong>Rotation due</strong> since {date(view.rotationDueAt)} ({fromNow(view.rotationDueAt, now)}). Make a
          new key at {providerName || 'your provider'}, then rotate.
        </Note>
      )}
      {view.undoRotationUntil !== null && view.undoRotationUntil > now && (
        <Note
          icon="undo"
          actions={
            <>
              <Button kind="quiet" onClick={() => void undoRotation(view)}>
                Undo rotation
              </Button>
              <Button kind="quiet" onClick={() => void finishRotation(view)}>
                Finish now
              </Button>
            </>
          }
        >
          The previous value is kept until {date(view.undoRotationUntil)}, {clock(view.undoRotationUntil)}.
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

import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import * as words from '../../electron/messages/window.ts';
import { Button, IconButton } from './button.tsx';
import { watchChangedControls } from './changed-controls.ts';
import { DiscardQuestion } from './discard-question.tsx';
import { useLeavingGuard } from './leaving.ts';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly onSubmit?: () => void;
  readonly form?: RefObject<HTMLFormElement | null>;
  /** What closes it without doing anything. */
  readonly dismiss?: string;
  /** The buttons next to that one. */
  readonly actions?: ReactNode;
  /** What went wrong with the form as a whole: in sight however far the form is scrolled. */
  readonly error?: ReactNode;
  /** Whether there is something to lose besides what was entered into its fields. */
  readonly unsaved?: boolean;
  readonly children: ReactNode;
}

const fields = 'input:not([type="radio"]:not(:checked)), textarea, button:not([tabindex="-1"])';

/**
 * A native modal: the browser keeps the focus inside and gives it back. Escape, its cross and what would take its place ask first
 * where something was entered; Cancel says itself that it is not wanted.
 */
export function Dialog(props: DialogProps) {
  const {
    title,
    onClose,
    onSubmit,
    form,
    dismiss = words.common.cancel,
    actions,
    error,
    unsaved = false,
    children,
  } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const [changed] = useState(watchChangedControls);
  /** What happens once the changes are discarded; null: nobody asks. */
  const [asked, setAsked] = useState<{ readonly goOn: () => void } | null>(null);
  const titleId = useId();

  // Closed before it leaves the page, or the focus would not go back to where it was.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // Left to itself the browser would begin at the button that closes.
    element?.querySelector<HTMLElement>(`.dialog-body :is(${fields}), .dialog-foot button`)?.focus();
    return () => element?.close();
  }, []);

  function askFirst(goOn: () => void): boolean {
    const isUnsaved = unsaved || changed.any();
    if (isUnsaved) setAsked({ goOn });
    return isUnsaved;
  }
  function requestClose(): void {
    if (!askFirst(() => {})) onClose();
  }
  useLeavingGuard(askFirst);

  function submit(event: FormEvent): void {
    event.preventDefault();
    onSubmit?.();
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
    // By itself the browser would close it at the second Escape, whatever is answered to the first.
    event.preventDefault();
    requestClose();
  }

  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={titleId}
      onKeyDown={onKeyDown}
      onCancel={(event) => {
        if (event.target !== dialog.current) return;
        event.preventDefault();
        requestClose();
      }}
      onClose={() => {
        if (dialog.current?.open === false) onClose();
      }}
    >
      <form
        ref={form}
        className="dialog-form"
        onSubmit={submit}
        onFocus={({ target }) => changed.visit(target)}
        onInput={({ target }) => changed.touch(target)}
        noValidate
      >
        <header className="dialog-head">
          <h2 id={titleId}>{title}</h2>
          <IconButton icon="close" label={words.common.close} tip={words.dialog.closeByKey} onClick={requestClose} />
        </header>
        <div className="dialog-body">{children}</div>
        {error && <div className="dialog-error">{error}</div>}
        <footer className="dialog-foot">
          <Button kind={actions ? 'quiet' : 'plain'} onClick={onClose}>
            {dismiss}
          </Button>
          {actions}
        </footer>
      </form>
      {asked && (
        <DiscardQuestion
          onKeep={() => setAsked(null)}
          onDiscard={() => {
            setAsked(null);
            onClose();
            asked.goOn();
          }}
        />
      )}
    </dialog>
  );
}

/** Whether a modal is open: the keys of the view behind it rest. */
export function isModalOpen(): boolean {
  return document.querySelector('dialog[open]') !== null;
}

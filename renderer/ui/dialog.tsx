import { type FormEvent, type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { Button, IconButton } from './button.tsx';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly onSubmit?: () => void;
  /** What closes it without doing anything. */
  readonly dismiss?: 'Cancel' | 'Close';
  /** The buttons next to that one. */
  readonly actions?: ReactNode;
  /** What went wrong with the form as a whole: in sight however far the form is scrolled. */
  readonly error?: ReactNode;
  readonly children: ReactNode;
}

const fields = 'input:not([type="radio"]:not(:checked)), textarea, button:not([tabindex="-1"])';

/** A native modal: the browser keeps the focus inside, closes on Escape and gives the focus back. */
export function Dialog({ title, onClose, onSubmit, dismiss = 'Cancel', actions, error, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  // Closed before it leaves the page, or the focus would not go back to where it was.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // Left to itself the browser would begin at the button that closes.
    element?.querySelector<HTMLElement>(`.dialog-body :is(${fields}), .dialog-foot button`)?.focus();
    return () => element?.close();
  }, []);

  function submit(event: FormEvent): void {
    event.preventDefault();
    onSubmit?.();
  }

  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={titleId}
      onClose={() => {
        if (dialog.current?.open === false) onClose();
      }}
    >
      <form className="dialog-form" onSubmit={submit} noValidate>
        <header className="dialog-head">
          <h2 id={titleId}>{title}</h2>
          <IconButton icon="close" label="Close" tip="Close (Esc)" onClick={onClose} />
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
    </dialog>
  );
}

/** Whether a modal is open: the keys of the view behind it rest. */
export function isModalOpen(): boolean {
  return document.querySelector('dialog[open]') !== null;
}

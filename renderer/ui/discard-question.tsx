import { useId, useLayoutEffect, useRef } from 'react';
import * as words from '../../electron/messages/window.ts';
import { Button } from './button.tsx';

interface DiscardQuestionProps {
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
}

/** Before what was entered goes. Enter and Escape keep it. */
export function DiscardQuestion({ onKeep, onDiscard }: DiscardQuestionProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.querySelector<HTMLElement>('.button-primary')?.focus();
    return () => element?.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      className="dialog dialog-question"
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        onKeep();
      }}
      onCancel={(event) => {
        event.preventDefault();
        event.stopPropagation();
        onKeep();
      }}
      onClose={() => {
        if (dialog.current?.open === false) onKeep();
      }}
    >
      <div className="question-text">
        <h2 id={`${id}-title`}>{words.dialog.discardTitle}</h2>
        <p id={`${id}-text`} className="lead">
          {words.dialog.discardText}
        </p>
      </div>
      <footer className="dialog-foot">
        <Button kind="danger" onClick={onDiscard}>
          {words.dialog.discard}
        </Button>
        <Button kind="primary" onClick={onKeep}>
          {words.dialog.keepEditing}
        </Button>
      </footer>
    </dialog>
  );
}

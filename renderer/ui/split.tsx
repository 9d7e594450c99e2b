import type { ReactNode } from 'react';
import * as words from '../../electron/messages/window.ts';
import { Button } from './button.tsx';

interface SplitProps {
  readonly list: ReactNode;
  readonly detail: ReactNode;
  /** The detail's accessible name. */
  readonly label: string;
  /** In a narrow window: whether the detail has the list's place. */
  readonly open: boolean;
  readonly onBack: () => void;
  readonly backTo: string;
}

const detailId = 'detail';

/** The list and, right of it or in its place, the detail of what is selected. */
export function Split({ list, detail, label, open, onBack, backTo }: SplitProps) {
  return (
    <div className="split" data-open={open}>
      <div className="split-list">{list}</div>
      <section className="split-detail" id={detailId} aria-label={label} tabIndex={-1}>
        <div className="split-back">
          <Button kind="quiet" icon="back" onClick={onBack}>
            {words.common.backTo(backTo)}
          </Button>
        </div>
        {detail}
      </section>
    </div>
  );
}

export function focusDetail(): void {
  document.getElementById(detailId)?.focus({ preventScroll: true });
}

export function isInDetail(target: EventTarget | null): boolean {
  return target instanceof Node && document.getElementById(detailId)?.contains(target) === true;
}

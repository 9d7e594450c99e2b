import type { ReactNode } from 'react';

interface CellProps {
  readonly className: string;
  readonly title?: string;
  readonly children: ReactNode;
}

/** A cell of a row in `VirtualRows`. */
export function Cell({ className, title, children }: CellProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are placed one by one, which a table's can't be
    // biome-ignore lint/a11y/useFocusableInteractive: the row has the focus
    <div role="gridcell" className={className} title={title}>
      {children}
    </div>
  );
}

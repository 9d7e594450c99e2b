import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';

export const rowHeight = 40;

interface ResultsProps {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  readonly active: number;
  /** How many are in sight. */
  readonly rows: number;
  /** What the list answers: with another one it begins at its top. */
  readonly query: string;
  readonly onActive: (index: number) => void;
  readonly onPick: (index: number) => void;
  readonly row: (index: number) => ReactNode;
}

interface Seen {
  readonly active: number;
  readonly rows: number;
  readonly query: string;
  /** In px. */
  readonly top: number;
}

/** As many rows as are in sight, of however many there are. The search box keeps the focus. */
export function Results(props: ResultsProps) {
  const { id, label, count, active, rows, query, onActive, onPick, row } = props;
  const list = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState<Seen>({ active, rows, query, top: 0 });

  // In the same drawing as the change: a row that scrolls into sight would else be missing for a frame.
  if (seen.active !== active || seen.rows !== rows || seen.query !== query) {
    const top = seen.query === query ? seen.top : 0;
    setSeen({ active, rows, query, top: withRow(top, active, rows) });
  }

  useLayoutEffect(() => {
    if (list.current) list.current.scrollTop = seen.top;
  }, [seen.top]);

  const first = Math.min(Math.floor(seen.top / rowHeight), Math.max(0, count - rows));
  const shown = Array.from({ length: Math.min(rows + 1, count - first) }, (_, at) => first + at);
  return (
    <div
      ref={list}
      className="results"
      role="listbox"
      id={id}
      aria-label={label}
      style={{ height: rows * rowHeight }}
      onScroll={(event) => {
        const { scrollTop } = event.currentTarget;
        setSeen((before) => ({ ...before, top: scrollTop }));
      }}
    >
      <div role="presentation" className="results-all" style={{ height: count * rowHeight }}>
        {shown.map((index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the search box has the focus and the keys
          <div
            key={index}
            id={`${id}-${index}`}
            className="result"
            role="option"
            aria-selected={index === active}
            aria-setsize={count}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${index * rowHeight}px)` }}
            // Only a pointer that moves: rows that move below it choose nothing.
            onMouseMove={() => {
              if (index !== active) onActive(index);
            }}
            onClick={() => onPick(index)}
          >
            {row(index)}
          </div>
        ))}
      </div>
    </div>
  );
}

/** Scrolled as little as it takes to have this row in sight. */
function withRow(top: number, index: number, rows: number): number {
  const from = Math.max(0, index) * rowHeight;
  return Math.min(from, Math.max(top, from - (rows - 1) * rowHeight));
}

import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';

export const rowHeight = 44;
const rowsBeyond = 4;
/** In px: the height of a new main window, from which the rows are drawn that come before the list is measured. */
const usualHeight = 720;

/** A window that was not laid out yet says 0: rows that wait for its height would not be there for anyone but the eye. */
const heightBeforeLayout = (): number => Math.max(window.innerHeight, usualHeight);

interface VirtualRowsProps<T> {
  readonly label: string;
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly nameOf: (item: T) => string;
  /** -1: none. */
  readonly active: number;
  readonly onActive: (index: number) => void;
  /** By Enter. */
  readonly onOpen: (index: number) => void;
  /** By a click. */
  readonly onPick: (index: number) => void;
  readonly cells: (item: T, isActive: boolean) => ReactNode;
  readonly grid: RefObject<HTMLDivElement | null>;
}

/** Rows of one height, of which only those in sight are in the page; one of them takes part in the Tab order. */
export function VirtualRows<T>(props: VirtualRowsProps<T>) {
  const { items, active, grid } = props;
  const [from, setFrom] = useState(0);
  // Before it is measured, as for a whole window; rows out of sight come with that.
  const [room, setRoom] = useState(() => Math.ceil(heightBeforeLayout() / rowHeight));
  const [overscan, setOverscan] = useState(0);
  /** In px, as last told: asking the element would lay the page out in the middle of drawing it. */
  const seen = useRef({ top: 0, height: heightBeforeLayout() });
  const focusWanted = useRef(false);
  const focusInside = useRef(false);

  useLayoutEffect(() => {
    const element = grid.current;
    if (!element) return;
    const watcher = new ResizeObserver(([entry]) => {
      // Without a height it is not laid out, as behind the detail in a narrow window: its room is not known, not none.
      if (!entry || entry.contentRect.height === 0) return;
      seen.current.height = entry.contentRect.height;
      setRoom(Math.ceil(entry.contentRect.height / rowHeight));
      setOverscan(rowsBeyond);
    });
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [grid]);

  useLayoutEffect(() => {
    const element = grid.current;
    if (!element || active < 0) return;
    const top = active * rowHeight;
    const { top: scrolled, height } = seen.current;
    if (top < scrolled) element.scrollTop = top;
    else if (top + rowHeight > scrolled + height) element.scrollTop = top + rowHeight - height;
  }, [active, grid]);

  // A row that leaves, or one of its buttons, leaves its focus to the active row.
  useEffect(() => {
    if (focusInside.current && document.activeElement === document.body) focusWanted.current = true;
    if (!focusWanted.current) return;
    focusWanted.current = false;
    focusActiveRow(grid.current);
  });

  function onKeyDown(event: KeyboardEvent): void {
    const page = Math.max(1, room - 1);
    const target: Partial<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: items.length - 1,
    };
    const to = target[event.key];
    if (to !== undefined && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      focusWanted.current = true;
      props.onActive(Math.min(items.length - 1, Math.max(0, to)));
    } else if (event.key === 'Enter' && isRow(event.target)) {
      event.preventDefault();
      props.onOpen(active);
    }
  }

  const first = Math.max(0, Math.min(from, items.length - room) - overscan);
  const last = Math.min(items.length, from + room + overscan);
  const shown = range(first, last);
  // Kept in the page wherever it is, so that the focus isn't lost by scrolling.
  if (active >= 0 && active < items.length && (active < first || active >= last)) shown.push(active);

  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are placed one by one, which a table's can't be
    <div
      ref={grid}
      className="rows"
      role="grid"
      aria-label={props.label}
      aria-rowcount={items.length}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onFocus={() => {
        focusInside.current = true;
      }}
      onBlur={(event) => {
        // Nothing that takes it over: the window lost the focus, or what had it is gone.
        if (event.relatedTarget) focusInside.current = event.currentTarget.contains(event.relatedTarget);
        else focusInside.current = !event.target.isConnected || !document.hasFocus();
      }}
      onScroll={(event) => {
        seen.current.top = event.currentTarget.scrollTop;
        setFrom(Math.floor(seen.current.top / rowHeight));
      }}
    >
      <div className="rows-all" role="presentation" style={{ height: items.length * rowHeight }}>
        {shown.map((index) => {
          const item = items[index];
          if (item === undefined) return null;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys
            // biome-ignore lint/a11y/useSemanticElements: rows are placed one by one, which a table's can't be
            <div
              key={props.keyOf(item)}
              className="row"
              role="row"
              aria-label={props.nameOf(item)}
              aria-rowindex={index + 1}
              aria-selected={index === active}
              tabIndex={index === active ? 0 : -1}
              style={{ transform: `translateY(${index * rowHeight}px)` }}
              onFocus={() => {
                if (index !== active) props.onActive(index);
              }}
              onClick={() => props.onPick(index)}
            >
              {props.cells(item, index === active)}
            </div>
          );
        })}
      </div>
    </div>
  );
}

export function focusActiveRow(grid: HTMLElement | null): void {
  grid?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')?.focus({ preventScroll: true });
}

/** Whether it is a row itself, not one of its buttons. */
export function isRow(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.role === 'row';
}

export function isInRows(grid: HTMLElement | null, target: EventTarget | null): boolean {
  return target instanceof Node && grid?.contains(target) === true;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
}

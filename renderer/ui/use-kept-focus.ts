import { useEffect, useRef } from 'react';

const focusable =
  'a[href], button:not(:disabled, [tabindex="-1"]), input:not(:disabled), select, textarea, [tabindex="0"]';

/** What had the focus last, and everything around it, from the inside out: what is gone knows no parent any more. */
interface Last {
  readonly element: Element;
  readonly around: readonly Element[];
}

function ancestorsOf(element: Element): Element[] {
  const around: Element[] = [];
  for (let one = element.parentElement; one !== null && one !== document.body; one = one.parentElement)
    around.push(one);
  return around;
}

/** Whether it can't have the focus any more: gone, out of sight, or disabled. */
function isLost(element: Element): boolean {
  return !element.isConnected || !element.checkVisibility({ visibilityProperty: true }) || element.matches(':disabled');
}

function isShown(element: HTMLElement): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}

/** In a list its active row, else what comes first. */
function firstIn(part: Element): HTMLElement | null {
  const rows = [...part.querySelectorAll<HTMLElement>('[role="row"][tabindex="0"]')];
  return [...rows, ...part.querySelectorAll<HTMLElement>(focusable)].find(isShown) ?? null;
}

/** Puts the focus to where the view begins: its list's active row, or its heading. */
function focusView(): void {
  const view = document.querySelector('main');
  const row = [...(view?.querySelectorAll<HTMLElement>('[role="row"][tabindex="0"]') ?? [])].find(isShown);
  const heading = view?.querySelector<HTMLElement>('h1');
  if (row) row.focus({ preventScroll: true });
  else if (heading) {
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
}

/** The nearest thing to what is lost: in the smallest part around it that is still there, and not as large as a view. */
function focusNear({ around }: Last): void {
  const modal = document.querySelector('dialog[open]');
  for (const part of around) {
    if (!part.isConnected || (modal !== null && !modal.contains(part))) continue;
    if (part.matches('main, .frame')) break;
    const found = firstIn(part);
    if (found === null) continue;
    found.focus({ preventScroll: true });
    return;
  }
  if (modal === null) focusView();
  else firstIn(modal)?.focus({ preventScroll: true });
}

/**
 * Gives the focus a place where what had it is gone, as a row that was deleted, a button that was pressed, or a view that was left.
 * Left to itself it would be at the page's begin, and Tab would walk through everything again. `view`: what is shown; when it
 * changes and nothing has the focus, the view gets it. A click at an empty place is left alone.
 */
export function useKeptFocus(view: string): void {
  useEffect(() => {
    let last: Last | null = null;
    let frame = 0;
    const remember = ({ target }: Event): void => {
      if (target instanceof Element) last = { element: target, around: ancestorsOf(target) };
    };
    const forget = (): void => {
      // A click moves the focus, or takes it away on purpose.
      if (document.activeElement === document.body) last = null;
    };
    // After the frame, for a dialog or a view may give the focus a place of its own meanwhile.
    const look = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        if (last === null || !isLost(last.element)) return;
        // One that is out of sight or disabled has it for a frame still.
        const { activeElement } = document;
        if (activeElement === document.body || activeElement === last.element) focusNear(last);
      });
    };
    const watcher = new MutationObserver(look);
    const attributeFilter = ['hidden', 'open', 'disabled', 'data-open'];
    watcher.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter });
    addEventListener('resize', look);
    document.addEventListener('focusin', remember);
    document.addEventListener('pointerup', forget);
    return () => {
      cancelAnimationFrame(frame);
      watcher.disconnect();
      removeEventListener('resize', look);
      document.removeEventListener('focusin', remember);
      document.removeEventListener('pointerup', forget);
    };
  }, []);

  // Not at the start: a letter that is typed by chance would act on the first row.
  const shown = useRef(view);
  useEffect(() => {
    if (shown.current === view) return;
    shown.current = view;
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) focusView();
    });
    return () => cancelAnimationFrame(frame);
  }, [view]);
}

/** A window as the focus sees it. */
export type Focusable = {
  readonly owner: object;
  /** True when it is on the screen and may have the focus. */
  canFocus(): boolean;
  /** Called when it got the focus or lost it, not when it is gone. */
  focusChanged(focused: boolean): void;
};

let focused: Focusable | null = null;
/** Who had the focus before a window took it: null is another program. */
const before = new WeakMap<Focusable, Focusable | null>();

/**
 * The keyboard focus: a model of a desktop on which a window that goes away gives the focus back to whoever had it
 * before, another program included.
 */
export const focus = {
  current: (): Focusable | null => focused,

  take(window: Focusable): void {
    if (focused === window || !window.canFocus()) return;
    const previous = focused;
    before.set(window, previous);
    focused = window;
    previous?.focusChanged(false);
    // A listener of the other's blur may have given the focus elsewhere.
    if (focused === window) window.focusChanged(true);
  },

  /** Another program takes the focus. */
  drop(window: Focusable): void {
    if (focused !== window) return;
    focused = null;
    window.focusChanged(false);
  },

  /** A window that is no longer on the screen loses the focus. Returns who gets it, for {@link focus.passTo}. */
  leave(window: Focusable): Focusable | null {
    if (focused !== window) return null;
    focused = null;
    window.focusChanged(false);
    return heirOf(window);
  },

  passTo(heir: Focusable | null): void {
    if (heir === null || focused !== null || !heir.canFocus()) return;
    focused = heir;
    heir.focusChanged(true);
  },
};

function heirOf(window: Focusable): Focusable | null {
  const seen = new Set<Focusable>([window]);
  let heir = before.get(window) ?? null;
  while (heir !== null && !heir.canFocus()) {
    seen.add(heir);
    heir = before.get(heir) ?? null;
    if (heir !== null && seen.has(heir)) return null;
  }
  return heir;
}

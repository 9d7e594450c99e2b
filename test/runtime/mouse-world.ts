/** A mouse button as the page heard it: the fields of its event. */
export type PageMouse = {
  type: 'mouseDown' | 'mouseUp';
  button: number;
  clickCount: number;
  x: number;
  y: number;
  globalX: number;
  globalY: number;
  movementX: number;
  movementY: number;
  shift: boolean;
  control: boolean;
  alt: boolean;
  meta: boolean;
};

/** What the isolated world tells of mouse buttons, each before the page hears it. */
export type MouseLetter = { kind: 'mouse'; mouse: PageMouse };

/**
 * Tells main of each mouse button in a document before its page hears it. Only what came through the browser process: of
 * what a script makes up (`click()`, `dispatchEvent()`) `isTrusted` is false, and no page can change that. Self-contained;
 * runs in the page's isolated world.
 */
export function watchMouse(post: (letter: MouseLetter) => void): void {
  function hear(event: MouseEvent): void {
    if (!event.isTrusted) return;
    const mouse: PageMouse = {
      type: event.type === 'mousedown' ? 'mouseDown' : 'mouseUp',
      button: event.button,
      clickCount: event.detail,
      x: event.clientX,
      y: event.clientY,
      globalX: event.screenX,
      globalY: event.screenY,
      movementX: event.movementX,
      movementY: event.movementY,
      shift: event.shiftKey,
      control: event.ctrlKey,
      alt: event.altKey,
      meta: event.metaKey,
    };
    post({ kind: 'mouse', mouse });
  }

  window.addEventListener('mousedown', hear, true);
  window.addEventListener('mouseup', hear, true);
}

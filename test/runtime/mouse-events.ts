import type { EventEmitter } from 'node:events';
import type Electron from 'electron';
import type { PageMouse } from './mouse-world.ts';
import { missing } from './refuse.ts';

const EVENT = 'before-mouse-event';
/** By the number that a page's event has for it. */
const BUTTONS = ['left', 'middle', 'right'] as const;

/**
 * Tells the app of a mouse button, by `before-mouse-event`. Preventing it is refused: nothing holds the page for main's
 * answer, for what Playwright sends of a click meanwhile would be lost.
 */
export function tellMouse(contents: EventEmitter, mouse: PageMouse): void {
  const event = {
    defaultPrevented: false,
    preventDefault() {
      throw missing(`preventing ${EVENT}`);
    },
  };
  contents.emit(EVENT, event, inputOf(mouse));
}

function inputOf({ button, shift, control, alt, meta, ...input }: PageMouse): Electron.MouseInputEvent {
  const held = { shift, control, alt, meta };
  const modifiers = (['shift', 'control', 'alt', 'meta'] as const).filter((name) => held[name]);
  const named = BUTTONS[button];
  return { ...input, ...(named === undefined ? {} : { button: named }), modifiers };
}

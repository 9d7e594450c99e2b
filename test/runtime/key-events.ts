import type { EventEmitter } from 'node:events';
import type Electron from 'electron';
import { preventable } from './event.ts';
import type { PageKey } from './key-world.ts';

const EVENT = 'before-input-event';

/** What Electron's `WebContents` does with the keys of its page before the page hears them. */
export type KeyEvents = {
  /** A key is about to reach the page. */
  heard(key: PageKey): void;
  /** True when the page must not hear the key that was told last. */
  prevented(): boolean;
};

/**
 * Asks the app about keys, by `before-input-event`. Of a key whose pressing was prevented the release is neither asked
 * about nor heard, until another key is pressed: as in Chromium's `RenderWidgetHostImpl`.
 */
export function keyEvents(contents: EventEmitter): KeyEvents {
  let prevented = false;
  let suppressing = false;

  return {
    heard(key) {
      prevented = suppressing && key.type === 'keyUp';
      if (prevented) return;
      suppressing = false;
      if (contents.listenerCount(EVENT) === 0) return;
      const event = preventable({});
      contents.emit(EVENT, event, inputOf(key));
      prevented = event.defaultPrevented;
      suppressing = prevented && key.type === 'keyDown';
    },
    prevented: () => prevented,
  };
}

function inputOf({ keyCode: _, ...input }: PageKey): Electron.Input {
  const held = { shift: input.shift, control: input.control, alt: input.alt, meta: input.meta };
  const modifiers = Object.entries(held).flatMap(([name, on]) => (on ? [name] : []));
  return { ...input, modifiers: input.isAutoRepeat ? [...modifiers, 'isautorepeat'] : modifiers };
}

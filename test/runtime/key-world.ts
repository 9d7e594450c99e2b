/** A key as the page heard it: the fields of its event. */
export type PageKey = {
  type: 'keyDown' | 'keyUp';
  key: string;
  code: string;
  keyCode: number;
  isAutoRepeat: boolean;
  isComposing: boolean;
  shift: boolean;
  control: boolean;
  alt: boolean;
  meta: boolean;
  location: number;
};

/** What the isolated world tells of keys: each before the page hears it, and those that the page then did not take. */
export type KeyLetter = { kind: 'key'; key: PageKey } | { kind: 'unhandled-key'; key: PageKey };

/**
 * Hears the keys of a document before its page does, and asks main about each. The answer must be there before the page
 * hears the key: main holds the script at `debugger` and writes it into `prevented`. Self-contained; runs in the page's
 * isolated world.
 * @returns runs its argument at once, or after the hold: what main sends meanwhile is run in the middle of it, when
 * listeners of the page are deaf
 */
export function watchKeys(post: (letter: KeyLetter) => void): (work: () => void) => void {
  const waiting: (() => void)[] = [];
  let held = false;

  function askElectron(): boolean {
    // biome-ignore lint/style/useConst: main assigns it while the script is held
    let prevented = false;
    held = true;
    // biome-ignore lint/suspicious/noDebugger: the one way to wait for another process within an event
    debugger;
    held = false;
    for (const work of waiting.splice(0)) queueMicrotask(work);
    return prevented;
  }

  function hear(event: KeyboardEvent): void {
    // What a script of the page made up is no key.
    if (!event.isTrusted) return;
    const key: PageKey = {
      type: event.type === 'keydown' ? 'keyDown' : 'keyUp',
      key: event.key,
      code: event.code,
      keyCode: event.keyCode,
      isAutoRepeat: event.repeat,
      isComposing: event.isComposing,
      shift: event.shiftKey,
      control: event.ctrlKey,
      alt: event.altKey,
      meta: event.metaKey,
      location: event.location,
    };
    post({ kind: 'key', key });
    if (askElectron()) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    if (key.type === 'keyUp') return;
    // After the page's own listeners.
    setTimeout(() => {
      if (!event.defaultPrevented) post({ kind: 'unhandled-key', key });
    });
  }

  window.addEventListener('keydown', hear, true);
  window.addEventListener('keyup', hear, true);
  return (work) => {
    if (held) waiting.push(work);
    else work();
  };
}

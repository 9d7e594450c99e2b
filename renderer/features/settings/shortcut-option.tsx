import { type KeyboardEvent, useState } from 'react';
import { formatAccelerator, formatKeys } from '../../../electron/ipc/accelerator.ts';
import * as words from '../../../electron/messages/window.ts';
import { IconButton } from '../../ui/button.tsx';
import { inParts } from '../../ui/in-parts.ts';
import { Note } from '../../ui/note.tsx';
import { isMac } from '../../ui/shortcuts.ts';
import { useResource } from '../../use-resource.ts';
import { abilities as abilitiesSource } from '../../vault-data.ts';
import { isFree, type Pressed, pressedOf } from './accelerator.ts';
import { Option } from './option.tsx';
import { useSave } from './use-save.ts';

const nothing: Pressed = { modifiers: [], key: null };
const usual = words.settings.paletteHint;

/** The quick palette's shortcut, taken from the keys that are pressed. */
export function ShortcutOption({ shortcut }: { shortcut: string }) {
  /** What is held down; null: it does not listen. */
  const [pressed, setPressed] = useState<Pressed | null>(null);
  /** The last keys were other programs' own. */
  const [refused, setRefused] = useState(false);
  const abilities = useResource(abilitiesSource).value;
  const { isPending, error, save } = useSave();
  const recording = pressed !== null;
  const said = formatAccelerator(shortcut, isMac);
  const isTaken = abilities?.shortcut === false && !recording && !isPending;

  function listen(on: boolean): void {
    setPressed(on ? nothing : null);
    setRefused(false);
  }

  function take(event: KeyboardEvent<HTMLButtonElement>): void {
    if (!recording || event.key === 'Tab') return;
    // Neither the window's own keys nor the button's.
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') {
      listen(false);
      return;
    }
    const now = pressedOf(event, isMac);
    setPressed(now);
    if (event.type !== 'keydown' || event.repeat || now.key === null) return;
    if (isFree(now)) {
      listen(false);
      save({ shortcut: [...now.modifiers, now.key].join('+') });
    } else setRefused(true);
  }

  function text(): string {
    if (!pressed) return said || words.settings.noShortcut;
    const held = formatKeys(pressed.modifiers, isMac);
    if (held === '') return words.settings.pressKeys;
    return isMac ? `${held} …` : `${held}+ …`;
  }

  return (
    <>
      <Option
        label={words.settings.openPalette}
        hint={refused ? words.settings.needed(formatModifiers()) : recording ? words.settings.escLeaves : usual}
        error={error}
      >
        {(ids) => (
          <>
            <button
              {...ids}
              type="button"
              className="input recorder"
              aria-busy={isPending || undefined}
              data-recording={recording || undefined}
              onClick={() => listen(!recording)}
              onKeyDown={take}
              onKeyUp={take}
              onBlur={() => listen(false)}
            >
              {text()}
            </button>
            <IconButton
              icon="close"
              label={words.settings.clearShortcut}
              disabled={shortcut === '' || isPending}
              onClick={() => save({ shortcut: '' })}
            />
          </>
        )}
      </Option>
      {isTaken && (
        <Note tone="due" icon="alert">
          {inParts(words.settings.taken(<strong>{said}</strong>))}
        </Note>
      )}
    </>
  );
}

function formatModifiers(): string {
  return isMac ? words.settings.modifiersMac : words.settings.modifiers;
}

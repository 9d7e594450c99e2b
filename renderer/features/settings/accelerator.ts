/** Electron's names for keys that are not their own letter, by `KeyboardEvent.code`. */
const named: Readonly<Record<string, string>> = {
  Space: 'Space',
  Comma: ',',
  Period: '.',
  Slash: '/',
  Semicolon: ';',
  Quote: "'",
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Minus: '-',
  Equal: '=',
  Backquote: '`',
};

export interface Pressed {
  /** Electron's names of the modifiers that are held. */
  readonly modifiers: readonly string[];
  /** null: only modifiers so far, or a key that can't be part of one. */
  readonly key: string | null;
}

type Keys = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** What is pressed, as Electron names it. The letter is the one that the person's layout has there. */
export function pressedOf(event: Keys, isMac: boolean): Pressed {
  const { ctrlKey, metaKey, altKey, shiftKey } = event;
  const both = ctrlKey && metaKey;
  const held: readonly (readonly [boolean, string])[] = isMac
    ? [
        [metaKey, both ? 'Command' : 'CommandOrControl'],
        [ctrlKey, 'Control'],
      ]
    : [
        [ctrlKey, 'CommandOrControl'],
        [metaKey, 'Super'],
      ];
  const all = [...held, [altKey, 'Alt'] as const, [shiftKey, 'Shift'] as const];
  return { modifiers: all.flatMap(([isHeld, name]) => (isHeld ? [name] : [])), key: keyOf(event) };
}

function keyOf({ key, code }: Keys): string | null {
  if (/^[a-z0-9]$/i.test(key)) return key.toUpperCase();
  if (/^F([1-9]|1\d|2[0-4])$/.test(key)) return key;
  // Alt or Shift make something else of a letter or a digit.
  return /^(?:Key([A-Z])|Digit(\d))$/.exec(code)?.slice(1).find(Boolean) ?? named[code] ?? null;
}

/** Whether other programs can do without these keys: main takes no others. */
export function isFree({ modifiers, key }: Pressed): boolean {
  if (key === null || modifiers.every((name) => name === 'Shift')) return false;
  return modifiers.length > 1 || key === 'Space' || /^F\d/.test(key);
}

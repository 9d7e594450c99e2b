/** A key as Chromium knows it on a US keyboard. */
export type Key = {
  /** Windows' virtual key code: `keyCode` of a page's event. */
  keyCode: number;
  /** `code` and `key` of a page's event. */
  code: string;
  key: string;
  /** `key` while Shift is held. */
  shifted: string;
};

const named = (keyCode: number, code: string, key = code): Key => ({ keyCode, code, key, shifted: key });

const ENTER = named(13, 'Enter');
const ESCAPE = named(27, 'Escape');
const PUNCTUATION: [signs: string, keyCode: number, code: string][] = [
  [';:', 186, 'Semicolon'],
  ['=+', 187, 'Equal'],
  [',<', 188, 'Comma'],
  ['-_', 189, 'Minus'],
  ['.>', 190, 'Period'],
  ['/?', 191, 'Slash'],
  ['`~', 192, 'Backquote'],
  ['[{', 219, 'BracketLeft'],
  ['\\|', 220, 'Backslash'],
  [']}', 221, 'BracketRight'],
  ['\'"', 222, 'Quote'],
];
const OVER_DIGITS = ')!@#$%^&*(';

const NAMED: Record<string, Key> = {
  backspace: named(8, 'Backspace'),
  tab: named(9, 'Tab'),
  enter: ENTER,
  return: ENTER,
  capslock: named(20, 'CapsLock'),
  esc: ESCAPE,
  escape: ESCAPE,
  space: named(32, 'Space', ' '),
  pageup: named(33, 'PageUp'),
  pagedown: named(34, 'PageDown'),
  end: named(35, 'End'),
  home: named(36, 'Home'),
  left: named(37, 'ArrowLeft'),
  up: named(38, 'ArrowUp'),
  right: named(39, 'ArrowRight'),
  down: named(40, 'ArrowDown'),
  printscreen: named(44, 'PrintScreen'),
  insert: named(45, 'Insert'),
  delete: named(46, 'Delete'),
  nummult: named(106, 'NumpadMultiply', '*'),
  numadd: named(107, 'NumpadAdd', '+'),
  numsub: named(109, 'NumpadSubtract', '-'),
  numdec: named(110, 'NumpadDecimal', '.'),
  numdiv: named(111, 'NumpadDivide', '/'),
  numlock: named(144, 'NumLock'),
  scrolllock: named(145, 'ScrollLock'),
  volumemute: named(173, 'AudioVolumeMute'),
  volumedown: named(174, 'AudioVolumeDown'),
  volumeup: named(175, 'AudioVolumeUp'),
  medianexttrack: named(176, 'MediaTrackNext'),
  mediaprevioustrack: named(177, 'MediaTrackPrevious'),
  mediastop: named(178, 'MediaStop'),
  mediaplaypause: named(179, 'MediaPlayPause'),
};

/**
 * The key that one word of an accelerator names, by the table of Electron's `shell/common/keyboard_util.cc`, and whether
 * naming it so holds Shift (`+`, `!`, `Plus`). Null for modifiers and for words that name no key.
 */
export function keyNamed(word: string): { key: Key; shift: boolean } | null {
  const lower = word.toLowerCase();
  if (lower === 'plus') return keyNamed('+');
  if (lower.length === 1) return keyOfSign(lower);
  const numpad = /^num(\d)$/.exec(lower)?.[1];
  if (numpad !== undefined) return plain(named(96 + Number(numpad), `Numpad${numpad}`, numpad));
  const f = /^f([1-9]|1\d|2[0-4])$/.exec(lower)?.[1];
  if (f !== undefined) return plain(named(111 + Number(f), `F${f}`));
  const found = NAMED[lower];
  return found ? plain(found) : null;
}

function plain(key: Key): { key: Key; shift: boolean } {
  return { key, shift: false };
}

function keyOfSign(sign: string): { key: Key; shift: boolean } | null {
  if (/[a-z]/.test(sign)) {
    const upper = sign.toUpperCase();
    return plain({ keyCode: upper.charCodeAt(0), code: `Key${upper}`, key: sign, shifted: upper });
  }
  const digit = /\d/.test(sign) ? Number(sign) : OVER_DIGITS.indexOf(sign);
  if (digit >= 0) {
    const key = { keyCode: 48 + digit, code: `Digit${digit}`, key: `${digit}`, shifted: OVER_DIGITS[digit] ?? '' };
    return { key, shift: sign !== key.key };
  }
  if (sign === ' ') return keyNamed('space');
  for (const [signs, keyCode, code] of PUNCTUATION) {
    const [key = '', shifted = ''] = signs;
    if (sign === key || sign === shifted) return { key: { keyCode, code, key, shifted }, shift: sign === shifted };
  }
  return null;
}

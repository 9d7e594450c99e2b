import { keyNamed } from './keys.ts';

/** The modifier keys that are held. */
export type Modifiers = { shift: boolean; control: boolean; alt: boolean; meta: boolean };

/** Keys that are pressed together. `altGr` no page can tell from Control and Alt. */
export type Accelerator = Modifiers & { keyCode: number; altGr: boolean };

const LAST_ASCII = 0x7f;

const MODIFIERS: Record<string, keyof Modifiers | 'altGr'> = {
  ctrl: 'control',
  control: 'control',
  super: 'meta',
  cmd: 'meta',
  command: 'meta',
  meta: 'meta',
  alt: 'alt',
  option: 'alt',
  shift: 'shift',
  altgr: 'altGr',
};

/**
 * Reads an accelerator as Electron's `accelerator_util.cc` does: modifiers and one key in any order and case, of several
 * keys the last. Null when there is no valid key.
 */
export function parseAccelerator(text: string, platform: NodeJS.Platform = process.platform): Accelerator | null {
  // Electron refuses whatever is not ASCII.
  if ([...text].some((sign) => sign.charCodeAt(0) > LAST_ASCII)) return null;
  const read = { shift: false, control: false, alt: false, meta: false, altGr: false, keyCode: 0 };
  for (const word of text.split('+').map((part) => part.trim())) {
    if (word === '') continue;
    const modifier = modifierNamed(word.toLowerCase(), platform);
    if (modifier) {
      read[modifier] = true;
      continue;
    }
    const found = keyNamed(word);
    read.keyCode = found?.key.keyCode ?? 0;
    if (found?.shift) read.shift = true;
  }
  return read.keyCode === 0 ? null : read;
}

function modifierNamed(word: string, platform: NodeJS.Platform): keyof Modifiers | 'altGr' | null {
  if (word === 'commandorcontrol' || word === 'cmdorctrl') return platform === 'darwin' ? 'meta' : 'control';
  return MODIFIERS[word] ?? null;
}

/** One text for all spellings of the same keys. */
export function acceleratorName({ keyCode, shift, control, alt, meta, altGr }: Accelerator): string {
  return JSON.stringify([keyCode, shift, control, alt, meta, altGr]);
}

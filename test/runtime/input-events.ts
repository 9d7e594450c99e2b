import type Protocol from 'devtools-protocol';
import type Electron from 'electron';
import { keyNamed } from './keys.ts';
import { missing } from './refuse.ts';

type AnyInput = Parameters<Electron.WebContents['sendInputEvent']>[0];

const TYPES = { keyDown: 'rawKeyDown', rawKeyDown: 'rawKeyDown', keyUp: 'keyUp', char: 'char' } as const;

/** Bits of CDP's `modifiers`, by Electron's names in lower case. */
const BITS: Record<string, number> = {
  alt: 1,
  control: 2,
  ctrl: 2,
  meta: 4,
  command: 4,
  cmd: 4,
  shift: 8,
};

/**
 * What `sendInputEvent` sends for a key. As in Electron a pressed key types nothing by itself: the text is a `char` event.
 * Throws on what is not offered: everything but keys.
 */
export function keyInput(input: AnyInput): Protocol.Input.DispatchKeyEventRequest {
  const type = isKeyType(input.type) ? TYPES[input.type] : null;
  if (type === null || !('keyCode' in input)) throw missing(`webContents.sendInputEvent of ${input.type}`);
  const named = keyNamed(input.keyCode);
  const held = (input.modifiers ?? []).map((name) => name.toLowerCase());
  const bits = held.reduce((sum, name) => sum | (BITS[name] ?? 0), named?.shift ? 8 : 0);
  const key = named ? (bits & 8 ? named.key.shifted : named.key.key) : input.keyCode;
  const event = { type, modifiers: bits, autoRepeat: held.includes('isautorepeat') };
  if (type === 'char') {
    // What the key's own name is in Chromium: a carriage return for Enter.
    const character = key === 'Enter' ? '\r' : key;
    const text = input.keyCode.length > 1 && character.length === 1 ? character : input.keyCode;
    return { ...event, key, text, unmodifiedText: text };
  }
  return { ...event, key, code: named?.key.code ?? '', windowsVirtualKeyCode: named?.key.keyCode ?? 0 };
}

function isKeyType(type: string): type is keyof typeof TYPES {
  return Object.hasOwn(TYPES, type);
}

import { missing } from './refuse.ts';

/** Red, green and blue from 0 to 255, alpha from 0 to 1. */
export type Color = { r: number; g: number; b: number; a: number };

/**
 * Reads a colour as Electron's windows take it: `#RGB`, `#ARGB`, `#RRGGBB`, `#AARRGGBB` (alpha first) and `rgb()`,
 * `rgba()`. Throws on the forms that are not offered (names, `hsl()`).
 */
export function parseColor(text: string): Color {
  return fromHex(text) ?? fromRgb(text) ?? refuse(text);
}

/** `#RRGGBB`, as `getBackgroundColor` gives it. */
export function toHex({ r, g, b }: Color): string {
  return `#${[r, g, b].map((part) => part.toString(16).padStart(2, '0')).join('')}`.toUpperCase();
}

function fromHex(text: string): Color | null {
  const digits = /^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.exec(text)?.[1];
  if (digits === undefined) return null;
  const pairs = digits.length < 6 ? [...digits].map((digit) => digit + digit) : (digits.match(/../g) ?? []);
  const parts = pairs.map((pair) => Number.parseInt(pair, 16));
  const [a = 255, r = 0, g = 0, b = 0] = parts.length === 4 ? parts : [255, ...parts];
  return { r, g, b, a: a / 255 };
}

function fromRgb(text: string): Color | null {
  const inner = /^rgba?\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*(?:,\s*([\d.]+)\s*)?\)$/i.exec(text);
  if (!inner) return null;
  const [, r, g, b, a = '1'] = inner;
  return { r: Number(r), g: Number(g), b: Number(b), a: Number(a) };
}

function refuse(text: string): never {
  throw missing(`the colour ${text}`);
}

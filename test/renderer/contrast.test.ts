import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { windowBackgrounds as windowGrounds } from '../../electron/shell/window-backgrounds.ts';

type Tokens = ReadonlyMap<string, string>;

const source = await readFile(new URL('../../renderer/styles/tokens.css', import.meta.url), 'utf8');
const darkAt = source.indexOf('prefers-color-scheme: dark');
const light = tokensIn(source.slice(0, darkAt));
const dark: Tokens = new Map([...light, ...tokensIn(source.slice(darkAt))]);

function tokensIn(css: string): Map<string, string> {
  return new Map(
    [...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\s*;/g)].map(([, name = '', color = '']) => [name, color]),
  );
}

/** Relative luminance: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(tokens: Tokens, front: string, back: string): number {
  const of = (name: string): number => {
    const color = tokens.get(name);
    if (color === undefined) throw new Error(`tokens.css has no --${name}`);
    return luminance(color);
  };
  const [high = 0, low = 0] = [of(front), of(back)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const backgrounds = ['ground', 'side', 'raised', 'hover', 'selected'] as const;
const onEveryGround = ['text', 'text-2', 'text-3', 'accent-ink'] as const;
const marks = [0, 1, 2, 3, 4, 5].map((tone) => [`mark-${tone}`, `mark-${tone}-ground`] as const);
const text: readonly (readonly [string, string])[] = [
  ...backgrounds.flatMap((ground) => onEveryGround.map((ink) => [ink, ground] as const)),
  ...marks,
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['text-2', 'line'],
  ['text', 'line'],
  ...(['due', 'bad', 'good'] as const).flatMap((tone) => [
    [tone, `${tone}-ground`] as const,
    ['text', `${tone}-ground`] as const,
    ['text-2', `${tone}-ground`] as const,
    ...backgrounds.map((ground) => [tone, ground] as const),
  ]),
];
/** What shows where a control is, and where the focus is. */
const controls: readonly (readonly [string, string])[] = backgrounds.flatMap((ground) => [
  ['line-strong', ground] as const,
  ['focus', ground] as const,
]);

for (const [theme, tokens] of [
  ['light', light],
  ['dark', dark],
] as const) {
  test(`every text of the ${theme} theme has a contrast of 4.5 to its ground`, () => {
    expect(text.filter(([front, back]) => contrast(tokens, front, back) < 4.5)).toEqual([]);
  });

  test(`every control and focus ring of the ${theme} theme has a contrast of 3 to its ground`, () => {
    expect(controls.filter(([front, back]) => contrast(tokens, front, back) < 3)).toEqual([]);
  });
}

test('a window’s own colour is its page’s ground', () => {
  expect(windowGrounds).toEqual({ light: light.get('ground'), dark: dark.get('ground') });
});

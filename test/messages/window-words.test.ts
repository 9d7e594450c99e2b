import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { languages } from '../../electron/messages/languages.ts';
import { windowLanguages } from '../../electron/messages/window-languages.ts';
import { root } from '../docs/documents.ts';
import { filesIn } from './files-in.ts';
import { broken, keysOf, leavesOf } from './keys-of.ts';

const facts = ['one', 'two', 'three', 'four', 'five'];

/** What a text says of some facts; a sentence with elements in it as its parts put together. */
function saidOf(text: unknown): unknown {
  const said: unknown = typeof text === 'function' ? Reflect.apply(text, undefined, facts) : text;
  return Array.isArray(said) ? said.join('') : said;
}

test('the window speaks every language that main does', () => {
  expect(Object.keys(windowLanguages)).toEqual(Object.keys(languages));
});

describe.each(Object.entries(windowLanguages))('in %s', (_name, words) => {
  test('the window has a text for all that it has one for in the others', () => {
    expect(keysOf(words)).toEqual(keysOf(windowLanguages.english));
  });

  test('each text of the window is put together with its facts', () => {
    const leaves = leavesOf(words);
    expect(leaves.length).toBeGreaterThan(500);
    for (const [name, text] of leaves) {
      expect(saidOf(text), name).toMatch(/\S/);
      expect(saidOf(text), name).not.toMatch(broken);
      // Each fact that it is given is in it, or decides how it is put.
      if (typeof text === 'function' && text.length > 1) expect(saidOf(text), name).toContain('two');
    }
  });
});

test('the window shows each text that it has', () => {
  const parts = filesIn('renderer', /\.tsx?$/)
    .map((name) => readFileSync(path.join(root, name), 'utf8'))
    .join('\n');
  const used = new Set([...parts.matchAll(/\bwords\.(\w+\.\w+)/g)].map(([, name]) => name));
  expect(keysOf(windowLanguages.english).filter((name) => !used.has(name))).toEqual([]);
});

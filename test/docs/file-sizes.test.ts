import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from './documents.ts';

/** In lines. */
const longest = 250;

/** A list of one line for each provider, and nothing else. */
const lists = ['electron/detection/catalogue/catalogue.ts'];

function longIn(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(tsx?|css)$/.test(name))
    .map((name) => `${folder}/${name.split(path.sep).join('/')}`)
    .filter((name) => readFileSync(path.join(root, name), 'utf8').split('\n').length - 1 > longest);
}

test('no file of the app is too long to be read at once, but for lists', () => {
  expect(['electron', 'renderer'].flatMap(longIn)).toEqual(lists);
});

import { expect, test } from 'vitest';
import { writeMessage } from '../../electron/shell/write-message.ts';
import type { WriteLine } from '../../electron/vault/ports.ts';

const line = (part: Partial<WriteLine> = {}): WriteLine => ({
  envVar: 'OPENAI_API_KEY',
  change: 'changed',
  key: 'OpenAI',
  keyBefore: null,
  last4: '3f9A',
  currentSince: new Date(2026, 10, 26, 14, 5).getTime(),
  foreign: false,
  note: null,
  couldRun: false,
  ...part,
});
const home = '/home/mia/code/shop';
const ask = (lines: readonly WriteLine[], file = 'api/.env', root = home) =>
  writeMessage({ files: [{ project: 'shop', file, root, lines }] });

test('a few lines of one file are asked in the system’s own dialog, each with what becomes of it', () => {
  const gone = line({ envVar: 'OLD', change: 'removed', key: null, last4: null, currentSince: null });
  const short = line({ envVar: 'PIN', change: 'added', last4: null, key: 'Pin' });
  expect(ask([line({ foreign: true }), short, gone])).toEqual({
    message: 'Write to this file?',
    detail: [
      'File: shop/api/.env',
      'in /home/mia/code/shop',
      '',
      'Changed, not written by Clavis: OPENAI_API_KEY',
      'Key that ends in 3f9A: OpenAI',
      'Current since 26 November 2026 at 14:05',
      '',
      'Added: PIN',
      'Key: Pin',
      'Current since 26 November 2026 at 14:05',
      '',
      'Removed: OLD',
    ].join('\n'),
    action: 'Write',
  });
});

test.each([
  ['more lines than it shows', () => ask(Array.from({ length: 7 }, () => line()))],
  ['a line longer than it shows', () => ask([line({ envVar: 'K'.repeat(120) })])],
  ['a quotation mark in the path', () => ask([line()], '“safe”.env')],
  ['a path longer than it shows', () => ask([line()], `${'deep/'.repeat(30)}.env`)],
  ['a folder that lies deeper than it shows', () => ask([line()], '.env', `/home/mia/${'deep/'.repeat(30)}shop`)],
  ['a folder with a character that nobody can see', () => ask([line()], '.env', '/home/mia/\u202ework/shop')],
  ['a name to think about', () => ask([line({ note: 'public' })])],
  ['a key that was renamed just now', () => ask([line({ keyBefore: 'OpenAI test' })])],
  ['a value that programs could run', () => ask([line({ couldRun: true })])],
  [
    'several files',
    () => writeMessage({ files: ['a', 'b'].map((file) => ({ project: 'shop', file, root: home, lines: [line()] })) }),
  ],
])('it says too little where there is %s', (_, asked) => {
  expect(asked()).toBe(null);
});

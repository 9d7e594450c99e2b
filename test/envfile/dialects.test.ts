import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { dialects } from '../../electron/envfile/index.ts';
import { root, textOf } from '../docs/documents.ts';

it.each(dialects)('the dialect %s is named where people read which there are', (dialect) => {
  expect(textOf('README.md')).toMatch(new RegExp(`The dialects are [^\n]{0,120}\`${dialect}\``));
  expect(textOf('docs/guide.md')).toMatch(new RegExp(`Each has a dialect, [\\s\\S]{0,200}\`${dialect}\``));
});

it.each(dialects)('hostile files of the dialect %s are timed in a test file of their own', (dialect) => {
  expect(existsSync(path.join(root, `test/attacks/env-files-${dialect}.linear.test.ts`))).toBe(true);
});

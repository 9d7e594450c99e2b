import { expect, test } from 'vitest';
import { fieldsOf } from '../../../electron/adapters/external-import/field-lines.ts';
import { ownClock } from '../../support/waited-time.ts';

test.each([
  'a: {\n',
  'a: -----BEGIN X-----\n',
  '[\n"',
  '-----BEGIN X-----\n',
  '{"a":\n',
  'a: "\n',
  `a: {\n${'x'.repeat(900)}\n`,
])('a cell of %j over and over is parted into fields in a moment', (hostile) => {
  const cell = hostile.repeat(Math.floor(900_000 / hostile.length));
  const started = ownClock();
  expect(fieldsOf(cell).length).toBeGreaterThan(0);
  expect(ownClock() - started).toBeLessThan(4_000);
});

import { expect, test } from 'vitest';
import { fieldsOf } from '../../../electron/adapters/external-import/field-lines.ts';

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
  const started = performance.now();
  expect(fieldsOf(cell).length).toBeGreaterThan(0);
  expect(performance.now() - started).toBeLessThan(4_000);
});

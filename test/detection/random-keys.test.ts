import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createDetector } from '../../electron/detection/detector.ts';
import { Secret } from '../../electron/vault/secret.ts';
import { someProviders } from './some-providers.ts';

const detector = createDetector(someProviders);
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const alphanumerics = `${letters}0123456789`;
const pick = (length: number, of: string): string => Array.from({ length }, () => of[randomInt(of.length)]).join('');
const hex = (length: number): string => pick(length, '0123456789abcdef');
const times = 2_000;

/** In percent. */
function recognised(make: () => string, name?: string): number {
  let hits = 0;
  for (let time = 0; time < times; time += 1) {
    const text = make();
    const found = detector.detect(new Secret(text), name === undefined ? { from: 'clipboard' } : { name });
    if (found.kind === 'secret' && found.value.reveal() === text) hits += 1;
  }
  return (100 * hits) / times;
}

const makers: readonly (readonly [string, () => string])[] = [
  ['hex 24', () => hex(24)],
  ['hex 32', () => hex(32)],
  ['hex 40', () => hex(40)],
  ['base64 of 32 bytes', () => randomBytes(32).toString('base64')],
  ['a UUID', () => randomUUID()],
  ['20 letters and digits', () => pick(20, alphanumerics)],
];

describe.each(makers)('random %s', (_what, make) => {
  it.each(['API_KEY', 'MY_TOKEN', 'APP_SECRET', 'DB_PASSWORD', 'APIKEY', 'JWT', 'ADMIN_PW', 'PASSPHRASE'])(
    'is a secret under %s, 99 times of 100',
    (name) => {
      expect(recognised(make, name)).toBeGreaterThanOrEqual(99);
    },
  );
});

it.each([
  ['hex 32', () => hex(32)],
  ['hex 64', () => hex(64)],
  ['base64 of 32 bytes', () => randomBytes(32).toString('base64')],
  ['base64url of 32 bytes', () => randomBytes(32).toString('base64url')],
  ['32 letters and digits', () => pick(32, alphanumerics)],
  ['40 letters', () => pick(40, letters)],
  ['40 capitals and digits', () => pick(40, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789')],
] satisfies [string, () => string][])('random %s is offered from the clipboard, 97 times of 100', (_what, make) => {
  expect(recognised(make)).toBeGreaterThanOrEqual(97);
});

it('short passwords are secrets under a secret’s name', () => {
  for (const [name, text] of [
    ['ADMIN_PW', 'S3cret!pass'],
    ['APIKEY', 'abc-def-ghi'],
    ['JWT', 'my-super-long-dev-string'],
    ['DB_PASSWORD', '/a/b'],
    ['spring.datasource.password', 'hunter2'],
    ['clientSecret', 'abc-def-ghi'],
  ] as const) {
    expect(detector.detect(new Secret(text), { name }).kind).toBe('secret');
  }
});

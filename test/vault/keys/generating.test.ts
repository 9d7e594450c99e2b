import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editDocument, readDocument } from '../../../electron/adapters/env-files/documents.ts';
import { systemRandomBytes } from '../../../electron/adapters/random-bytes.ts';
import { generateValue } from '../../../electron/vault/keys/generating.ts';
import type { RandomBytes } from '../../../electron/vault/ports.ts';
import type { Recipe } from '../../../electron/vault/records.ts';
import { openTestVault, someFields, type TestVault } from '../../support/test-vault.ts';

const encodings = ['hex', 'base64', 'base64url'] as const;
const alphabets = ['letters-digits', 'letters-digits-symbols', 'digits'] as const;

const generate = (recipe: Recipe, random: RandomBytes = systemRandomBytes): string =>
  generateValue(recipe, random).reveal();

/** Bytes that come round again and again, from the largest down: 255, 254, … 0, 255, … */
function turningBytes(): RandomBytes {
  let next = 0;
  return (count) => Uint8Array.from({ length: count }, () => (next = (next + 255) % 256));
}

describe('random bytes as text', () => {
  it.each(encodings)('are what any %s decoder takes for them, at each length', (encoding) => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 1_024 }), (bytes) => {
        const text = generate({ kind: 'bytes', bytes: bytes.length, encoding }, () => Uint8Array.from(bytes));
        expect(text).toBe(Buffer.from(bytes).toString(encoding));
      }),
    );
  });

  it('come from the system, other ones each time', () => {
    const recipe = { kind: 'bytes', bytes: 32, encoding: 'base64url' } as const;
    const made = new Set(Array.from({ length: 100 }, () => generate(recipe)));
    expect(made.size).toBe(100);
  });
});

describe('random characters', () => {
  it.each([
    ['letters-digits', 62],
    ['letters-digits-symbols', 70],
    ['digits', 10],
  ] as const)('of %s are each as likely as the others', (alphabet, size) => {
    // Over three rounds of all bytes.
    const each = 3 * Math.floor(256 / size);
    const text = generate({ kind: 'text', length: each * size, alphabet }, turningBytes());
    const counts = new Map<string, number>();
    for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
    expect(counts.size).toBe(size);
    expect(new Set(counts.values())).toEqual(new Set([each]));
  });

  it.each(alphabets)('of %s have the length that was asked for', (alphabet) => {
    for (const length of [20, 21, 100, 1_024]) {
      expect(generate({ kind: 'text', length, alphabet })).toHaveLength(length);
    }
  });
});

describe('a value that could be guessed', () => {
  it.each([
    [{ kind: 'text', length: 8, alphabet: 'digits' }, 26],
    [{ kind: 'text', length: 19, alphabet: 'digits' }, 63],
    [{ kind: 'text', length: 10, alphabet: 'letters-digits' }, 59],
    [{ kind: 'text', length: 10, alphabet: 'letters-digits-symbols' }, 61],
    [{ kind: 'bytes', bytes: 7, encoding: 'hex' }, 56],
  ] as const)('is not made: %o', (recipe, bits) => {
    expect(() => generate(recipe)).toThrow(
      expect.objectContaining({ code: 'GENERATE_WEAK', details: { bits, least: 64 } }),
    );
  });

  it.each([
    { kind: 'text', length: 20, alphabet: 'digits' },
    { kind: 'text', length: 11, alphabet: 'letters-digits' },
    { kind: 'bytes', bytes: 8, encoding: 'hex' },
  ] as const)('is one below 64 random bits, and these have them: %o', (recipe) => {
    expect(generate(recipe).length).toBeGreaterThan(10);
  });
});

describe('in every env file', () => {
  const shapes = [
    ['dotenv', (value: string) => `A_SECRET=${value}`],
    ['docker', (value: string) => `A_SECRET=${value}`],
    ['shell', (value: string) => `export A_SECRET=${value}`],
    ['json', (value: string) => `"A_SECRET": "${value}"`],
  ] as const;
  const shortened = (recipe: Recipe): Recipe =>
    recipe.kind === 'text' ? { ...recipe, length: 20 } : { ...recipe, bytes: 16 };
  const recipes: Recipe[] = [
    ...encodings.map((encoding) => ({ kind: 'bytes', bytes: 1_000, encoding }) as const),
    ...alphabets.map((alphabet) => ({ kind: 'text', length: 1_000, alphabet }) as const),
  ];

  it.each(shapes)('of %s it stands as it is, without quotes or escapes, and is read back whole', (dialect, line) => {
    const before = new TextEncoder().encode(dialect === 'json' ? '{}' : '');
    for (const expands of [false, true]) {
      const shape = { dialect, expands, file: 'env' };
      // A thousand characters hold each symbol; short ones begin and end with each in turn.
      const made = recipes.flatMap((recipe) => [
        generate(recipe),
        ...Array.from({ length: 50 }, () => generate(shortened(recipe))),
      ]);
      for (const text of made) {
        const changes = [{ name: 'A_SECRET', value: text }];
        const bytes = editDocument(before, shape, { path: `/p/${shape.file}`, changes, bound: ['A_SECRET'] });
        expect(new TextDecoder().decode(bytes)).toContain(line(text));
        expect(readDocument(bytes, shape).values.get('A_SECRET')).toBe(text);
      }
    }
  });
});

describe('a generated key', () => {
  let test: TestVault;
  beforeAll(async () => {
    test = await openTestVault();
  });
  afterAll(() => test.stop());

  it('has its value in the keychain alone, one copy grant, and says how it was made', async () => {
    const recipe = { kind: 'bytes', bytes: 32, encoding: 'base64url' } as const;
    const view = await test.vault.keys.addGenerated({ ...someFields, name: 'JWT' }, recipe);
    const value = (await test.lookup(`${view.id}/1`)) ?? '';
    expect(Buffer.from(value, 'base64url')).toHaveLength(32);
    expect(view).toMatchObject({ version: 1, grant: 'ready', last4: value.slice(-4) });
    const told = { views: test.vault.keys.page('', 1_000), activity: test.vault.activity.latest(10) };
    expect(JSON.stringify(told)).not.toContain(value);
    expect(test.vault.activity.latest(2, view.id)).toMatchObject([
      { kind: 'added', detail: 'generated, 32 bytes as base64url' },
    ]);
    await test.vault.copying.copy(view.id);
    expect(test.clipboard.held.clipboard).toBe(value);
    await expect(test.vault.copying.copy(view.id)).rejects.toMatchObject({ code: 'COPY_SPENT' });
  });

  it('is rotated to another random value, which can be copied once, and back', async () => {
    const recipe = { kind: 'text', length: 40, alphabet: 'letters-digits-symbols' } as const;
    const { id } = await test.vault.keys.addGenerated({ ...someFields, name: 'Cookie' }, recipe);
    const before = await test.lookup(`${id}/1`);
    expect(await test.vault.rotation.rotateGenerated(id, recipe)).toMatchObject({ version: 2, grant: 'ready' });
    const after = await test.lookup(`${id}/2`);
    expect(after).toHaveLength(40);
    expect(after).not.toBe(before);
    expect(test.vault.activity.latest(1, id)).toMatchObject([
      { kind: 'rotated', detail: 'generated, 40 letters, digits and symbols' },
    ]);
    expect((await test.vault.rotation.undo(id)).version).toBe(1);
  });

  it('that could be guessed is refused, and nothing is kept or rotated', async () => {
    const weak = { kind: 'text', length: 12, alphabet: 'digits' } as const;
    const before = test.vault.keys.page('', 1_000);
    await expect(test.vault.keys.addGenerated({ ...someFields, name: 'PIN' }, weak)).rejects.toMatchObject({
      code: 'FIELDS_INVALID',
      details: { value: 'GENERATE_WEAK', 'value:least': 64 },
    });
    const id = before[0]?.id ?? '';
    await expect(test.vault.rotation.rotateGenerated(id, weak)).rejects.toMatchObject({ code: 'GENERATE_WEAK' });
    expect(test.vault.keys.page('', 1_000)).toEqual(before);
  });
});

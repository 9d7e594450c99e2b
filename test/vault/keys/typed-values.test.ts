import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Secret } from '../../../electron/vault/secret.ts';
import { openTestVault, someFields, someValue, type TestVault } from '../../support/test-vault.ts';

let count = 0;
let test: TestVault;
afterAll(() => test.stop());
beforeAll(async () => {
  test = await openTestVault();
});

const add = (typed: string, keepOdd = false) => {
  count += 1;
  return test.vault.keys.add({ ...someFields, name: `Key ${count}` }, new Secret(typed), keepOdd);
};
const heldBy = (id: string) => test.lookup(`${id}/1`);
const odd = 'correct\u200bhorse battery';

describe('of a value that is typed', () => {
  it.each([
    ['OPENAI_API_KEY=', (key: string) => `OPENAI_API_KEY=${key}`],
    ['export and quotes', (key: string) => `export OPENAI_API_KEY='${key}'\r\n`],
    ['PowerShell’s $env:', (key: string) => `$env:OPENAI_API_KEY = "${key}"`],
    ['Bearer', (key: string) => `Authorization: Bearer ${key}`],
    ['white space, no-break spaces and a line end', (key: string) => `\u00a0 ${key} \r\n`],
    ['backticks', (key: string) => `\`${key}\``],
  ])('%s is left out', async (_what, around) => {
    const value = someValue(String.fromCharCode(97 + count)).reveal();
    const kept = await add(around(value));
    expect(await heldBy(kept.id)).toBe(value);
    expect(kept.removed).not.toContain(value.slice(8, 16));
    if (around('').trim() !== '') expect(kept.removed).not.toBe('');
  });

  it('a provider’s key with a character that can’t be in it is refused, by the character’s name and place', async () => {
    const value = someValue('x').reveal();
    const details = expect.objectContaining({ value: 'VALUE_MARRED', 'value:position': 13 });
    for (const keepOdd of [false, true]) {
      await expect(add(`${value.slice(0, 12)}\u00ad${value.slice(12)}`, keepOdd)).rejects.toMatchObject({ details });
    }
  });

  it('another value keeps its odd characters only if the person says so', async () => {
    const refused = { value: 'VALUE_ODD', 'value:characters': expect.stringMatching(/U\+200B.* at position 8/) };
    await expect(add(odd)).rejects.toMatchObject({ details: expect.objectContaining(refused) });
    expect(await heldBy((await add(odd, true)).id)).toBe(odd);
  });

  it.each([
    ['VALUE_REFERENCE', 'op://Private/OpenAI/credential'],
    ['VALUE_CIPHERTEXT', `encrypted:${'BAk3x9Qm2LpW7vT4'.repeat(8)}`],
    ['VALUE_REFERENCE', '${my-password}'],
  ])('%s is said of what looks like one, which is kept only if the person says so', async (code, text) => {
    await expect(add(text)).rejects.toMatchObject({ details: expect.objectContaining({ value: code }) });
    expect(await heldBy((await add(text, true)).id)).toBe(text);
  });

  it('a rotation takes the value inside, too, and refuses the same', async () => {
    const { id } = await add(someValue('r').reveal());
    const value = someValue('s').reveal();
    const rotated = await test.vault.rotation.rotate(id, new Secret(`OPENAI_API_KEY="${value}"\n`));
    expect(await test.lookup(`${id}/2`)).toBe(value);
    expect(rotated.removed).not.toBe('');
    await expect(test.vault.rotation.rotate(id, new Secret(odd))).rejects.toMatchObject({ code: 'VALUE_ODD' });
    test.consent.agrees = true;
    await test.vault.rotation.rotate(id, new Secret(odd), true);
    expect(await test.lookup(`${id}/3`)).toBe(odd);
  });
});

describe('while a value is typed', () => {
  const recognized = (typed: string) => test.vault.recognizing.of(new Secret(typed));

  it('its provider, a free name and a variable are proposed, and the key that holds it already is named', async () => {
    const value = someValue('t').reveal();
    const first = await recognized(value);
    expect(first).toMatchObject({ provider: 'openai', envVar: 'OPENAI_API_KEY', heldBy: null });
    expect(first?.name).not.toBe('');
    await test.vault.keys.add({ ...someFields, name: first?.name ?? '' }, new Secret(value));
    const again = await recognized(`SHOP_TOKEN='${value}'`);
    expect(again).toMatchObject({ provider: 'openai', envVar: 'SHOP_TOKEN', heldBy: first?.name });
    expect(again?.name).not.toBe(first?.name);
  });

  it('nothing of the value is in what is proposed, also where a part of it stands before it', async () => {
    const value = someValue('u').reveal();
    const piece = value.slice(8, 24).toUpperCase().replaceAll('-', '_');
    const proposal = JSON.stringify(await recognized(`${piece}=${value}`));
    expect(proposal.toUpperCase()).not.toContain(piece.slice(0, 8));
  });

  it.each([
    ['nothing', '  '],
    ['a reference', 'op://Private/OpenAI/credential'],
    ['a marred key', `${someValue('v').reveal().slice(0, 12)}\u00ad${someValue('v').reveal().slice(12)}`],
  ])('%s is recognised as nothing', async (_what, typed) => {
    expect(await recognized(typed)).toBeNull();
  });
});

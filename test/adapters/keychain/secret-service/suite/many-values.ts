import { expect, test } from 'vitest';
import { Secret } from '../../../../../electron/vault/secret.ts';
import { decodeKept } from '../../../../support/kept-value.ts';
import { valuesOfCharacters } from './characters.ts';
import { differences, manyKeys } from './differences.ts';
import { type Suite, service } from './suite.ts';

export const manyAccount = (at: number): string => `many/${at}`;
export const manyValue = (at: number): string => `sk-proj-of-key-${at}`;

/** Many values, or large or odd ones. */
export function testManyValues({ name, theService, keychain, text }: Suite): void {
  test('every character comes back as it was, first, within and last, also after a restart', async () => {
    const values = valuesOfCharacters(differences.triedAtEnds[name].is);
    const accounts = values.map((_, at) => `shape/${at}`);
    for (const [at, value] of values.entries()) await keychain().write(`shape/${at}`, new Secret(value));
    const changed = async () => {
      const outcomes = await keychain().readMany(accounts);
      return values.flatMap((value, at) => {
        const outcome = outcomes.get(`shape/${at}`);
        return outcome?.ok && outcome.value?.reveal() === value ? [] : [JSON.stringify(value)];
      });
    };
    expect(await changed()).toEqual([]);
    const kept = await theService().lookup(service, 'shape/0');
    expect(kept).toMatch(/^clavis-base64:[\w-]+$/);
    expect(decodeKept(kept ?? '')).toBe(values[0]);
    await theService().restart();
    expect(await changed()).toEqual([]);
  });

  test('64 KiB come back as they were, and other programs read them', async () => {
    const value = 'sk-8'.repeat(16_384);
    await keychain().write('long/1', new Secret(value));
    expect((await text('long/1')) === value).toBe(true);
    expect((await theService().lookup(service, 'long/1')) === value).toBe(true);
  });

  test(`${manyKeys} values are read at once, each account with an outcome of its own, and what is removed stays so`, async () => {
    const written = differences.writtenOfMany[name].is;
    const accounts = Array.from({ length: manyKeys }, (_, at) => manyAccount(at));
    const began = performance.now();
    for (let at = 0; at < written; at += 1) await keychain().write(manyAccount(at), new Secret(manyValue(at)));
    expect(performance.now() - began).toBeGreaterThan((written - 1) * differences.changesApartMs[name].is);
    const { is: keepsBytes } = differences.keepsBytes[name];
    if (keepsBytes) await theService().store(service, 'many/odd', Uint8Array.of(0xff, 0xfe, 0x41));

    const outcomes = await keychain().readMany([...accounts, 'many/none', 'many/odd', manyAccount(0)]);
    expect(outcomes.size).toBe(manyKeys + 2);
    const read = accounts.map((account) => {
      const outcome = outcomes.get(account);
      return outcome?.ok === true && outcome.value?.reveal();
    });
    expect(read).toEqual(accounts.map((_, at) => manyValue(at)));
    expect(outcomes.get('many/none')).toEqual({ ok: true, value: null });
    const odd = keepsBytes ? { ok: false, error: { code: 'KEYCHAIN_FAILED' } } : { ok: true, value: null };
    expect(outcomes.get('many/odd')).toMatchObject(odd);
    expect(await keychain().readMany([])).toEqual(new Map());
    expect(await keychain().accounts()).toEqual(expect.arrayContaining(accounts));

    const removed = accounts.slice(0, differences.removedInARow[name].is);
    for (const account of removed) await keychain().remove(account);
    await theService().restart();
    const left = new Set(await keychain().accounts());
    expect(accounts.filter((account) => !left.has(account))).toEqual(removed);
  });
}

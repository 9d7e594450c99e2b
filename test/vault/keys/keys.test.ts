import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toCallError } from '../../../electron/ipc/call-error.ts';
import { Secret } from '../../../electron/vault/secret.ts';
import { openTestVault, someFields, someValue, type TestVault } from '../../support/test-vault.ts';

let test: TestVault;
beforeAll(async () => {
  test = await openTestVault();
});
afterAll(() => test.stop());

describe('keeping a key', () => {
  it('puts exactly the value into the keychain and only its last four into the list', async () => {
    const view = await test.vault.keys.add(someFields, new Secret(`${someValue().reveal()}\n`));
    expect(await test.lookup(`${view.id}/1`)).toBe(someValue().reveal());
    expect(view).toMatchObject({ name: 'OpenAI', last4: '3f9A', grant: 'ready', version: 1 });
    expect(JSON.stringify(test.vault.keys.page('', 1_000))).not.toContain('sk-proj');
  });

  it('takes a PEM key with its newlines as it is', async () => {
    const pem = '-----BEGIN PRIVATE KEY-----\nMIIE\tvQ==\n-----END PRIVATE KEY-----';
    const view = await test.vault.keys.add({ ...someFields, name: 'PEM' }, new Secret(`${pem}\n`));
    expect(await test.lookup(`${view.id}/1`)).toBe(pem);
  });

  it('shows no character of a value under 16 characters', async () => {
    const view = await test.vault.keys.add({ ...someFields, name: 'Short' }, new Secret('fifteen-bytes-1'));
    expect(view.last4).toBeNull();
    const padded = await test.vault.keys.add({ ...someFields, name: 'Padded' }, new Secret(`ab12${' '.repeat(12)}`));
    expect(padded.last4).toBeNull();
  });

  it.each([
    ['an empty name', { name: '  ' }, 'value-of-enough-bytes', 'NAME_EMPTY'],
    ['a name of 121 characters', { name: 'n'.repeat(121) }, 'value-of-enough-bytes', 'NAME_TOO_LONG'],
    ['a name taken in another case', { name: ' openai ' }, 'value-of-enough-bytes', 'NAME_TAKEN'],
    [
      'a name that would break a question into two',
      { name: 'x”?\n\nPress Allow' },
      'value-of-enough-bytes',
      'NAME_UNREADABLE',
    ],
    ['a name that turns the direction of text', { name: 'a\u202eb' }, 'value-of-enough-bytes', 'NAME_UNREADABLE'],
    ['a name that draws nothing', { name: '\u3164' }, 'value-of-enough-bytes', 'NAME_UNREADABLE'],
    ['a tag that draws nothing', { tags: ['\u2800'] }, 'value-of-enough-bytes', 'NAME_UNREADABLE'],
    ['an env var with a dash', { envVar: 'MY-KEY' }, 'value-of-enough-bytes', 'ENV_VAR_INVALID'],
    ['an env var that starts with a digit', { envVar: '1KEY' }, 'value-of-enough-bytes', 'ENV_VAR_INVALID'],
    ['an env var that makes programs run code', { envVar: 'LD_PRELOAD' }, 'value-of-enough-bytes', 'ENV_VAR_REFUSED'],
    ['an empty value', {}, '\n', 'VALUE_EMPTY'],
    ['a NUL in the value', {}, 'abc\0def', 'VALUE_CONTROL_CHARACTER'],
    ['a carriage return inside the value', {}, 'abc\rdef', 'VALUE_CONTROL_CHARACTER'],
    ['an escape character in the value', {}, 'abc\u001b[31mdef', 'VALUE_CONTROL_CHARACTER'],
    ['a value over 64 KiB', {}, 'x'.repeat(64 * 1024 + 1), 'VALUE_TOO_LONG'],
    ['a value over 64 KiB in UTF-8 only', {}, 'é'.repeat(33_000), 'VALUE_TOO_LONG'],
  ])('refuses %s and keeps nothing', async (_what, fields, value, code) => {
    const before = test.vault.keys.page('', 1_000);
    const wrong = { ...someFields, name: 'Another', ...fields };
    const [field = 'value'] = Object.keys(fields);
    const details = expect.objectContaining({ [field]: code });
    await expect(test.vault.keys.add(wrong, new Secret(value))).rejects.toMatchObject({
      code: 'FIELDS_INVALID',
      details,
    });
    expect(test.vault.keys.page('', 1_000)).toEqual(before);
    expect(test.ports.store.intents.all()).toEqual([]);
  });

  it('tells of every field that is wrong at once, with its limits and without a character of the value', async () => {
    const wrong = {
      ...someFields,
      name: ' openai ',
      envVar: 'LD_PRELOAD',
      note: 'n'.repeat(2_001),
      tags: ['t'.repeat(41)],
    };
    const value = 'a-secret-with\0in-it';
    const error: unknown = await test.vault.keys.add(wrong, new Secret(value)).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: 'FIELDS_INVALID',
      details: {
        name: 'NAME_TAKEN',
        'name:name': 'openai',
        envVar: 'ENV_VAR_REFUSED',
        'envVar:envVar': 'LD_PRELOAD',
        note: 'NOTE_TOO_LONG',
        'note:limit': 2_000,
        tags: 'TAGS_TOO_LONG',
        'tags:limit': 40,
        value: 'VALUE_CONTROL_CHARACTER',
        'value:position': 14,
      },
    });
    expect(JSON.stringify(error)).not.toContain('secret');
    const { message } = toCallError(error);
    expect(message).toMatch(/^Not saved: a key named “openai” is already here\./);
    expect(message.match(/Not saved/g)).toHaveLength(1);
    expect(message).not.toContain('secret');
  });

  it('says before a value is given what is wrong with the rest, and of an edit that its own name is free', () => {
    const [own] = test.vault.keys.page('', 1_000);
    expect(() => test.vault.keys.check({ ...someFields, name: 'Free', envVar: '' }, null)).toThrow(
      expect.objectContaining({ code: 'FIELDS_INVALID', details: { envVar: 'ENV_VAR_INVALID' } }),
    );
    const taken = { ...someFields, name: `${own?.name}` };
    expect(() => test.vault.keys.check(taken, null)).toThrow(
      expect.objectContaining({ details: { name: 'NAME_TAKEN', 'name:name': own?.name } }),
    );
    expect(test.vault.keys.check(taken, `${own?.id}`)).toBeUndefined();
  });

  it('takes a value of exactly 64 KiB', async () => {
    const value = 'x'.repeat(64 * 1024);
    const view = await test.vault.keys.add({ ...someFields, name: 'Large' }, new Secret(value));
    expect(await test.lookup(`${view.id}/1`)).toBe(value);
  });

  it('lets one of two keys with the same name in, when both come at once', async () => {
    const twice = [1, 2].map(() => test.vault.keys.add({ ...someFields, name: 'Twin' }, someValue('t')));
    const ends = await Promise.allSettled(twice);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(test.vault.keys.page('', 1_000).filter(({ name }) => name === 'Twin')).toHaveLength(1);
  });
});

describe('editing a key', () => {
  it('answers an unknown id with KEY_UNKNOWN', async () => {
    await expect(test.vault.keys.edit('nobody', { ...someFields, name: 'New' })).rejects.toMatchObject({
      code: 'KEY_UNKNOWN',
    });
  });

  it('loosens the copy policy only when the person agrees in main’s own dialog', async () => {
    const { id } = await test.vault.keys.add({ ...someFields, name: 'Policy' }, someValue('p'));
    const loose = { ...someFields, name: 'Policy', copyPolicy: 'always' } as const;
    await expect(test.vault.keys.edit(id, loose)).rejects.toMatchObject({ code: 'NOT_CONFIRMED' });
    expect(test.vault.keys.get(id).copyPolicy).toBe('once');
    test.consent.agrees = true;
    expect((await test.vault.keys.edit(id, loose)).copyPolicy).toBe('always');
    test.consent.agrees = false;
    expect(test.consent.asked).toHaveLength(2);
    // Named as the vault knows it, whatever the page wants to call it from now on.
    await expect(
      test.vault.keys.edit((await test.vault.keys.add({ ...someFields, name: 'Real' }, someValue('q'))).id, {
        ...loose,
        name: 'Harmless',
      }),
    ).rejects.toMatchObject({ code: 'NOT_CONFIRMED' });
    expect(test.consent.details.at(-1)?.split('\n')[0]).toBe('Real');
    expect(test.vault.activity.latest(5, id).map(({ kind }) => kind)).toContain('loosened');
  });

  it('asks before a new key may be copied any number of times', async () => {
    const loose = { ...someFields, name: 'Loose', copyPolicy: 'always' } as const;
    await expect(test.vault.keys.add(loose, someValue('l'))).rejects.toMatchObject({ code: 'NOT_CONFIRMED' });
    expect(test.vault.keys.page('', 1_000).some(({ name }) => name === 'Loose')).toBe(false);
  });
});

import { expect, test } from 'vitest';
import { isVaultError } from '../../../../../electron/vault/errors.ts';
import { Secret } from '../../../../../electron/vault/secret.ts';
import { differences } from './differences.ts';
import { type Suite, service } from './suite.ts';

/** One value and what becomes of it. */
export function testValues({ name, theService, keychain, states, text }: Suite): void {
  test('a value is written, read, replaced and removed, and other programs see the same', async () => {
    await keychain().write('q7/1', new Secret('sk-first'), 'Clavis: OpenAI (OPENAI_API_KEY)');
    expect(await theService().lookup(service, 'q7/1')).toBe('sk-first');
    expect(await text('q7/1')).toBe('sk-first');
    await keychain().write('q7/1', new Secret('sk-second'));
    expect(await text('q7/1')).toBe('sk-second');
    expect(await theService().lookup(service, 'q7/1')).toBe('sk-second');
    await keychain().remove('q7/1');
    expect(await theService().lookup(service, 'q7/1')).toBeNull();
    expect(await text('q7/1')).toBeNull();
    await expect(keychain().remove('q7/1')).resolves.toBeUndefined();
    expect(states()).toEqual(['ready']);
  });

  test('whether a value is on the disk once it is acknowledged is known', async () => {
    expect(await keychain().savesAtOnce()).toBe(differences.savesAtOnce[name].is);
  });

  test('what another program keeps under the name of an account is read, and refused where it is not text', async () => {
    await theService().store(service, 'other/1', 'by secret-tool');
    expect(await text('other/1')).toBe('by secret-tool');
    await theService().store(service, 'other/2', Uint8Array.of(0xff, 0xfe, 0x41));
    const read = await text('other/2').then(
      () => 'text',
      (error: unknown) => isVaultError(error, 'KEYCHAIN_FAILED') && 'refused',
    );
    expect(read).toBe(differences.keepsBytes[name].is ? 'refused' : 'text');
  });

  test('a value that an earlier version kept as it is, and that looks encoded, is taken as it is', async () => {
    await theService().store(service, 'old/1', 'clavis-base64:c2s');
    expect(await text('old/1')).toBe('clavis-base64:c2s');
  });

  test('a value takes the place of one that is kept in another way, and nothing is left of that', async () => {
    if (differences.replacesSilently[name].is) await theService().store(service, 'turn/1', 'sk-raw');
    await keychain().write('turn/1', new Secret('two\nlines'));
    expect(await text('turn/1')).toBe('two\nlines');
    await keychain().write('turn/1', new Secret('sk-plain'));
    expect(await text('turn/1')).toBe('sk-plain');
    await keychain().remove('turn/1');
    expect(await theService().lookup(service, 'turn/1')).toBeNull();
  });

  test('a value that UTF-8 cannot carry is refused, not changed', async () => {
    await expect(keychain().write('broken/1', new Secret('sk-\ud800'))).rejects.toMatchObject({
      code: 'KEYCHAIN_FAILED',
    });
    expect(await theService().lookup(service, 'broken/1')).toBeNull();
  });

  test('of several values under one name ours is used and removed, and another program’s is left as it is', async () => {
    await keychain().write('twice/1', new Secret('sk-ours'));
    await theService().store(service, 'twice/1', 'sk-theirs', ['more', '1']);
    expect(await text('twice/1')).toBe('sk-ours');
    await keychain().write('twice/1', new Secret('sk-new'));
    expect(await text('twice/1')).toBe('sk-new');
    await keychain().remove('twice/1');
    expect(await theService().lookup(service, 'twice/1')).toBe('sk-theirs');
    expect(states()).toEqual(['ready']);
  });

  test('calls at once on one account are done in their order', async () => {
    const turns = Array.from({ length: differences.callsAtOnce[name].is / 2 }, (_, turn) => `value ${turn}`);
    const seen = turns.map((value) => {
      void keychain().write('busy/1', new Secret(value));
      return text('busy/1');
    });
    expect(await Promise.all(seen)).toEqual(turns);
  });

  test('all accounts are listed by name, other programs’ too, and reading goes on afterwards', async () => {
    await theService().store('Another service', 'elsewhere/1', 'not ours');
    const accounts = await keychain().accounts();
    expect(accounts).toEqual(expect.arrayContaining(['other/1', 'other/2', 'busy/1']));
    expect(accounts).not.toContain('elsewhere/1');
    expect(new Set(accounts).size).toBe(accounts.length);
    expect(await text('other/1')).toBe('by secret-tool');
  });

  test('a closed keychain refuses calls', async () => {
    await keychain().close();
    expect(keychain().hasBlockedCall()).toBe(false);
    await expect(keychain().read('q7/1')).rejects.toMatchObject({ code: 'KEYCHAIN_FAILED' });
  });
}

import { setTimeout as delay } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { isVaultError } from '../../../../../electron/vault/errors.ts';
import { Secret } from '../../../../../electron/vault/secret.ts';
import { type AfterKill, differences } from './differences.ts';
import type { Suite } from './suite.ts';

/** Kills, each a little later in a write. */
const kills = 4;

/** The service ends, is killed, started again or hangs while it is used. */
export function testInterruptions({ name, theService, keychain, states, text }: Suite): void {
  const savesAtOnce = differences.savesAtOnce[name].is;

  test('one that ends is missing, and one that is back is used at once', async () => {
    await keychain().write('ended/1', new Secret('sk-held'));
    if (!savesAtOnce) await theService().restart();
    await theService().kill();
    await expect(keychain().read('ended/1')).rejects.toMatchObject({ code: 'KEYCHAIN_MISSING' });
    await vi.waitFor(() => expect(states().at(-1)).toBe('missing'), 10_000);
    await theService().restart();
    expect(await text('ended/1')).toBe('sk-held');
  });

  test('one that is restarted midway answers, or says that it is not there, and has all that it said to have kept', async () => {
    await keychain().write('restarted/0', new Secret('sk-held'));
    let isOver = false;
    const restarting = theService()
      .restart()
      .finally(() => {
        isOver = true;
      });
    const outcomes = new Set<string>();
    const kept: number[] = [];
    for (let at = 1; !isOver || at === 1; at += 1) {
      const reading = keychain().quietly(() => text('restarted/0'));
      const writing = keychain()
        .quietly(() => keychain().write(`restarted/${at}`, new Secret(`sk-${at}`)))
        .then(
          () => true,
          () => false,
        );
      outcomes.add((await reading.catch((error: unknown) => (isVaultError(error) ? error.code : 'odd'))) ?? 'absent');
      if (await writing) kept.push(at);
      await delay(50);
    }
    await restarting;
    // Nothing that was kept was ever absent.
    const possible = ['sk-held', 'KEYCHAIN_MISSING', 'KEYCHAIN_LOCKED', 'KEYCHAIN_FAILED', 'KEYCHAIN_TIMEOUT'];
    expect([...outcomes].filter((outcome) => !possible.includes(outcome))).toEqual([]);
    for (const at of [...kept].slice(-20)) expect(await text(`restarted/${at}`)).toBe(`sk-${at}`);
    expect(await text('restarted/0')).toBe('sk-held');
  });

  test('one that is killed midway holds what was kept, or says that it does not', async () => {
    for (let round = 0; round < kills; round += 1) {
      const value = `sk-${round}`;
      const writing = keychain()
        .write(`killed/${round}`, new Secret(value))
        .then(
          () => true,
          () => false,
        );
      await delay(5 * round);
      await theService().kill();
      const isKept = await writing;
      await theService().restart();
      const found = await text(`killed/${round}`).then(
        (held): AfterKill | string => (held === value ? 'kept' : (held ?? 'absent')),
        (error: unknown) => (isVaultError(error, 'KEYCHAIN_FAILED') ? 'refused' : `${error}`),
      );
      expect(isKept ? differences.afterKill[name].is : ['kept', 'absent', 'refused']).toContain(found);
    }
  });

  test('one that hangs has an end, and is used again when it goes on', async () => {
    await keychain().write('hung/1', new Secret('sk-held'));
    theService().hang();
    await expect(keychain().read('hung/1')).rejects.toMatchObject({ code: 'KEYCHAIN_TIMEOUT' });
    theService().resume();
    await vi.waitFor(async () => expect(await text('hung/1')).toBe('sk-held'), 10_000);
  });
}

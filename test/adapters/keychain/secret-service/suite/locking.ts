import { expect, test, vi } from 'vitest';
import { Secret } from '../../../../../electron/vault/secret.ts';
import { canType, dismiss, typing } from '../../../../support/access-questions.ts';
import type { Suite } from './suite.ts';

const locked = { code: 'KEYCHAIN_LOCKED' };
const why = canType ? '' : ' (skipped: Xvfb or xdotool is not here)';

/** Locked, and unlocked by a login or by the person in the service's own window. */
export function testLocking({ theService, keychain, states, person, text }: Suite): void {
  /** Locks it while its windows open for `work`; how many did. */
  async function whileLocked(work: () => Promise<void>): Promise<number> {
    const before = person().asked();
    const hide = await theService().showPrompts();
    try {
      await theService().lock();
      await work();
    } finally {
      await hide();
    }
    return person().asked() - before;
  }

  test('a locked one is locked, asks nobody where nobody is there, and is ready by itself once it is unlocked', async () => {
    await keychain().write('locked/1', new Secret('sk-held'));
    await theService().lock();
    await vi.waitFor(() => expect(states().at(-1)).toBe('locked'), 10_000);
    await expect(keychain().quietly(() => keychain().read('locked/1'))).rejects.toMatchObject(locked);
    await theService().unlock();
    await vi.waitFor(() => expect(states().at(-1)).toBe('ready'), 10_000);
    expect(await text('locked/1')).toBe('sk-held');
  });

  test('one that comes back locked is locked, not empty', async () => {
    await keychain().write('back/1', new Secret('sk-held'));
    await theService().restart({ locked: true });
    await expect(keychain().quietly(() => keychain().read('back/1'))).rejects.toMatchObject(locked);
    await theService().unlock();
    expect(await text('back/1')).toBe('sk-held');
  });

  test.runIf(canType)(
    `a person who types the password unlocks it by one prompt, for all that waits${why}`,
    async () => {
      await keychain().write('agreed/1', new Secret('sk-held'));
      person().answerBy(typing(theService().password));
      const asked = await whileLocked(async () => {
        expect(await Promise.all([text('agreed/1'), text('agreed/none')])).toEqual(['sk-held', null]);
        await keychain().write('agreed/2', new Secret('sk-two'));
      });
      expect(asked).toBe(1);
      expect(states()).toContain('asking');
      await expect.poll(() => states().at(-1)).toBe('ready');
      expect(await text('agreed/2')).toBe('sk-two');
    },
  );

  test.runIf(canType)(
    `a dismissed prompt leaves it locked and changes nothing, and the next call asks again${why}`,
    async () => {
      await keychain().write('dismissed/1', new Secret('sk-held'));
      person().answerBy(dismiss);
      const asked = await whileLocked(async () => {
        const calls = [keychain().read('dismissed/1'), keychain().write('dismissed/1', new Secret('sk-new'))];
        await Promise.all(calls.map((call) => expect(call).rejects.toMatchObject(locked)));
        // Until then its window may be open.
        await expect.poll(() => states().at(-1)).toBe('locked');
        await expect.poll(() => person().isOpen()).toBe(false);
        await expect(keychain().remove('dismissed/1')).rejects.toMatchObject(locked);
        await expect.poll(() => states().at(-1)).toBe('locked');
      });
      expect(asked).toBe(2);
      await theService().unlock();
      expect(await text('dismissed/1')).toBe('sk-held');
    },
  );
}

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createOneAtATime } from '../../electron/shell/one-at-a-time.ts';
import type { QuestionFrameEvents } from '../../electron/shell/question.ts';
import { createQuestionWindow } from '../../electron/shell/question-window.ts';
import { Secret } from '../../electron/vault/secret.ts';
import { makeVaultFile, passphrase, type VaultFile } from '../support/open-vault-file.ts';

/**
 * The right passphrase is typed, and while scrypt works on it the person thinks better of it: Clavis stays locked, so the
 * key to the values must not stay in memory, nor a value be readable.
 */

vi.mock('electron', () => ({ systemPreferences: {} }));
const { createUnlocking } = await import('../../electron/shell/unlocking.ts');

let place: VaultFile;
beforeEach(() => {
  place = makeVaultFile();
});
afterEach(() => place.remove());

test.each(['the question is answered with a no', 'its window is closed'])(
  'when %s while the passphrase is tried, the vault stays closed',
  async (way) => {
    const { keychain, vault } = place.open();
    await vault.create(passphrase);
    await keychain.write('kept/1', new Secret('sk-kept'));
    vault.lock();

    const events: QuestionFrameEvents[] = [];
    const window = createQuestionWindow({
      only: createOneAtATime(),
      watch: () => ({ ms: () => 1_000, stop: () => {} }),
      openFrame: (_question, told) => {
        events.push(told);
        return { contentsId: 1, isAttended: () => true, toFront: () => {}, close: () => {} };
      },
    });
    // Only what unlocking uses of the windows; the rest is Electron's.
    const windows = { main: { hasAttention: () => true }, questions: { window, dialogs: {} } } as never;
    const unlocked = createUnlocking(windows, { ...vault, assertThere: () => {} }).ask({
      wasPressed: true,
      fellByItself: false,
    });
    const questionId = window.get()?.questionId ?? '';
    const tried = window.answer({ questionId, kind: 'unlock', passphrase });
    if (way === 'its window is closed') events[0]?.gone();
    else expect(await window.answer({ questionId, kind: 'no' })).toBe('counted');
    await expect(unlocked).rejects.toMatchObject({ code: 'UNLOCK_NOT_CONFIRMED' });
    await tried;
    await expect(keychain.read('kept/1')).rejects.toMatchObject({ code: 'KEYCHAIN_LOCKED' });
  },
);

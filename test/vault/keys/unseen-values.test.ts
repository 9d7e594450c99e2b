import { afterEach, describe, expect, test } from 'vitest';
import { toCallError } from '../../../electron/ipc/call-error.ts';
import type { Ports } from '../../../electron/vault/ports.ts';
import type { Vault } from '../../../electron/vault/vault.ts';
import { startKeepassxc } from '../../support/keepassxc.ts';
import type { TestKeyring } from '../../support/keyring.ts';
import type { TestSecretService } from '../../support/secret-service.ts';
import { openTestVault, openTestVaultOn, someFields, someValue, type TestVault } from '../../support/test-vault.ts';
import { isCommand } from '../../tasks/programs.ts';

type Held = TestVault<Pick<TestKeyring, 'env' | 'lookup' | 'stop'>>;

/** What the person is told that no call waits for. */
function listen(held: Held): string[] {
  const told: string[] = [];
  held.follow({ failed: (error) => told.push(toCallError(error).message) });
  return told;
}
const missing = ({ ports }: Held, ids: readonly string[]) =>
  ids.map((id) => ports.store.keys.find(id)?.current.missing);
const add = async (vault: Vault, name: string) =>
  (await vault.keys.add({ ...someFields, name, envVar: 'API_KEY' }, someValue(name))).id;

describe('what was kept last is looked for at the next start', () => {
  let held: TestVault | null = null;
  afterEach(() => held?.stop());

  /** Two keys of an earlier run, of which something happened to the values since. */
  async function keep(between: (test: TestVault, ids: readonly string[]) => Promise<unknown>) {
    const opened = await openTestVault();
    held = opened;
    // As at every start: values of before are known as such.
    expect(await opened.vault.reconcile()).toEqual([]);
    const ids = [await add(opened.vault, 'First'), await add(opened.vault, 'Second')];
    const vault = await opened.restart({ between: () => between(opened, ids).then(() => {}) });
    return { opened, vault, ids, told: listen(opened) };
  }

  test('a value that is there is told to nobody, and is not looked for again', async () => {
    const { opened, vault, told } = await keep(async () => {});
    expect(opened.ports.store.unseenValues.all()).toHaveLength(2);
    expect(await vault.reconcile()).toEqual([]);
    expect(told).toEqual([]);
    expect(opened.ports.store.unseenValues.all()).toEqual([]);
  });

  test('all that are there are noted in one commit', async () => {
    let commits = 0;
    const seenIn: number[] = [];
    const count = ({ store, ...ports }: Ports): Ports => {
      const commit = <T>(work: () => T): T => {
        commits += 1;
        return store.commit(work);
      };
      const remove: typeof store.unseenValues.remove = (ref) => {
        seenIn.push(commits);
        store.unseenValues.remove(ref);
      };
      return { ...ports, store: { ...store, commit, unseenValues: { ...store.unseenValues, remove } } };
    };
    const opened = await openTestVault({ wrap: count });
    held = opened;
    for (const name of ['First', 'Second', 'Third']) await add(opened.vault, name);
    const vault = await opened.restart();
    expect(await vault.reconcile()).toEqual([]);
    expect(seenIn).toHaveLength(3);
    expect(new Set(seenIn).size).toBe(1);
  });

  test('several that are missing are named in one message', async () => {
    const { opened, vault, ids, told } = await keep(async ({ keyring }, [one, two]) => {
      await keyring.clear('Clavis Test', `${one}/1`);
      await keyring.clear('Clavis Test', `${two}/1`);
    });
    expect(await Promise.all([vault.reconcile(), vault.reconcile()])).toEqual([[], []]);
    expect(told).toEqual([expect.stringMatching(/values for (“First”, “Second”|“Second”, “First”): .*Rotate/)]);
    expect(missing(opened, ids)).toEqual([true, true]);
    await vault.reconcile();
    expect(told).toHaveLength(1);
  });

  test('another value than the one that was kept is named', async () => {
    const { vault, told } = await keep(({ keyring }, [one]) =>
      keyring.store('Clavis Test', `${one}/1`, 'sk-an-older-one'),
    );
    expect(await vault.reconcile()).toEqual([]);
    expect(told).toEqual([expect.stringMatching(/another value for “First”.*rotate/)]);
    expect(told.join()).not.toContain('sk-');
  });

  test('in a locked keychain nobody is asked: it is done once it is unlocked', async () => {
    const { opened, vault, told } = await keep(async ({ keyring }, [one]) => {
      await keyring.clear('Clavis Test', `${one}/1`);
      await keyring.lock();
    });
    const prompts = await opened.keyring.leavePromptsOpen();
    try {
      expect(await opened.quietly(vault.reconcile)).not.toEqual([]);
      expect(prompts.opened()).toBe(0);
      expect(told).toEqual([]);
    } finally {
      prompts();
    }
    await opened.keyring.unlock();
    expect(await vault.reconcile()).toEqual([]);
    expect(told).toEqual([expect.stringContaining('no value for “First”')]);
  });
});

const here = isCommand('keepassxc');
test.runIf(here)(
  `a value that KeePassXC had not saved before it was killed is named at the next start${here ? '' : ' (skipped: keepassxc is not here)'}`,
  async () => {
    const keepassxc: TestSecretService = await startKeepassxc({ savesChanges: false });
    const held = await openTestVaultOn(keepassxc);
    try {
      const told = listen(held);
      const saved = await add(held.vault, 'Saved');
      await held.restart({ between: () => keepassxc.restart() });
      expect(await held.vault.reconcile()).toEqual([]);
      const lost = await add(held.vault, 'Lost');
      expect(await keepassxc.lookup('Clavis Test', `${lost}/1`)).not.toBeNull();
      const killed = () => keepassxc.kill().then(() => keepassxc.restart());
      const vault = await held.restart({ between: killed });
      expect(await vault.reconcile()).toEqual([]);
      expect(told).toEqual([expect.stringMatching(/no value for “Lost”.*Rotate it/)]);
      expect(missing(held, [saved, lost])).toEqual([false, true]);
    } finally {
      await held.stop();
      await keepassxc.stop();
    }
  },
);

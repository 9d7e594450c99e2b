import { expect } from 'vitest';
import { vaultError } from '../../electron/vault/errors.ts';
import type { Ports } from '../../electron/vault/ports.ts';
import type { TestVault } from './test-vault.ts';

/** `before`, `after`: the call never comes back, as if the process was killed there. `refused`: the keychain is locked. */
export type Breaking = 'before' | 'after' | 'refused';

/** Ports whose keychain breaks where `judge` says so; it is asked as each call begins. */
export function breakKeychain(judge: (call: 'write' | 'remove', account: string) => Breaking | null) {
  const crash = (): Promise<never> => new Promise(() => {});
  const broken = async (when: Breaking | null, call: () => Promise<void>): Promise<void> => {
    if (when === 'before') await crash();
    if (when === 'refused') throw vaultError('KEYCHAIN_LOCKED');
    await call();
    if (when === 'after') await crash();
  };
  return (ports: Ports): Ports => {
    const real = ports.keychain;
    return {
      ...ports,
      keychain: {
        ...real,
        write: (account, value) => broken(judge('write', account), () => real.write(account, value)),
        remove: (account) => broken(judge('remove', account), () => real.remove(account)),
      },
    };
  };
}

/** The next start after a crash: what was left halfway is settled, and nothing of it remains to be done. */
export async function restartAndSettle(test: TestVault): Promise<void> {
  const vault = await test.restart();
  expect(await vault.reconcile()).toEqual([]);
  expect(test.ports.store.intents.all()).toEqual([]);
  expect(test.ports.store.tombstones.all()).toEqual([]);
}
